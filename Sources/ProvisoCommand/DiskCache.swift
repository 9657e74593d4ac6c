import Glibc
import Proviso

/// Keeps compiled patterns in `$XDG_CACHE_HOME/proviso`, or `~/.cache/proviso`.
///
/// A file is written beside its place and then moved there, so that no reader ever sees half of one. Whatever goes
/// wrong only costs time.
struct DiskCache: EngineCache {
  private let folder: String

  /// The user's cache; nil where there is no home.
  init?() {
    func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
    guard let base = value("XDG_CACHE_HOME") ?? value("HOME").map({ "\($0)/.cache" }) else { return nil }
    folder = "\(base)/proviso"
  }

  func load(_ key: String) -> [UInt8]? {
    try? FileSystem.read("\(folder)/\(key)").bytes
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
    if rest.isEmpty { rename(temporary, "\(folder)/\(key)") } else { unlink(temporary) }
  }
}
