import Glibc
import Proviso

/// Keeps compiled packs in `$XDG_CACHE_HOME/proviso`, or `~/.cache/proviso`.
///
/// A file is written beside its place and then moved there, so that no reader ever sees half of one. Its name tells which
/// program wrote it: what one build keeps, another does not read. Whatever goes wrong only costs time.
struct DiskCache: EngineCache {
  /// The most files kept; those that were not used for longest go first.
  static let mostFiles = 24

  let tellsBuildsApart = true

  private let folder: String
  private let build: UInt64

  /// The user's cache; nil where there is no home.
  init?() {
    func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
    // The base directory specification has relative paths ignored.
    let given = value("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = given ?? value("HOME").map({ "\($0)/.cache" }), let build = DiskCache.build else { return nil }
    self.init(folder: "\(base)/proviso", build: build)
  }

  /// A cache in a folder, for a build of the program.
  init(folder: String, build: UInt64) { (self.folder, self.build) = (folder, build) }

  /// Tells this program from any other build of it.
  private static var build: UInt64? {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    let parts = [
      UInt64(status.st_size), UInt64(status.st_ino), UInt64(status.st_mtim.tv_sec), UInt64(status.st_mtim.tv_nsec),
    ]
    return parts.withUnsafeBytes { Checksum.of($0) }
  }

  private func path(of key: String) -> String { "\(folder)/\(String(build, radix: 16))-\(key)" }

  func load(_ key: String) -> StoredBytes? {
    let descriptor = open(path(of: key), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    // A file that is used counts as new.
    futimens(descriptor, nil)
    let size = Int(status.st_size)
    // Mapped, so that only what is looked at is brought in. Nobody writes to a file here once it has its name.
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    return StoredBytes(UnsafeRawBufferPointer(start: start, count: size)) {
      munmap(UnsafeMutableRawPointer(mutating: $0.baseAddress), $0.count)
    }
  }

  func save(_ bytes: [UInt8], as key: String) {
    let parts = folder.split(separator: "/")
    for count in 1...parts.count { mkdir("/" + parts.prefix(count).joined(separator: "/"), 0o700) }
    let temporary = "\(folder)/.\(key).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { break }
      rest = rest.dropFirst(written)
    }
    close(descriptor)
    if rest.isEmpty { rename(temporary, path(of: key)) } else { unlink(temporary) }
    removeLeastUsed()
  }

  /// Holds the number of files, whatever the number of builds and packs.
  private func removeLeastUsed() {
    guard let names = try? FileSystem.names(in: folder), names.count > DiskCache.mostFiles else { return }
    let aged = names.compactMap { name in
      var status = stat()
      return stat("\(folder)/\(name)", &status) == 0
        ? (time: (status.st_mtim.tv_sec, status.st_mtim.tv_nsec), name: name) : nil
    }
    for (_, name) in aged.sorted(by: { $0.time < $1.time }).dropLast(DiskCache.mostFiles) {
      unlink("\(folder)/\(name)")
    }
  }
}
