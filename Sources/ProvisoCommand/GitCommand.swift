import Glibc

/// Runs `git`, which alone knows what a repository holds.
enum GitCommand {
  /// What a run left behind: its output, with what it said about errors.
  struct Run {
    let output: [UInt8]
    let hasSucceeded: Bool

    /// The output without the end of its last line.
    var line: String { String(decoding: output.last == 0x0A ? output.dropLast() : output[...], as: UTF8.self) }
    /// The parts of an output that was asked for with `-z`.
    var names: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
  }

  /// What a shell answers for a command that is not there.
  private static let notFound: Int32 = 127

  /// Runs it with `arguments` and waits.
  static func run(_ arguments: [String]) throws(Problem) -> Run {
    let command = (["git"] + arguments.map(quoted) + ["2>&1 </dev/null"]).joined(separator: " ")
    guard let stream = popen(command, "re") else {
      throw Problem("cannot run git: \(String(cString: strerror(errno)))")
    }
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      guard count > 0 else { break }
      output += buffer[..<count]
    }
    let status = pclose(stream)
    guard status >> 8 != notFound else { throw Problem("cannot run git: it is not installed") }
    return Run(output: output, hasSucceeded: status == 0)
  }

  /// A word that a shell takes as it stands.
  private static func quoted(_ word: String) -> String { "'\(word.replacing("'", with: "'\\''"))'" }
}
