internal import CPolicies
import ProvisoSource

/// The files of Policies/ that this build carries.
enum BuiltIn {
  static let folder = "Policies"

  /// All of them, named `Policies/gdpr.yaml` and so on.
  static let files: [SourceFile] = {
    var files: [SourceFile] = []
    while let policy = proviso_policy_at(files.count)?.pointee {
      files.append(
        SourceFile(
          name: "\(folder)/\(String(cString: policy.name))",
          bytes: Array(UnsafeBufferPointer(start: policy.bytes, count: policy.length))))
    }
    return files
  }()

  /// Tells these files from those of another build.
  static let checksum: UInt64 = {
    var sum: UInt64 = 0
    var number = 0
    while let policy = proviso_policy_at(number)?.pointee {
      sum = Checksum.of(UnsafeRawBufferPointer(start: policy.bytes, count: policy.length), seed: sum)
      sum = Checksum.of(Array(String(cString: policy.name).utf8), seed: sum)
      number += 1
    }
    return sum
  }()

  static let facts = file("facts.yaml")
  static let regions = file("regions.yaml")
  /// What the packs cover and leave out, for documentation.
  static let coverage = file("coverage.yaml")
  /// The packs.
  static var packs: [SourceFile] {
    files.filter { ![facts, regions, coverage].contains($0) && !$0.name.hasPrefix(starterFolder) }
  }

  /// The ids of the packs without rules of their own, whose names are there for others.
  static var sharedPacks: [String] {
    let rules = Array("\nrules:".utf8)
    let ruling = packs.filter { $0.bytes.firstRange(of: rules) != nil }
    return Set(packs.map(id)).subtracting(ruling.map(id)).sorted()
  }

  /// A file that a new folder of drafts begins with.
  static func starter(_ name: String) -> SourceFile { file("starter/\(name)") }
  private static let starterFolder = "\(folder)/starter/"

  /// The id of the pack that a file belongs to, which its folder or the file itself is named after.
  static func id(of file: SourceFile) -> String {
    let path = file.name.split(separator: "/").dropFirst()
    return path.count > 1 ? String(path.first ?? "") : String((path.first ?? "").dropLast(".yaml".count))
  }

  private static func file(_ name: String) -> SourceFile {
    files.first { $0.name == "\(folder)/\(name)" } ?? SourceFile(name: name, bytes: [])
  }
}
