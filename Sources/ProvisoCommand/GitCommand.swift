import Glibc

/// Runs `git`, which alone knows what a repository holds.
enum GitCommand {
  /// What a run left behind: its output, with what it said about errors.
  struct Run {
    let output: [UInt8]
    let hasSucceeded: Bool

    /// The output without the end of its last line.
    var line: String {
      String(decoding: output.last == UInt8(ascii: "\n") ? output.dropLast() : output[...], as: UTF8.self)
    }
    /// The parts of an output that was asked for with `-z`.
    var names: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
  }

  /// Runs it with `arguments` and waits.
  static func run(_ arguments: [String]) throws(Problem) -> Run {
    var ends: [Int32] = [0, 0]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw failure(errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawnp(&process, "git", &actions, nil, &words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard code == 0 else { throw failure(code) }
    let output = read(ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Run(output: output, hasSucceeded: status == 0)
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return output }
      output += buffer[..<count]
    }
  }

  private static func failure(_ code: Int32) -> Problem {
    Problem("cannot run git: \(String(cString: strerror(code)))")
  }
}
