public import ProvisoSource

/// Cuts JSON Lines that are read piece by piece into their lines, each a source of its own that knows where it begins.
public struct JSONLineCutter: Sendable {
  private let name: String
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Where the present line begins in `bytes`, and how far its end was looked for.
  private var lower = 0, searched = 0
  private var start = SourceStart()
  private var isAtEnd = false
  private var isInSurplus = false

  /// A cutter for the file named `name`.
  public init(name: String, limits: DocumentLimits = .init()) {
    self.name = name
    limit = limits.bytes
  }

  /// Takes the next bytes of the file.
  public mutating func add(_ more: some Collection<UInt8>) {
    // What was handed out is dropped when it is at least half, so that every byte moves a few times at most.
    if lower * 2 > bytes.count {
      bytes.removeSubrange(..<lower)
      (lower, searched) = (0, searched - lower)
    }
    bytes += more
  }

  /// Says that the file ends here.
  public mutating func end() { isAtEnd = true }

  /// The next line that holds more than blanks, without its LF; nil until more bytes come, and at the end.
  ///
  /// A line that is longer than one document may be comes cut off, but still too long; the rest of it is skipped.
  public mutating func next() -> SourceFile? {
    while let (upper, isWhole) = lineEnd() {
      let isSurplus = isInSurplus
      isInSurplus = !isWhole
      let source = SourceFile(name: name, bytes: Array(bytes[lower..<upper]), start: start)
      let next = isWhole ? min(upper + 1, bytes.count) : upper
      start.advance(over: bytes[lower..<next])
      (lower, searched) = (next, next)
      if !isSurplus, JSONLines.hasContent(source) { return source }
    }
    return nil
  }

  /// Where the present line ends, or gets too long; nil where neither is there yet.
  private mutating func lineEnd() -> (upper: Int, isWhole: Bool)? {
    guard lower < bytes.count else { return nil }
    let feed = bytes[searched...].firstIndex(of: JSONLines.lineFeed)
    searched = feed ?? bytes.count
    if searched - lower > limit { return (lower + limit + 1, feed == lower + limit + 1) }
    return feed.map { ($0, true) } ?? (isAtEnd ? (bytes.count, true) : nil)
  }
}
