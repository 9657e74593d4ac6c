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

  static let facts = file("facts.yaml")
  static let regions = file("regions.yaml")
  /// The packs.
  static var packs: [SourceFile] { files.filter { $0 != facts && $0 != regions } }

  private static func file(_ name: String) -> SourceFile {
    files.first { $0.name == "\(folder)/\(name)" } ?? SourceFile(name: name, bytes: [])
  }
}
