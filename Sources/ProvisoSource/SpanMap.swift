/// Says where each byte of a derived text came from in the text around it.
///
/// A YAML scalar in its file, a JSON string behind its escapes, a folded text in front of its draft: all three are
/// derived texts, and all three use this one map. It is a list of runs. A *copied* run has the same bytes on both
/// sides, so offsets inside it move along; a *replaced* run (an escape, a folded letter) is known only as a whole.
public struct SpanMap: Hashable, Sendable {
  struct Run: Hashable, Sendable {
    var derived: Int
    var derivedLength: Int
    var source: Int
    var sourceLength: Int
    var isCopied: Bool
  }

  private(set) var runs: [Run] = []
  private(set) var derivedLength = 0
  private var sourceEnd = 0

  /// A map for an empty derived text that stands at `source`.
  public init(startingAt source: Int = 0) {
    sourceEnd = source
  }

  /// The map of a text that stands unchanged at `source`.
  public init(copying length: Int, from source: Int) {
    self.init(startingAt: source)
    appendCopied(length, from: source)
  }

  /// Begins anew for a text that stands unchanged at the source's start, or an empty one; keeps the memory.
  public mutating func reset(copying length: Int = 0) {
    runs.removeAll(keepingCapacity: true)
    derivedLength = 0
    sourceEnd = 0
    appendCopied(length, from: 0)
  }

  /// Adds `length` bytes that stand unchanged in the source, from offset `source` on.
  public mutating func appendCopied(_ length: Int, from source: Int) {
    guard length > 0 else { return }
    if let last = runs.last, last.isCopied, last.source + last.sourceLength == source {
      runs[runs.count - 1].derivedLength += length
      runs[runs.count - 1].sourceLength += length
    } else {
      runs.append(
        Run(derived: derivedLength, derivedLength: length, source: source, sourceLength: length, isCopied: true))
    }
    derivedLength += length
    sourceEnd = source + length
  }

  /// Adds `length` bytes that stand for the source's bytes in `source`, without a match byte for byte.
  public mutating func appendReplaced(_ length: Int, for source: Span) {
    if length > 0 {
      runs.append(
        Run(
          derived: derivedLength, derivedLength: length, source: source.lower, sourceLength: source.length,
          isCopied: false))
      derivedLength += length
    }
    sourceEnd = source.upper
  }

  /// The part of the source that the derived text's `span` came from.
  ///
  /// Offsets behind the derived text are taken as its end.
  public func source(of span: Span) -> Span {
    guard span.length > 0 else {
      let place = start(of: span.lower)
      return Span(place, place)
    }
    return Span(start(of: span.lower), end(of: span.upper))
  }

  private func start(of offset: Int) -> Int {
    guard let run = run(holding: offset) else { return sourceEnd }
    return run.isCopied ? run.source + (offset - run.derived) : run.source
  }

  private func end(of offset: Int) -> Int {
    guard let run = run(holding: offset - 1) else { return sourceEnd }
    return run.isCopied ? run.source + (offset - run.derived) : run.source + run.sourceLength
  }

  private func run(holding offset: Int) -> Run? {
    guard offset >= 0, offset < derivedLength else { return nil }
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].derived <= offset { low = middle } else { high = middle }
    }
    return runs[low]
  }
}
