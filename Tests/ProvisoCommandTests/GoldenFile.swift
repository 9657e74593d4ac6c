import Foundation
import Testing

/// A file with the output that is expected, kept beside the tests.
///
/// With `PROVISO_RECORD=1` in the environment the files are written instead of compared.
enum GoldenFile {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  static func expect(_ text: String, matches name: String) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["PROVISO_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try #require(try? String(contentsOf: file, encoding: .utf8), "no golden file \(name)")
    #expect(text == expected, "\(name) differs")
  }
}
