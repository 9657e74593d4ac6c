internal import ProvisoSource

extension JSONParser {
  mutating func parseText() throws(JSONProblem) -> DocumentNode {
    let start = offset
    let end = try plainEnd(openedAt: start)
    if bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      let text = String(decoding: bytes[start + 1..<end], as: UTF8.self)
      return DocumentNode(
        content: .text(text), span: Span(start, offset),
        textMap: SpanMap(copying: end - start - 1, from: start + 1), scalarText: text)
    }
    let (text, map) = try parseEscapedText(openedAt: start)
    return DocumentNode(content: .text(text), span: Span(start, offset), textMap: map, scalarText: text)
  }

  mutating func parseKey() throws(JSONProblem) -> (key: String, span: Span) {
    let start = offset
    let end = try plainEnd(openedAt: start)
    if bytes[end] == UInt8(ascii: "\"") {
      offset = end + 1
      return (String(decoding: bytes[start + 1..<end], as: UTF8.self), Span(start, offset))
    }
    let (key, _) = try parseEscapedText(openedAt: start)
    return (key, Span(start, offset))
  }

  /// The whole text, run by run; for texts with escapes.
  private mutating func parseEscapedText(openedAt start: Int) throws(JSONProblem) -> (String, SpanMap) {
    var text: [UInt8] = []
    var map = SpanMap(startingAt: start + 1)
    offset = start + 1
    while true {
      let stop = try contentEnd(from: offset, openedAt: start)
      text.append(contentsOf: bytes[offset..<stop])
      map.appendCopied(stop - offset, from: offset)
      offset = stop
      if byte == UInt8(ascii: "\"") { break }
      let scalar = try parseEscape()
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      map.appendReplaced(UTF8.width(scalar), for: Span(stop, offset))
    }
    offset += 1
    return (String(decoding: text, as: UTF8.self), map)
  }

  private func plainEnd(openedAt start: Int) throws(JSONProblem) -> Int {
    try contentEnd(from: start + 1, openedAt: start)
  }

  /// The next quote or backslash.
  private func contentEnd(from: Int, openedAt start: Int) throws(JSONProblem) -> Int {
    var place = from
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return place }
      if byte < 0x20 { throw JSONProblem(.controlCharacter(byte), at: Span(place, place + 1)) }
      place += 1
    }
    throw JSONProblem(.unclosed(.text, opened: Span(start, start + 1)), at: Span(end, end))
  }

  private mutating func parseEscape() throws(JSONProblem) -> Unicode.Scalar {
    let start = offset
    guard offset + 1 < end else { throw JSONProblem(.escape, at: Span(start, end)) }
    let letter = bytes[offset + 1]
    if letter == UInt8(ascii: "u") { return try parseUnicodeEscape() }
    offset += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    default: throw JSONProblem(.escape, at: Span(start, characterEnd(from: start + 1)))
    }
  }

  /// Reads `\u00e9`, or the two escapes of a character beyond U+FFFF.
  private mutating func parseUnicodeEscape() throws(JSONProblem) -> Unicode.Scalar {
    let start = offset
    let first = try parseCodeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    let lone = JSONProblem(.loneSurrogate, at: Span(start, offset))
    guard first < 0xDC00, byte == UInt8(ascii: "\\"), offset + 1 < end, bytes[offset + 1] == UInt8(ascii: "u") else {
      throw lone
    }
    let second = try parseCodeUnit()
    guard 0xDC00..<0xE000 ~= second,
      let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    else { throw lone }
    return scalar
  }

  private mutating func parseCodeUnit() throws(JSONProblem) -> UInt32 {
    let digits = Span(offset + 2, min(offset + 6, end))
    var value: UInt32 = 0
    for place in digits.lower..<max(digits.lower, digits.upper) {
      guard let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue else { break }
      value = value << 4 | UInt32(digit)
      offset = place
    }
    guard digits.length == 4, offset == digits.upper - 1 else {
      throw JSONProblem(.codeUnit, at: Span(digits.lower - 2, max(offset + 1, digits.lower)))
    }
    offset = digits.upper
    return value
  }
}
