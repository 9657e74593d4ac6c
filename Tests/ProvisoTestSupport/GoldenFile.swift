import Foundation
import Testing

/// A file with the output that is expected, kept in the folder `Golden` beside the test that asks for it.
///
/// With `PROVISO_RECORD=1` in the environment the files are written instead of compared.
public enum GoldenFile {
  /// Compares `text` with the golden file called `name`, or writes it.
  public static func expect(_ text: String, matches name: String, beside test: String = #filePath) throws {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent().appending(path: "Golden")
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
