import Foundation
import ProvisoSource

/// The data that lies beside the repository, or where `PROVISO_SHARED` says; tests that need it are skipped without it.
enum SharedData {
  static let folder: URL =
    if let path = ProcessInfo.processInfo.environment["PROVISO_SHARED"] {
      URL(fileURLWithPath: path)
    } else {
      URL(fileURLWithPath: #filePath).appending(path: "../../../../shared").standardized
    }

  static var hasSuites: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "suites").path) }

  /// The files of a folder in alphabetical order; none when it is absent.
  static func files(in path: String) -> [SourceFile] {
    let folder = folder.appending(path: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map { SourceFile(name: name, bytes: Array($0)) }
    }
  }
}
