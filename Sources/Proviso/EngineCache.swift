public import ProvisoSource

/// Keeps what takes long to compile between runs: the compiled patterns and the plan.
///
/// Keys name contents, so nothing kept ever goes out of date. What comes back only to the same build of the library may
/// be lost or damaged: it ends in a checksum, and an engine uses nothing else than what was saved. So a cache costs time
/// at worst, and changes no result.
public protocol EngineCache: Sendable {
  /// Whether nothing comes back that another build of the program saved. Keys then need not name the contents of the
  /// built-in packs, all of which would have to be read for it.
  var tellsBuildsApart: Bool { get }
  /// What was saved under `key`; nil when there is nothing, or it cannot be read.
  func load(_ key: String) -> StoredBytes?
  /// Keeps `bytes` under `key`; may fail silently.
  func save(_ bytes: [UInt8], as key: String)
}

extension EngineCache {
  /// A cache is not known to tell builds apart unless it says so.
  public var tellsBuildsApart: Bool { false }
}
