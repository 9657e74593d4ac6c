internal import CVectorscan

/// The working memory of scans with one pattern set, and the hits of the last one. Each thread needs its own.
///
/// A scan finds out which patterns occur, and then looks for the places of each of these by itself.
public struct PatternScratch: ~Copyable {
  /// What the library's callback writes to.
  struct Collector {
    var hits: [PatternHit] = []
    /// For each pattern the place of its last hit in `hits`, or -1.
    var last: [Int32]
    /// The pattern that is looked for.
    var pattern: Int32 = 0

    /// Keeps, of hits of one pattern that overlap, the one that begins first, as long as it gets.
    mutating func add(_ start: Int32, _ end: Int32) {
      guard end > start, last.indices.contains(Int(pattern)) else { return }
      let place = Int(last[Int(pattern)])
      guard place >= 0, start < hits[place].end else {
        last[Int(pattern)] = Int32(hits.count)
        hits.append(PatternHit(pattern: pattern, start: start, end: end))
        return
      }
      if start < hits[place].start {
        (hits[place].start, hits[place].end) = (start, max(end, hits[place].end))
      } else if start == hits[place].start {
        hits[place].end = max(end, hits[place].end)
      }
    }
  }

  /// The patterns that occur in a text.
  struct Occurring {
    var patterns: [Int32] = []
    /// For each pattern whether it is among them.
    var isMet: [Bool] = []

    mutating func add(_ pattern: Int32) {
      guard isMet.indices.contains(Int(pattern)), !isMet[Int(pattern)] else { return }
      isMet[Int(pattern)] = true
      patterns.append(pattern)
    }

    mutating func forget() {
      for pattern in patterns { isMet[Int(pattern)] = false }
      patterns.removeAll(keepingCapacity: true)
    }
  }

  /// The hits of the last scan, ordered by where they end. Those of one pattern do not overlap.
  public var hits: [PatternHit] { collector.hits }

  private var raw: OpaquePointer?
  private let database: PatternSet.Database?
  /// The patterns that occur, in the order they were met, and one flag for each pattern.
  private var occurring = Occurring()
  /// For each pattern whether there is room to scan with it by itself.
  private var hasRoom: [Bool]
  private var collector: Collector

  init(for set: PatternSet) throws(PatternError) {
    database = set.database
    collector = Collector(last: [Int32](repeating: -1, count: set.count))
    hasRoom = Array(repeating: false, count: set.count)
    occurring.isMet = hasRoom
    if let database { try makeRoom(for: database) }
  }

  deinit { hs_free_scratch(raw) }

  private mutating func makeRoom(for database: PatternSet.Database) throws(PatternError) {
    guard hs_alloc_scratch(database.raw, &raw) == HS_SUCCESS else {
      throw PatternError(.failed(code: Int(HS_NOMEM)), "no memory for scanning")
    }
  }

  /// Scans well-formed UTF-8 with `set`, which must be the set this was made for; returns what went wrong.
  mutating func scan(_ set: PatternSet, _ text: UnsafeBufferPointer<UInt8>) -> PatternError? {
    for hit in collector.hits { collector.last[Int(hit.pattern)] = -1 }
    collector.hits.removeAll(keepingCapacity: true)
    occurring.forget()
    guard let database, let raw, text.count > 0 else { return nil }
    guard database === set.database else { return PatternError(.failed(code: 0), "scratch of another pattern set") }
    let code = withUnsafeMutablePointer(to: &occurring) { occurring in
      text.withMemoryRebound(to: CChar.self) { text in
        hs_scan(database.raw, text.baseAddress, UInt32(text.count), 0, raw, noteOccurrence, occurring)
      }
    }
    guard code == HS_SUCCESS else { return PatternError(.failed(code: Int(code)), "the scan failed") }
    if occurring.patterns.isEmpty { return nil }
    do throws(PatternError) {
      for number in occurring.patterns { try locate(number, of: set, text) }
    } catch {
      return error
    }
    if occurring.patterns.count > 1 { collector.hits.sort { ($0.end, $0.pattern) < ($1.end, $1.pattern) } }
    return nil
  }

  /// Finds the places of one pattern.
  private mutating func locate(
    _ number: Int32, of set: PatternSet, _ text: UnsafeBufferPointer<UInt8>
  ) throws(PatternError) {
    let single = try set.single.database(Int(number))
    if !hasRoom[Int(number)] {
      try makeRoom(for: single)
      hasRoom[Int(number)] = true
    }
    collector.pattern = number
    let code = withUnsafeMutablePointer(to: &collector) { collector in
      text.withMemoryRebound(to: CChar.self) { text in
        hs_scan(single.raw, text.baseAddress, UInt32(text.count), 0, raw, noteMatch, collector)
      }
    }
    guard code == HS_SUCCESS else { throw PatternError(.failed(code: Int(code)), "the scan failed") }
  }
}

/// Called by the library for every match of one pattern; the context is the collector lent for the scan.
private func noteMatch(
  pattern: UInt32, start: UInt64, end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: PatternScratch.Collector.self).pointee.add(Int32(start), Int32(end))
  return 0
}

/// Called by the library for every match of all patterns; the context is the list lent for the scan.
private func noteOccurrence(
  pattern: UInt32, start: UInt64, end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: PatternScratch.Occurring.self).pointee.add(Int32(pattern))
  return 0
}
