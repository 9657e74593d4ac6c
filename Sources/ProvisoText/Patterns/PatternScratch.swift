internal import CVectorscan

/// The working memory of scans with one pattern set, and the hits of the last one. Each thread needs its own.
public struct PatternScratch: ~Copyable {
  /// What the library's callback writes to.
  struct Collector {
    var hits: [PatternHit] = []
    /// For each pattern the place of its last hit in `hits`, or -1.
    var last: [Int32]

    /// Keeps, of hits of one pattern that overlap, the one that begins first, as long as it gets.
    mutating func add(_ pattern: Int32, _ start: Int32, _ end: Int32) {
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

  /// The hits of the last scan, ordered by where they end. Those of one pattern do not overlap.
  public var hits: [PatternHit] { collector.hits }

  private let raw: OpaquePointer?
  private let database: PatternSet.Database?
  private var collector: Collector

  init(for set: PatternSet) throws(PatternError) {
    database = set.database
    collector = Collector(last: [Int32](repeating: -1, count: set.count))
    guard let database else {
      raw = nil
      return
    }
    var allocated: OpaquePointer?
    let code = hs_alloc_scratch(database.raw, &allocated)
    guard code == HS_SUCCESS else { throw PatternError(.failed(code: Int(code)), "no memory for scanning") }
    raw = allocated
  }

  deinit { hs_free_scratch(raw) }

  /// Scans well-formed UTF-8 with `set`, which must be the set this was made for; returns what went wrong.
  mutating func scan(_ set: PatternSet, _ text: UnsafeBufferPointer<UInt8>) -> PatternError? {
    for hit in collector.hits { collector.last[Int(hit.pattern)] = -1 }
    collector.hits.removeAll(keepingCapacity: true)
    guard let database, let raw, text.count > 0 else { return nil }
    guard database === set.database else { return PatternError(.failed(code: 0), "scratch of another pattern set") }
    let code = withUnsafeMutablePointer(to: &collector) { collector in
      text.withMemoryRebound(to: CChar.self) { text in
        hs_scan(database.raw, text.baseAddress, UInt32(text.count), 0, raw, noteMatch, collector)
      }
    }
    return code == HS_SUCCESS ? nil : PatternError(.failed(code: Int(code)), "the scan failed")
  }
}

/// Called by the library for every match; the context is the collector lent for the scan.
private func noteMatch(
  pattern: UInt32, start: UInt64, end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: PatternScratch.Collector.self).pointee
    .add(Int32(pattern), Int32(start), Int32(end))
  return 0
}
