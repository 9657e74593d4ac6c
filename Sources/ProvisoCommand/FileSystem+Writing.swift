import Glibc

extension FileSystem {
  /// Writes a file in one piece: whoever reads it sees what was there before or all of the new text.
  ///
  /// What is no ordinary file, such as a pipe, is written to as it is.
  static func write(_ text: String, to path: String) throws(Problem) {
    // A link stays a link, and what it leads to is written.
    var place = path
    if let resolved = realpath(path, nil) {
      place = String(cString: resolved)
      free(resolved)
    }
    let isReplaced = kind(of: place) ?? .file == .file
    let target = isReplaced ? "\(place).\(getpid()).new" : place
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var status = stat()
    if isReplaced, stat(place, &status) == 0 { fchmod(descriptor, status.st_mode & 0o777) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    close(descriptor)
    guard rest.isEmpty, !isReplaced || rename(target, place) == 0 else {
      let problem = failure(path)
      if isReplaced { unlink(target) }
      throw problem
    }
  }

  private static func failure(_ path: String) -> Problem {
    Problem("cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
