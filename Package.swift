// swift-tools-version: 6.2
import PackageDescription

// One helper per kind of target, so that the list below reads as the table of modules in README.md:
// every line is a room, its arrows point to the rooms it may know.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], without exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = [], without exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "ProvisoTestSupport"] + dependencies,
    exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "proviso",
  products: [
    .library(name: "Proviso", targets: ["Proviso", "ProvisoReports"]),
    .executable(name: "proviso", targets: ["ProvisoCommand"]),
    .library(name: "ProvisoAllocations", type: .dynamic, targets: ["CAllocations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CVectorscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),

    .target(name: "CPolicies"),
    .target(name: "CAllocations"),

    library("ProvisoSource"),
    library("ProvisoLogic", ["ProvisoSource"]),
    library("ProvisoModel", ["ProvisoSource"]),
    library("ProvisoDocuments", ["ProvisoSource", "CYAML"]),
    library(
      "ProvisoText", ["ProvisoSource", "CVectorscan"],
      without: ["Folding/generate-folding-table.py", "Evasion/generate-look-alikes.py"]),
    library("ProvisoLanguage", ["ProvisoModel", "ProvisoSource"]),
    library("ProvisoDrafts", ["ProvisoDocuments", "ProvisoModel", "ProvisoSource"]),
    library("ProvisoReports", ["ProvisoDocuments", "ProvisoModel", "ProvisoSource"]),
    library("ProvisoPacks", ["ProvisoDocuments", "ProvisoLanguage", "ProvisoModel", "ProvisoSource"]),
    library(
      "ProvisoPlan",
      ["ProvisoPacks", "ProvisoLogic", "ProvisoLanguage", "ProvisoText", "ProvisoModel", "ProvisoSource"]),
    library(
      "Proviso",
      ["CPolicies", "ProvisoPlan", "ProvisoPacks", "ProvisoLanguage", "ProvisoDrafts", "ProvisoModel", "ProvisoSource"]),
    library(
      "ProvisoDocs",
      [
        "Proviso", "ProvisoDocuments", "ProvisoLanguage", "ProvisoModel", "ProvisoPacks", "ProvisoReports",
        "ProvisoSource",
      ]),
    library("ProvisoProject", ["ProvisoDocuments", "ProvisoDrafts", "ProvisoModel", "ProvisoSource"]),
    library("ProvisoBench", ["Proviso", "ProvisoDocuments", "ProvisoPlan", "ProvisoText"]),
    .executableTarget(
      name: "ProvisoCommand",
      dependencies: [
        "Proviso", "ProvisoBench", "ProvisoDocs", "ProvisoProject", "ProvisoReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    .target(
      name: "ProvisoTestSupport", dependencies: ["ProvisoText"], path: "Tests/ProvisoTestSupport", swiftSettings: strict
    ),
    tests(of: "ProvisoSource"),
    tests(of: "ProvisoLogic"),
    tests(of: "ProvisoModel"),
    tests(of: "ProvisoDocuments", ["ProvisoSource"]),
    tests(of: "ProvisoText", ["ProvisoSource"]),
    tests(of: "ProvisoLanguage", ["ProvisoModel", "ProvisoSource"]),
    tests(of: "ProvisoDrafts", ["ProvisoDocuments", "ProvisoModel", "ProvisoSource"]),
    tests(of: "ProvisoReports", ["ProvisoDocuments", "ProvisoModel"], without: ["Golden"]),
    tests(of: "ProvisoPacks", ["ProvisoDocuments", "ProvisoLanguage", "ProvisoModel", "ProvisoSource"]),
    tests(
      of: "ProvisoPlan",
      [
        "ProvisoDrafts", "ProvisoLogic", "ProvisoPacks", "ProvisoLanguage", "ProvisoModel", "ProvisoSource",
        "ProvisoText",
      ]),
    tests(
      of: "Proviso",
      [
        "CAllocations", "ProvisoDrafts", "ProvisoLanguage", "ProvisoModel", "ProvisoPacks", "ProvisoPlan",
        "ProvisoReports", "ProvisoSource",
      ]),
    tests(of: "ProvisoDocs", ["Proviso", "ProvisoModel", "ProvisoPacks", "ProvisoSource"]),
    tests(of: "ProvisoProject", ["ProvisoModel", "ProvisoSource"]),
    tests(of: "ProvisoCommand", ["Proviso", "ProvisoDocuments", "ProvisoProject"], without: ["Golden"]),
    .testTarget(
      name: "ReadmeTests",
      dependencies: [
        "Proviso", "ProvisoCommand", "ProvisoDocuments", "ProvisoDrafts", "ProvisoPacks", "ProvisoProject",
        "ProvisoReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
