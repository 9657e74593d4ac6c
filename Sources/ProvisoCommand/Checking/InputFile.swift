import Glibc

/// A file, or standard input, that is read piece by piece.
final class InputFile {
  private let descriptor: Int32
  private let name: String
  private let isOwned: Bool

  /// Opens the file at `path`.
  init(path: String) throws(Problem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    (name, isOwned) = (path, true)
    guard descriptor >= 0 else { throw problem }
  }

  /// Standard input under a name.
  init(standardInputAs name: String) {
    (descriptor, self.name, isOwned) = (STDIN_FILENO, name, false)
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  private var problem: Problem { Problem("cannot read \(name): \(String(cString: strerror(errno)))") }

  /// Reads the next bytes into `buffer`, as many as there are now; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(Problem) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw problem }
    }
  }
}
