import ProvisoSource

/// Folds one text of any kind, scalar by scalar, and keeps the way back.
struct Folder {
  /// What a placeholder becomes: U+FFFC.
  static let placeholder: [UInt8] = [0xEF, 0xBF, 0xBC]
  /// No mark is encoded with a lower first byte: U+0300 is the first of them.
  private static let firstByteOfMarks: UInt8 = 0xCC

  private var bytes: [UInt8] = []
  private var map = SpanMap()
  private var letters = ByteBits()
  /// The source with its plain bytes folded, its letters, and the bytes that are not plain.
  private let plain: Plain
  private let source: UnsafeBufferPointer<UInt8>
  private let placeholders: [Span]
  private let marks: [Int]
  private let table = FoldingTable.shared
  /// The run of bytes that stand unchanged in number, gathered before it goes to the map.
  private var copied = Span(0, 0)

  /// What `ASCIIFolding` made of a source.
  struct Plain {
    let bytes: UnsafeBufferPointer<UInt8>
    let letters: ByteBits
    let obstacles: ByteBits
  }

  /// Folds `source` into `bytes`, `map` and `letters`, which are empty and keep their memory.
  ///
  /// Takes placeholders in order and without overlaps, and in order the offsets of the marks to be removed.
  static func fold(
    _ source: UnsafeBufferPointer<UInt8>, _ plain: Plain, placeholders: [Span], marks: [Int],
    into bytes: inout [UInt8], _ map: inout SpanMap, _ letters: inout ByteBits
  ) {
    var folder = Folder(source, plain, placeholders, marks)
    // Moved in and back, so that appending does not copy them.
    swap(&folder.bytes, &bytes)
    swap(&folder.map, &map)
    swap(&folder.letters, &letters)
    folder.bytes.reserveCapacity(source.count + 16)
    folder.letters.reset(capacity: source.count + 16)
    folder.run()
    swap(&folder.bytes, &bytes)
    swap(&folder.map, &map)
    swap(&folder.letters, &letters)
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, _ plain: Plain, _ placeholders: [Span], _ marks: [Int]) {
    self.source = source
    self.plain = plain
    self.placeholders = placeholders
    self.marks = marks
  }

  private mutating func run() {
    var offset = 0
    var nextMark = 0
    for placeholder in placeholders {
      fold(from: &offset, to: placeholder.lower, &nextMark)
      replace(placeholder, with: Folder.placeholder)
      offset = placeholder.upper
    }
    fold(from: &offset, to: source.count, &nextMark)
    flush()
  }

  private mutating func fold(from offset: inout Int, to end: Int, _ nextMark: inout Int) {
    while offset < end {
      offset = foldASCII(from: offset, before: end)
      guard offset < end else { return }
      if nextMark < marks.count, marks[nextMark] == offset {
        nextMark += 1
        let upper = offset + FormattingMarks.length(in: source, at: offset)
        replace(Span(offset, upper), with: [])
        offset = upper
      } else {
        offset = foldScalar(at: offset, before: end)
      }
    }
  }

  /// Folds a run of plain ASCII, and returns the offset behind.
  private mutating func foldASCII(from offset: Int, before end: Int) -> Int {
    var upper = plain.obstacles.next(from: offset, before: end)
    // A mark behind the run belongs to the run's last letter.
    if upper < end, upper > offset, isMark(at: upper) { upper -= 1 }
    guard upper > offset else { return upper }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: plain.bytes[offset..<upper]))
    letters.append(plain.letters, from: offset, to: upper)
    copy(Span(offset, upper))
    return upper
  }

  private func isMark(at offset: Int) -> Bool {
    guard source[offset] >= Folder.firstByteOfMarks else { return false }
    let kind = table[ScalarReader.read(source, at: offset).scalar].kind
    return kind == .diacritic || kind == .mark
  }

  /// Folds the scalar at `offset` with the marks that follow it, and returns the offset behind.
  private mutating func foldScalar(at offset: Int, before end: Int) -> Int {
    let (scalar, length) = ScalarReader.read(source, at: offset)
    let cell = table[scalar]
    let upper = min(offset + length, end)
    switch cell.kind {
    case .removed, .diacritic:
      replace(Span(offset, upper), with: [])
      return upper
    case .lineBreak where scalar == 0x0D && upper < end && source[upper] == 0x0A:
      replace(Span(offset, upper + 1), with: [0x0A])
      return upper + 1
    default: break
    }
    if upper < end, isMark(at: upper),
      let next = foldCluster(from: offset, scalar, cell, upper, before: end)
    {
      return next
    }
    let start = bytes.count
    append(scalar, cell)
    appendLetters(from: start)
    if bytes.count - start == upper - offset {
      copy(Span(offset, upper))
    } else {
      flush()
      map.appendReplaced(bytes.count - start, for: Span(offset, upper))
    }
    return upper
  }

  /// Folds a scalar together with the marks behind it; nil where there are none to compose or to drop.
  private mutating func foldCluster(
    from offset: Int, _ scalar: UInt32, _ cell: FoldingTable.Cell, _ marksStart: Int, before end: Int
  ) -> Int? {
    let start = bytes.count
    var upper = marksStart
    flush()
    append(scalar, cell)
    while upper < end {
      let (mark, length) = ScalarReader.read(source, at: upper)
      let kind = table[mark].kind
      guard kind == .diacritic || kind == .mark, upper + length <= end else { break }
      if let (last, lastStart) = lastScalar(after: start), let composed = table.composition(of: last, mark) {
        bytes.removeSubrange(lastStart...)
        ScalarReader.append(composed, to: &bytes)
      } else if kind == .mark {
        break
      }
      upper += length
    }
    guard upper > marksStart else {
      bytes.removeSubrange(start...)
      return nil
    }
    appendLetters(from: start)
    map.appendReplaced(bytes.count - start, for: Span(offset, upper))
    return upper
  }

  private mutating func appendLetters(from start: Int) {
    for byte in bytes[start...] { letters.append(byte.isLetter || byte.isDigit ? 1 : 0, 1) }
  }

  private func lastScalar(after start: Int) -> (scalar: UInt32, start: Int)? {
    guard bytes.count > start, bytes[bytes.count - 1] >= 0x80 else { return nil }
    let scalar = bytes.withUnsafeBufferPointer { ScalarReader.read($0, before: $0.count) }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    return (scalar, bytes.count - length)
  }

  private mutating func append(_ scalar: UInt32, _ cell: FoldingTable.Cell) {
    let replacement = cell.replacement
    if replacement > 0 {
      let length = Int(table.replacements[replacement])
      for index in 1...max(1, length) { bytes.append(table.replacements[replacement + index]) }
    } else if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else {
      ScalarReader.append(scalar, to: &bytes)
    }
  }

  private mutating func replace(_ span: Span, with text: [UInt8]) {
    flush()
    let start = bytes.count
    bytes.append(contentsOf: text)
    appendLetters(from: start)
    map.appendReplaced(text.count, for: span)
  }

  private mutating func copy(_ span: Span) {
    if copied.length > 0, copied.upper == span.lower {
      copied = Span(copied.lower, span.upper)
    } else {
      flush()
      copied = span
    }
  }

  private mutating func flush() {
    map.appendCopied(copied.length, from: copied.lower)
    copied = Span(copied.upper, copied.upper)
  }
}
