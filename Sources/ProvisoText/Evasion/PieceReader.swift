import ProvisoSource

/// Divides a folded text into pieces.
struct PieceReader {
  private let text: FoldedText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let source: UnsafeBufferPointer<UInt8>
  private let isPart = PieceReader.isPart
  private var offset = 0
  /// Whether a word came by that no reader takes for a Latin one.
  private(set) var hasForeignWords = false

  init(_ text: FoldedText, _ bytes: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
    self.source = source
  }

  /// The next piece; words of other scripts are passed over, and plain ones come without signs.
  mutating func next() -> Piece? {
    while offset < bytes.count {
      let start = offset
      if let end = Address.end(ofAddressAt: start, in: bytes) {
        offset = end
        return Piece(plain: Span(start, end))
      }
      if let word = plainWord(from: start) {
        offset = word.upper
        return Piece(plain: word)
      }
      if bytes[start] == 0xF0, let letter = EmojiLetters.letter(of: ScalarReader.read(bytes, at: start).scalar) {
        offset += EmojiLetters.length
        return Piece(emoji: letter, at: Span(start, offset))
      }
      while offset < bytes.count {
        let length = lengthOfPart(at: offset)
        if length == 0 { break }
        offset += length
      }
      if offset == start { offset += 1 } else if let piece = piece(from: start, to: offset) { return piece }
    }
    return nil
  }

  /// The word at an offset if it has nothing to hide: most of any text.
  private func plainWord(from start: Int) -> Span? {
    var end = start
    while end < bytes.count, bytes[end].isLetter {
      if end >= start + 2, bytes[end] == bytes[end - 1], bytes[end] == bytes[end - 2] { return nil }
      end += 1
    }
    let word = Span(start, end)
    guard word.length > 1, end == bytes.count || lengthOfPart(at: end) == 0, !isOneLetter(word) else { return nil }
    return word
  }

  /// The ASCII characters that may be part of a word.
  private static let isPart: [Bool] = (UInt8.min...0x7F).map {
    Leet.letters(of: $0).first != 0 || isMark($0)
  }

  /// The length of what stands at an offset if it may be part of a word; else 0.
  private func lengthOfPart(at offset: Int) -> Int {
    let byte = bytes[offset]
    if byte < 0x80 { return isPart[Int(byte)] ? 1 : 0 }
    let (scalar, length) = ScalarReader.read(bytes, at: offset)
    if scalar == 0xFFFC { return isInsideWord(offset, length) ? length : 0 }
    return FoldingTable.shared[scalar].kind.joinsWord ? length : 0
  }

  /// Whether a placeholder stands directly between letters.
  private func isInsideWord(_ offset: Int, _ length: Int) -> Bool {
    offset > 0 && bytes[offset - 1].isLetter && offset + length < bytes.count && bytes[offset + length].isLetter
  }

  /// WhatsApp's marks, where they format nothing.
  private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F || byte == 0x7E || byte == 0x60 }

  private mutating func piece(from start: Int, to end: Int) -> Piece? {
    let trimmed = PieceReader.trimmed(bytes, start, end)
    guard trimmed.length > 0 else { return nil }
    var signs: [UInt8] = []
    signs.reserveCapacity(trimmed.length)
    var isPlain = true
    var offset = trimmed.lower
    while offset < trimmed.upper {
      let (scalar, length) = ScalarReader.read(bytes, at: offset)
      offset += length
      if scalar < 0x80 { appendPlain(UInt8(scalar), to: &signs) } else if scalar != 0xFFFC { isPlain = false }
    }
    guard isPlain else { return lookAlikePiece(trimmed, hasLatin: signs.contains(where: \.isLetter)) }
    var piece = Piece(trimmed, signs)
    piece.hasMarks = signs.count < trimmed.length
    piece.isSingle = piece.isSingle || isOneLetter(trimmed)
    return piece
  }

  /// Whether the two letters of a piece were written as one, such as `ß`.
  private func isOneLetter(_ span: Span) -> Bool {
    guard span.length == 2 else { return false }
    let written = text.sourceSpan(of: span)
    return source[written.lower] >= 0x80 && ScalarReader.read(source, at: written.lower).length == written.length
  }

  /// Without the marks and signs at either end that cannot begin or end a word.
  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Span {
    func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }
    // An at or dollar sign may begin or end a word: `$ale`, `a$$`.
    func isSigned(_ byte: UInt8) -> Bool { byte == 0x40 || byte == 0x24 }
    var lower = start
    var upper = end
    while lower < upper, !isWord(bytes[lower]) {
      if isSigned(bytes[lower]) || bytes[lower] == 0x21, lower + 1 < upper, isWord(bytes[lower + 1]) { break }
      lower += 1
    }
    while upper > lower, !isWord(bytes[upper - 1]) {
      if isSigned(bytes[upper - 1]) { break }
      upper -= 1
    }
    return Span(lower, upper)
  }

  /// A piece with letters beyond ASCII, read as it was written, since capitals look like other letters than small ones.
  private mutating func lookAlikePiece(_ span: Span, hasLatin: Bool) -> Piece? {
    let written = text.sourceSpan(of: span)
    var signs: [UInt8] = []
    var offset = written.lower
    var hasLookAlikes = false
    while offset < written.upper {
      let (scalar, length) = ScalarReader.read(source, at: offset)
      offset += length
      if scalar < 0x80 {
        appendPlain(UInt8(scalar), to: &signs)
      } else if LookAlikes.shared.appendReading(of: scalar, to: &signs) {
        hasLookAlikes = true
      } else if !PieceReader.appendFolded(scalar, to: &signs) {
        hasForeignWords = hasForeignWords || !hasLatin
        return nil
      }
    }
    var piece = Piece(span, signs)
    piece.hasLookAlikes = hasLookAlikes
    piece.hasLatin = hasLatin
    piece.hasMarks = true
    return piece
  }

  private func appendPlain(_ byte: UInt8, to signs: inout [UInt8]) {
    if !PieceReader.isMark(byte) { signs.append(0x41...0x5A ~= byte ? byte + 0x20 : byte) }
  }

  /// Appends what folding makes of a scalar; false where that is not ASCII.
  private static func appendFolded(_ scalar: UInt32, to signs: inout [UInt8]) -> Bool {
    let table = FoldingTable.shared
    let cell = table[scalar]
    if cell.kind == .removed || cell.kind == .diacritic { return true }
    guard cell.replacement > 0 else { return false }
    let length = Int(table.replacements[cell.replacement])
    let folded = table.replacements[(cell.replacement + 1)..<(cell.replacement + 1 + length)]
    signs.append(contentsOf: folded)
    return folded.allSatisfy { $0 < 0x80 }
  }
}
