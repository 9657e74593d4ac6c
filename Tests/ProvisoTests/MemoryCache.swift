import Proviso
import Synchronization

/// Keeps what is compiled for as long as a test runs.
final class MemoryCache: EngineCache {
  private let kept = Mutex<[String: [UInt8]]>([:])

  func load(_ key: String) -> [UInt8]? { kept.withLock { $0[key] } }
  func save(_ bytes: [UInt8], as key: String) { kept.withLock { $0[key] = bytes } }
}
