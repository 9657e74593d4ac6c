import Foundation
import Testing

/// The command as its users run it: the program that was built beside these tests.
///
/// A run blocks its thread, so as many run at once as the machine has cores.
enum Program {
  /// What a run left behind.
  struct Run {
    let output: String
    let errors: String
    /// The exit code; nil where a signal or the time limit ended the program.
    let status: Int32?
    let duration: Duration
  }

  /// The folder with the tests has the program in it.
  private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "proviso")

  /// What takes long to compile is kept beside the program, as it is for its users.
  private static let cache = executable.deletingLastPathComponent().appending(path: "test-cache").path()

  /// Runs the command in `folder` with `input` as standard input, and ends it after `limit`.
  ///
  /// Of the environment only what is given here and a search path are handed on.
  ///
  /// - Parameters:
  ///   - place: the folder in `folder` that the command is run from.
  ///   - output: the path of what takes standard output instead of the run.
  static func run(
    _ arguments: [String], in folder: DraftFolder, below place: String = "", input: String = "",
    environment: [String: String] = [:],
    output: String? = nil, limit: Duration = .seconds(60)
  ) throws -> Run {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url.appending(path: place)
    process.environment = ["PATH": "/usr/bin:/bin", "TZ": "UTC", "XDG_CACHE_HOME": cache].merging(environment) {
      _, own in own
    }
    let streams = try folder.streams(input: input)
    process.standardInput = try FileHandle(forReadingFrom: streams.input)
    process.standardOutput = try FileHandle(forWritingTo: output.map { URL(filePath: $0) } ?? streams.output)
    process.standardError = try FileHandle(forWritingTo: streams.errors)
    let start = ContinuousClock.now
    try process.run()
    while process.isRunning, ContinuousClock.now - start < limit { usleep(2_000) }
    let isLate = process.isRunning
    if isLate { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let hasExited = !isLate && process.terminationReason == .exit
    return Run(
      output: try text(streams.output), errors: try text(streams.errors),
      status: hasExited ? process.terminationStatus : nil, duration: ContinuousClock.now - start)
  }

  private static func text(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
}

extension Program.Run {
  /// The run as one text, for golden files.
  func transcript(_ arguments: [String]) -> String {
    let words = arguments.map { $0.contains { " *'".contains($0) } ? "'\($0)'" : $0 }
    let errors = errors.isEmpty ? "" : "--- standard error\n\(errors)"
    return
      "$ proviso \(words.joined(separator: " "))\n\(output)\(errors)--- exit code \(status.map(String.init) ?? "none")\n"
  }
}
