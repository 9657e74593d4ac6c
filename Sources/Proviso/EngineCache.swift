public import ProvisoSource

/// Keeps what takes long to compile between runs: the compiled patterns and the plan.
///
/// Keys name contents, so nothing kept ever goes out of date. What was kept must come back as it was, or not at all, and
/// only to the same build of the library; a cache that loses everything costs time and changes no result.
public protocol EngineCache: Sendable {
  /// What was saved under `key`; nil when there is nothing, or it cannot be read.
  func load(_ key: String) -> StoredBytes?
  /// Keeps `bytes` under `key`; may fail silently.
  func save(_ bytes: [UInt8], as key: String)
}
