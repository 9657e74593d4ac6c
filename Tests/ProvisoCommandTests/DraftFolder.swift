import Foundation

/// A temporary folder with files, removed with the value that stands for it.
final class DraftFolder {
  let url: URL
  /// Beside the folder, so that no run finds it among its drafts.
  private let streamFolder: URL

  init(_ files: [String: String] = [:]) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "proviso-\(UUID().uuidString)")
    url = root.appending(path: "work").standardizedFileURL
    streamFolder = root.appending(path: "streams")
    for folder in [url, streamFolder] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  /// The absolute path of a file in the folder.
  func path(_ name: String) -> String { url.appending(path: name).path() }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The names of the files in one of its folders.
  func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: path).path()).sorted()
  }

  func bytes(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: path))) }
  func text(of path: String) throws -> String { try String(contentsOf: url.appending(path: path), encoding: .utf8) }

  func size(of path: String) throws -> Int { try Data(contentsOf: url.appending(path: path)).count }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: url.appending(path: path).path(), withDestinationPath: target)
  }

  /// Three files for the streams of one run, the first with `input` in it.
  func streams(input: String) throws -> (input: URL, output: URL, errors: URL) {
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { streamFolder.appending(path: "\(name).\($0)") }
    for (file, text) in zip(files, [input, "", ""]) { try Data(text.utf8).write(to: file) }
    return (files[0], files[1], files[2])
  }
}
