import Foundation
import Testing

@testable import Proviso

@Suite struct BuiltInTests {
  @Test func `the list of embedded files names every file of the policies folder`() throws {
    let text = EmbeddedList.text(try PoliciesFolder.names())
    if ProcessInfo.processInfo.environment["PROVISO_RECORD"] == "1" {
      return try text.write(to: EmbeddedList.url, atomically: false, encoding: .utf8)
    }
    let isCurrent = try String(contentsOf: EmbeddedList.url, encoding: .utf8) == text
    #expect(isCurrent, "run: PROVISO_RECORD=1 swift test --filter BuiltInTests")
  }

  @Test func `every file of the policies folder is in the build, byte for byte`() throws {
    let names = try PoliciesFolder.names()
    #expect(BuiltIn.files.map(\.name).sorted() == names.map { "Policies/\($0)" }.sorted())
    for name in names {
      let carried = BuiltIn.files.first { $0.name == "Policies/\(name)" }
      #expect(try carried?.bytes == PoliciesFolder.bytes(of: name), "\(name) differs")
    }
  }

  /// The ids of the packs in the folder, but for `common`, which has no rules.
  private static let packs =
    (try? PoliciesFolder.names())?.compactMap(id).filter { !["facts", "regions", "coverage", "common"].contains($0) }
    ?? []

  /// The id of the pack that a file is the main one of: `gdpr.yaml` and `gdpr/pack.yaml` are those of `gdpr`.
  private static func id(_ name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 1 { return String(name.dropLast(".yaml".count)) }
    return parts.count == 2 && parts[1] == "pack.yaml" ? parts[0] : nil
  }

  @Test func `every pack of the folder that has rules takes part`() throws {
    let packs = try Shared.builtIn().packSummaries(on: Shared.day).map(\.id)
    #expect(packs.sorted() == Self.packs)
  }

  @Test(arguments: packs) func `the tests inside a pack pass`(_ pack: String) throws {
    let results = try Shared.builtIn().runTests(packs: [pack]).results
    #expect(!results.isEmpty)
    for result in results {
      if let failure = result.failure {
        Issue.record("\(result.file):\(result.line): \(result.ruleID): \(result.name): \(failure)")
      }
    }
  }

  @Test func `every rule is explained with its levels, sources and tests`() throws {
    let engine = try Shared.builtIn()
    for id in engine.ruleIDs {
      let text = try #require(engine.explanation(of: id)).text
      #expect(text.hasPrefix("\(id): "))
      for part in ["Level: ", "Decided so:", "Rests on:", "Tests:"] { #expect(text.contains(part), "\(id)") }
    }
    #expect(engine.explanation(of: "gdpr.no-such-rule") == nil)
  }
}
