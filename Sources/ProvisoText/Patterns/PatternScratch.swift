internal import CVectorscan

/// The working memory of scans with one pattern set, and the hits of the last one. Each thread needs its own.
///
/// A scan finds out which patterns occur, and then looks for the places of each of these by itself.
public struct PatternScratch: ~Copyable {
  /// Puts finds together.
  private struct Collector {
    var hits: [PatternHit] = []
    /// For each pattern the place of its last hit in `hits`, or -1.
    var last: [Int32]

    /// Keeps, of hits of one pattern that overlap, the one that begins first, as long as it gets.
    mutating func add(_ pattern: Int32, _ start: Int32, _ end: Int32) {
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
  /// For each pattern what finds its places; nil where it was not needed yet.
  private var finders: [PatternFinder?]
  private var collector: Collector

  init(for set: PatternSet) throws(PatternError) {
    database = set.database
    collector = Collector(last: [Int32](repeating: -1, count: set.count))
    finders = Array(repeating: nil, count: set.count)
    occurring.isMet = Array(repeating: false, count: set.count)
    if let database, hs_alloc_scratch(database.raw, &raw) != HS_SUCCESS {
      throw PatternError(.failed(code: Int(HS_NOMEM)), "no memory for scanning")
    }
  }

  deinit { hs_free_scratch(raw) }

  /// Scans well-formed UTF-8 with `set`, which must be the set this was made for; returns what went wrong.
  mutating func scan(_ set: PatternSet, _ text: UnsafeBufferPointer<UInt8>) -> PatternError? {
    forget()
    guard database === set.database else { return PatternError(.failed(code: 0), "scratch of another pattern set") }
    guard let database, text.count > 0 else { return nil }
    if set.searched.count <= PatternSet.fewPatterns {
      for number in set.searched { occurring.add(number) }
    } else if let error = meet(database, text) {
      return error
    }
    if occurring.patterns.isEmpty { return nil }
    do throws(PatternError) {
      for number in occurring.patterns { try locate(number, of: set, text) }
    } catch {
      return error
    }
    if occurring.patterns.count > 1 { collector.hits.sort { ($0.end, $0.pattern) < ($1.end, $1.pattern) } }
    return nil
  }

  /// Finds one pattern of `set`, which must be the set this was made for; returns what went wrong.
  mutating func find(_ pattern: Int32, of set: PatternSet, _ text: UnsafeBufferPointer<UInt8>) -> PatternError? {
    forget()
    do throws(PatternError) {
      try locate(pattern, of: set, text)
      return nil
    } catch {
      return error
    }
  }

  /// Forgets the last scan.
  private mutating func forget() {
    for hit in collector.hits { collector.last[Int(hit.pattern)] = -1 }
    collector.hits.removeAll(keepingCapacity: true)
    occurring.forget()
  }

  /// Notes which patterns occur.
  private mutating func meet(_ database: PatternSet.Database, _ text: UnsafeBufferPointer<UInt8>) -> PatternError? {
    let code = withUnsafeMutablePointer(to: &occurring) { occurring in
      text.withMemoryRebound(to: CChar.self) { text in
        hs_scan(database.raw, text.baseAddress, UInt32(text.count), 0, raw, noteOccurrence, occurring)
      }
    }
    return code == HS_SUCCESS ? nil : PatternError(.failed(code: Int(code)), "the scan failed")
  }

  /// Finds the places of one pattern.
  private mutating func locate(
    _ number: Int32, of set: PatternSet, _ text: UnsafeBufferPointer<UInt8>
  ) throws(PatternError) {
    if finders[Int(number)] == nil { finders[Int(number)] = PatternFinder(try set.programs.program(Int(number))) }
    PatternScratch.scan(text, with: &finders[Int(number)], number, into: &collector)
  }

  /// Apart, so that the finder and the collector are changed where they are.
  private static func scan(
    _ text: UnsafeBufferPointer<UInt8>, with finder: inout PatternFinder?, _ number: Int32,
    into collector: inout Collector
  ) {
    finder?.scan(text) { collector.add(number, $0, $1) }
  }
}

/// Called by the library for every match of all patterns; the context is the list lent for the scan.
private func noteOccurrence(
  pattern: UInt32, start: UInt64, end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: PatternScratch.Occurring.self).pointee.add(Int32(pattern))
  return 0
}
