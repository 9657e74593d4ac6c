import Proviso
import Synchronization

/// Keeps what is compiled for as long as a test runs.
final class MemoryCache: EngineCache {
  private let kept = Mutex<[String: [UInt8]]>([:])

  func load(_ key: String) -> StoredBytes? { kept.withLock { $0[key] }.map { StoredBytes($0) } }
  func save(_ bytes: [UInt8], as key: String) { kept.withLock { $0[key] = bytes } }
}
