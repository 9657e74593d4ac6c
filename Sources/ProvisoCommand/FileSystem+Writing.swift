import Glibc
import Proviso

extension FileSystem {
  /// Writes a file that is there in one step: beside its place first, then moved there, so that no reader sees half of it
  /// and a full disk costs nothing. Its permissions stay; of a link, the file that it leads to is written.
  static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    func problem() -> Problem { Problem("cannot write \(path): \(String(cString: strerror(errno)))") }
    guard let resolved = realpath(path, nil) else { throw problem() }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var status = stat()
    guard stat(target, &status) == 0 else { throw problem() }
    let temporary = "\(target).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o7777)
    guard descriptor >= 0 else { throw problem() }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    fchmod(descriptor, status.st_mode & 0o7777)
    let isWhole = rest.isEmpty && fsync(descriptor) == 0
    let failure = problem()
    close(descriptor)
    guard isWhole, rename(temporary, target) == 0 else {
      let problem = isWhole ? problem() : failure
      unlink(temporary)
      throw problem
    }
  }
}
