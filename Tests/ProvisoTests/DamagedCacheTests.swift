import Proviso
import Synchronization
import Testing

/// A cache that gives back something else than it was given.
private final class DamagingCache: EngineCache {
  typealias Damage = @Sendable ([UInt8]) -> StoredBytes?

  let tellsBuildsApart: Bool
  private let kept = Mutex<[String: [UInt8]]>([:])
  private let saved = Mutex(0)
  private let damage: Mutex<Damage> = Mutex({ StoredBytes($0) })

  /// How much was kept since the engine was made that filled it.
  var count: Int { kept.withLock { $0.values.map(\.count).reduce(0, +) } }

  init(tellsBuildsApart: Bool = false) { self.tellsBuildsApart = tellsBuildsApart }

  /// The names of what is kept, and how often something was kept.
  var keys: Set<String> { kept.withLock { Set($0.keys) } }
  var saves: Int { saved.withLock { $0 } }

  func become(_ damage: @escaping Damage) { self.damage.withLock { $0 = damage } }

  func exchange() {
    kept.withLock { kept in
      let keys = kept.keys.sorted()
      guard keys.count > 1 else { return }
      (kept[keys[0]], kept[keys[1]]) = (kept[keys[1]], kept[keys[0]])
    }
  }

  func load(_ key: String) -> StoredBytes? {
    guard let bytes = kept.withLock({ $0[key] }) else { return nil }
    return damage.withLock { $0(bytes) }
  }

  func save(_ bytes: [UInt8], as key: String) {
    kept.withLock { $0[key] = bytes }
    saved.withLock { $0 += 1 }
  }
}

/// Whatever a cache does, an engine judges as if there were none.
@Suite struct DamagedCacheTests {
  private static let pack = SourceFile(
    name: "kept.yaml",
    text: PackText.pack(
      "kept", top: "vocabularies: { sale: { en: [flash sale] } }",
      PackText.rule("kept.sale", "level: block\nforbid: text mentions @sale or body matches /[0-9]+ off/"),
      PackText.rule("kept.place", "level: warn\nwhen: recipient.region in EEA\nrequire: consent.status is given")))

  private static func report(_ cache: any EngineCache) throws -> [DraftReport] {
    let engine = try Engine(packs: [], files: [pack], cache: cache)
    let day = try #require(CalendarDate("2026-11-22"))
    let text = "channel: sms\nbody: Flash sale, 20 off\nfacts: { recipient.regions: [DE, BR] }"
    return engine.read(SourceFile(name: "draft.yaml", text: text)).drafts.map {
      engine.evaluate($0, asOf: day, includingAll: true)
    }
  }

  @Test(arguments: 0..<40) func `a flipped bit anywhere changes no report`(_ part: Int) throws {
    let cache = DamagingCache()
    let whole = try Self.report(cache)
    cache.become { bytes in
      var bytes = bytes
      if !bytes.isEmpty { bytes[(bytes.count - 1) * part / 39] ^= 1 << UInt8(part % 8) }
      return StoredBytes(bytes)
    }
    #expect(try Self.report(cache) == whole)
  }

  @Test(arguments: ["kept.sale", "A rule", "Broken.", "art. 1", "[0-9]+ off"])
  func `damage in what is read only when it is asked for shows at once`(_ text: String) throws {
    let cache = DamagingCache()
    let whole = try Self.report(cache)
    let saves = cache.saves
    cache.become { bytes in
      var bytes = bytes
      if let place = bytes.firstRange(of: Array(text.utf8)) { bytes[place.lowerBound] ^= 1 }
      return StoredBytes(bytes)
    }
    #expect(try Self.report(cache) == whole)
    #expect(cache.saves > saves)
  }

  @Test func `a cache that tells builds apart is used as any other`() throws {
    let caches = [false, true].map(DamagingCache.init)
    let reports = try caches.map { [try Self.report($0), try Self.report($0)] }
    #expect(Set(reports.joined()).count == 1)
    // The patterns are kept under the same name, the plan under one of its own.
    #expect(caches.map(\.saves) == [2, 2])
    #expect(caches[0].keys.intersection(caches[1].keys).count == 1)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 100]) func `bytes that end too early change no report`(_ count: Int) throws {
    let cache = DamagingCache()
    let whole = try Self.report(cache)
    cache.become { StoredBytes(Array($0.prefix(count))) }
    #expect(try Self.report(cache) == whole)
  }

  @Test(arguments: 1..<16) func `bytes at an odd address are used all the same`(_ shift: Int) throws {
    let cache = DamagingCache()
    let whole = try Self.report(cache)
    cache.become { bytes in
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + shift, alignment: 16)
      let shifted = UnsafeMutableRawBufferPointer(rebasing: memory[shift...])
      shifted.copyBytes(from: bytes)
      let start = memory.baseAddress.map { UInt(bitPattern: $0) }
      return StoredBytes(UnsafeRawBufferPointer(shifted)) { _ in
        start.flatMap { UnsafeMutableRawPointer(bitPattern: $0) }?.deallocate()
      }
    }
    let kept = cache.count
    #expect(try Self.report(cache) == whole)
    #expect(cache.count == kept)
  }

  @Test func `what was saved under another key is not used`() throws {
    let cache = DamagingCache()
    let whole = try Self.report(cache)
    cache.exchange()
    #expect(try Self.report(cache) == whole)
  }
}
