public import ProvisoSource

/// Keeps what takes long to compile between runs: the compiled patterns and the plan.
///
/// Keys name contents, so nothing kept ever goes out of date. What comes back only to the same build of the library may
/// be lost or damaged: it ends in a checksum, and an engine uses nothing else than what was saved. So a cache costs time
/// at worst, and changes no result.
public protocol EngineCache: Sendable {
  /// What was saved under `key`; nil when there is nothing, or it cannot be read.
  func load(_ key: String) -> StoredBytes?
  /// Keeps `bytes` under `key`; may fail silently.
  func save(_ bytes: [UInt8], as key: String)
}
