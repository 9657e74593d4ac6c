import ProvisoSource

/// A cache whose bytes are believed only when they are what was saved: a plan trusts what it is read from.
///
/// What is kept ends in a checksum over its bytes, its key and the layout of stored plans. Whatever is damaged, was saved
/// under another key or in another layout counts as missing. All of it is checked before any of it is read, so what a
/// plan reads late, when a draft first needs it, was checked too.
struct SealedCache {
  /// The layout of what is stored; another number for every change of what `Plan.stored` writes.
  ///
  /// A front end that keeps plans between builds tells its own builds apart besides, which nobody can forget.
  private static let layout: UInt64 = 2
  private static let sealSize = 8

  private let cache: any EngineCache

  init(_ cache: any EngineCache) { self.cache = cache }

  /// What was saved under `key`, at an address that suits every array in it.
  func load(_ key: String) -> StoredBytes? {
    guard let kept = cache.load(key), kept.count >= SealedCache.sealSize, let start = kept.buffer.baseAddress else {
      return nil
    }
    let count = kept.count - SealedCache.sealSize
    let bytes = UnsafeRawBufferPointer(rebasing: kept.buffer[..<count])
    let seal = UInt64(littleEndian: kept.buffer.loadUnaligned(fromByteOffset: count, as: UInt64.self))
    guard Checksum.of(bytes, seed: SealedCache.seed(key)) == seal else { return nil }
    guard UInt(bitPattern: start) % UInt(StoredBytes.alignment) == 0 else { return StoredBytes(Array(bytes)) }
    // The closure holds what the bytes stand in for as long as they are held.
    return StoredBytes(bytes) { _ in withExtendedLifetime(kept) {} }
  }

  func save(_ bytes: [UInt8], as key: String) {
    let seal = Checksum.of(bytes, seed: SealedCache.seed(key))
    cache.save(bytes + (0..<8).map { UInt8(truncatingIfNeeded: seal >> ($0 * 8)) }, as: key)
  }

  private static func seed(_ key: String) -> UInt64 { Checksum.of(Array(key.utf8), seed: layout) }
}
