import Foundation
import ProvisoSource

/// Files outside of the test: the repository's own and the shared collection of samples.
enum TestFiles {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// A file of `Policies/`.
  static func policy(_ name: String) throws -> SourceFile {
    SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: root.appending(path: "Policies/\(name)"))))
  }

  /// The collected payloads; nil where the collection is not there.
  static let payloads: URL? = {
    let shared =
      ProcessInfo.processInfo.environment["PROVISO_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "corpus/templates")
    return FileManager.default.fileExists(atPath: folder.path()) ? folder : nil
  }()

  /// The JSON files in a folder of the collection, by path.
  static func payloads(in name: String) throws -> [SourceFile] {
    guard let folder = payloads?.appending(path: name) else { return [] }
    let paths = FileManager.default.subpaths(atPath: folder.path())?.filter { $0.hasSuffix(".json") }.sorted() ?? []
    return try paths.map {
      SourceFile(name: $0, bytes: [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }
}
