import Foundation
import Proviso

/// The files of this repository.
enum Repository {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether what is compared with files is to be written to them instead.
  static let isRecording = ProcessInfo.processInfo.environment["PROVISO_RECORD"] == "1"

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path())
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path()).sorted()
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func source(_ path: String) throws -> SourceFile { SourceFile(name: path, text: try text(path)) }

  static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appending(path: path), atomically: false, encoding: .utf8)
  }
}
