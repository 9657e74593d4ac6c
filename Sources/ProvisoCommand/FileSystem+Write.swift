import Glibc

extension FileSystem {
  /// Makes the folders above a path, where they are missing.
  static func makeFolder(above path: String) throws(Problem) {
    let parts = path.split(separator: "/").dropLast()
    for count in parts.indices.map({ $0 + 1 }) {
      let folder = (path.hasPrefix("/") ? "/" : "") + parts.prefix(count).joined(separator: "/")
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw Problem("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Writes a file.
  ///
  /// - Parameter replacing: whether a file that is there already is written over; otherwise that is a problem.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL), 0o666)
    guard descriptor >= 0 else { throw Problem("cannot write \(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Problem("cannot write \(path): \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(written)
    }
  }
}
