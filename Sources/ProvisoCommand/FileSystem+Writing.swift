import Glibc

extension FileSystem {
  /// Makes a folder and those above it, where they are missing.
  static func makeFolder(_ path: String) throws(Problem) {
    let parts = path.split(separator: "/")
    for count in parts.indices.map({ $0 + 1 }) {
      let folder = (path.hasPrefix("/") ? "/" : "") + parts.prefix(count).joined(separator: "/")
      guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
        throw Problem("cannot make the folder \(folder): \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Makes the folders above a path, where they are missing.
  static func makeFolder(above path: String) throws(Problem) {
    guard let slash = path.lastIndex(of: "/") else { return }
    try makeFolder(String(path[..<slash]))
  }

  /// Writes a file in one piece: whoever reads it sees what was there before or all of the new text.
  ///
  /// Its permissions stay; of a link, the file that it leads to is written. What is no ordinary file, such as a pipe, is
  /// written to as it is.
  ///
  /// - Parameter replacing: whether a file that is there already is written over; otherwise that is a problem.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool = true) throws(Problem) {
    var place = path
    if let resolved = realpath(path, nil) {
      place = String(cString: resolved)
      free(resolved)
    }
    var status = stat()
    let isThere = stat(place, &status) == 0
    guard replacing || !isThere else { throw Problem("\(path) is there already") }
    let isOrdinary = !isThere || status.st_mode & S_IFMT == S_IFREG
    let target = isOrdinary ? "\(place).\(getpid()).new" : place
    let descriptor = open(target, O_WRONLY | O_CREAT | O_CLOEXEC | (isOrdinary ? O_TRUNC : 0), 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    if isThere, isOrdinary { fchmod(descriptor, status.st_mode & 0o7777) }
    let isWhole = rest.isEmpty && (!isOrdinary || fsync(descriptor) == 0)
    let problem = failure(path)
    close(descriptor)
    guard isOrdinary else {
      if isWhole { return }
      throw problem
    }
    guard isWhole, rename(target, place) == 0 else {
      let problem = isWhole ? failure(path) : problem
      unlink(target)
      throw problem
    }
  }

  /// The same for a text.
  static func write(_ text: String, to path: String, replacing: Bool = true) throws(Problem) {
    try write(Array(text.utf8), to: path, replacing: replacing)
  }

  private static func failure(_ path: String) -> Problem {
    Problem("cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
