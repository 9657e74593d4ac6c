import ProvisoSource

/// How long a text is as written, in the units that channels and rules count.
public struct TextMeasures: Hashable, Sendable {
  /// Unicode code points, placeholders included.
  public internal(set) var codePoints = 0
  /// UTF-16 code units, placeholders included.
  public internal(set) var utf16Units = 0
  /// Words and numbers outside placeholders.
  public internal(set) var words = 0
  /// Letters outside placeholders.
  public internal(set) var letters = 0
  /// Capital letters outside placeholders.
  public internal(set) var capitals = 0
  /// Emoji as a reader counts them: a flag, a family or a keycap is one.
  public internal(set) var emoji = 0

  /// The measures of no text.
  public init() {}

  /// Adds what another text measures.
  public static func += (sum: inout TextMeasures, other: TextMeasures) {
    sum.codePoints += other.codePoints
    sum.utf16Units += other.utf16Units
    sum.words += other.words
    sum.letters += other.letters
    sum.capitals += other.capitals
    sum.emoji += other.emoji
  }

  /// Measures any text; the words are counted elsewhere.
  init(of source: UnsafeBufferPointer<UInt8>, placeholders: [Span]) {
    var offset = 0
    var counter = EmojiCounter()
    for placeholder in placeholders {
      measure(source, from: &offset, to: placeholder.lower, &counter)
      counter.pause()
      measureHidden(source, from: &offset, to: placeholder.upper)
    }
    measure(source, from: &offset, to: source.count, &counter)
    emoji = counter.count
  }

  private mutating func measure(
    _ source: UnsafeBufferPointer<UInt8>, from offset: inout Int, to end: Int, _ counter: inout EmojiCounter
  ) {
    let table = FoldingTable.shared
    while offset < end {
      if source[offset] < 0x80 {
        measureASCII(source, from: &offset, to: end, &counter)
        continue
      }
      let (scalar, length) = ScalarReader.read(source, at: offset)
      offset += length
      codePoints += 1
      utf16Units += scalar >= 0x10000 ? 2 : 1
      let kind = table[scalar].kind
      if kind.isLetter {
        letters += 1
        if kind == .capital { capitals += 1 }
      }
      counter.read(scalar)
    }
  }

  private mutating func measureASCII(
    _ source: UnsafeBufferPointer<UInt8>, from offset: inout Int, to end: Int, _ counter: inout EmojiCounter
  ) {
    let start = offset
    while offset < end, source[offset] < 0x80 {
      count(ascii: source[offset])
      offset += 1
    }
    codePoints += offset - start
    utf16Units += offset - start
    // Only the last of them can be the beginning of an emoji, a keycap.
    counter.read(UInt32(source[offset - 1]))
  }

  @inline(__always)
  private mutating func count(ascii byte: UInt8) {
    letters += (byte | 0x20) &- 0x61 < 26 ? 1 : 0
    capitals += byte &- 0x41 < 26 ? 1 : 0
  }

  private mutating func measureHidden(_ source: UnsafeBufferPointer<UInt8>, from offset: inout Int, to end: Int) {
    while offset < end {
      let (scalar, length) = ScalarReader.read(source, at: offset)
      offset += length
      codePoints += 1
      utf16Units += scalar >= 0x10000 ? 2 : 1
    }
  }
}
