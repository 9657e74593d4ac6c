import ProvisoModel
import ProvisoSource

/// Cuts an expression into tokens. Never fails: what is no token becomes a `broken` one with a diagnostic.
struct Lexer {
  private let source: ExpressionSource
  private let bytes: [UInt8]
  private var offset = 0
  /// A pattern can only stand behind `matches`; anywhere else a slash divides.
  private var patternMayFollow = false
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: ExpressionSource) {
    self.source = source
    bytes = Array(source.text.utf8)
  }

  /// All tokens, the last of kind `end`.
  mutating func tokens() -> [Token] {
    var tokens: [Token] = []
    repeat {
      let token = next()
      patternMayFollow =
        token.kind == .path && Array("matches".utf8) == Array(bytes[token.span.lower..<token.span.upper])
      tokens.append(token)
    } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() -> Token {
    while let byte = peek(), byte == 0x20 || 0x09...0x0D ~= byte { offset += 1 }
    let start = offset
    guard let byte = peek() else { return Token(kind: .end, span: Span(start, start)) }
    let kind: Token.Kind
    switch byte {
    case _ where isLetter(byte): kind = path()
    case _ where isDigit(byte): kind = quantity()
    case UInt8(ascii: "@"): kind = vocabulary()
    case UInt8(ascii: "\""): kind = text()
    case UInt8(ascii: "/") where patternMayFollow: kind = pattern()
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      offset += peek(1) == UInt8(ascii: "=") ? 2 : 1
      kind = .sign
    case _ where "()[],+-*/".utf8.contains(byte):
      offset += 1
      kind = .sign
    default: kind = broken()
    }
    return Token(kind: kind, span: Span(start, offset))
  }

  private mutating func path() -> Token.Kind {
    skipName()
    while peek() == UInt8(ascii: "."), let letter = peek(1), isLetter(letter) {
      offset += 1
      skipName()
    }
    return .path
  }

  private mutating func skipName() {
    while let byte = peek(), isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
      offset += 1
    }
    // A name ends with a letter or digit: in `a- b` the hyphen is a minus.
    while let last = peek(-1), !isLetter(last), !isDigit(last) { offset -= 1 }
  }

  private mutating func vocabulary() -> Token.Kind {
    let start = offset
    offset += 1
    guard let letter = peek(), isLetter(letter) else {
      return report("token.vocabulary", "expected the name of a vocabulary after `@`", from: start)
    }
    skipName()
    return .vocabulary
  }

  /// A number, or one of the quantities that begin like one.
  private mutating func quantity() -> Token.Kind {
    let start = offset
    skipDigits()
    let digits = offset - start
    if digits == 4, peek() == UInt8(ascii: "-"), let kind = quantity(.date, from: start, length: 10) { return kind }
    if digits == 2, peek() == UInt8(ascii: ":"), let kind = quantity(.time, from: start, length: 5) { return kind }
    if peek() == UInt8(ascii: "h"), !isNamePart(peek(1)) {
      offset += 1
      return .period
    }
    if skipPeriodUnit() { return .period }
    if peek() == UInt8(ascii: "."), let digit = peek(1), isDigit(digit) {
      offset += 1
      skipDigits()
    }
    if peek() == UInt8(ascii: "%") {
      offset += 1
      return .percentage
    }
    guard !isNamePart(peek()) else {
      while isNamePart(peek()) { offset += 1 }
      return report(
        "token.number", "`\(text(from: start))` is neither a number nor a name", from: start,
        help: "write the word in double quotes if it is a value")
    }
    return .number
  }

  /// Takes a date or a time, whose digits must follow without a gap; nil leaves the offset as it was.
  private mutating func quantity(_ kind: Token.Kind, from start: Int, length: Int) -> Token.Kind? {
    let pattern = kind == .date ? "0000-00-00" : "00:00"
    let fits = zip(bytes[start...], pattern.utf8).allSatisfy { byte, sign in
      sign == UInt8(ascii: "0") ? isDigit(byte) : byte == sign
    }
    guard fits, bytes.count - start >= length else { return nil }
    offset = start + length
    let written = text(from: start)
    if kind == .date, CalendarDate(written) == nil {
      return report("token.date", CalendarDate.problem(of: written), from: start)
    }
    if kind == .time, TimeOfDay(written) == nil {
      return report("token.time", "`\(written)` is no time of day", from: start)
    }
    return kind
  }

  private mutating func skipPeriodUnit() -> Bool {
    var end = offset
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    guard end > offset else { return false }
    var word = end
    while word < bytes.count, isLetter(bytes[word]) { word += 1 }
    var unit = String(decoding: bytes[end..<word], as: UTF8.self)
    if unit == "business" {
      var next = word
      while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      word = next
      while word < bytes.count, isLetter(bytes[word]) { word += 1 }
      unit += " " + String(decoding: bytes[next..<word], as: UTF8.self)
    }
    guard Period.Unit(word: unit) != nil, !isNamePart(word < bytes.count ? bytes[word] : nil) else { return false }
    offset = word
    return true
  }

  private mutating func text() -> Token.Kind {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "\""), byte != 0x0A, byte != 0x0D {
      if byte == UInt8(ascii: "\\") {
        guard let next = peek(1), next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\") else {
          offset += 1
          return report("token.escape", "only `\\\"` and `\\\\` can follow a backslash in a text", from: offset - 1)
        }
        offset += 1
      }
      offset += 1
    }
    guard peek() == UInt8(ascii: "\"") else {
      return report("token.text", "this text has no closing quote", from: start)
    }
    offset += 1
    return .text
  }

  private mutating func pattern() -> Token.Kind {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "/"), byte != 0x0A, byte != 0x0D {
      offset += byte == UInt8(ascii: "\\") && peek(1) != nil ? 2 : 1
    }
    guard peek() == UInt8(ascii: "/") else {
      return report("token.pattern", "this pattern has no closing `/`", from: start)
    }
    offset += 1
    return .pattern
  }

  private mutating func broken() -> Token.Kind {
    let start = offset
    offset += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { offset += 1 }
    let sign = text(from: start)
    let help: String? =
      switch sign {
      case "=", "!": "comparisons are written `is`, `is not`, `<`, `<=`, `>`, `>=`"
      case "&": "conditions are joined with `and`"
      case "|": "conditions are joined with `or`"
      case "'", "“", "”", "‘", "’": "texts stand in straight double quotes"
      case "{", "}": "sets are written `[a, b]`"
      default: nil
      }
    // A doubled sign (`==`, `&&`) is one mistake.
    while sign.utf8.count == 1, peek() == bytes[start] || (sign == "!" && peek() == UInt8(ascii: "=")) { offset += 1 }
    return report("token.unknown", "`\(text(from: start))` is no sign of this language", from: start, help: help)
  }

  private mutating func report(_ id: String, _ message: String, from start: Int, help: String? = nil) -> Token.Kind {
    diagnostics.append(source.diagnostic(id, message, at: Span(start, offset), help: help))
    return .broken
  }

  private mutating func skipDigits() {
    while let byte = peek(), isDigit(byte) { offset += 1 }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    let index = offset + ahead
    return bytes.indices.contains(index) ? bytes[index] : nil
  }

  private func text(from start: Int) -> String { String(decoding: bytes[start..<offset], as: UTF8.self) }
}

private func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
private func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
private func isNamePart(_ byte: UInt8?) -> Bool {
  guard let byte else { return false }
  return isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
}

extension Period.Unit {
  /// The unit that a word names, in the singular or the plural.
  init?(word: String) {
    guard
      let unit = Period.Unit.allCases.first(where: { [$0.rawValue, String($0.rawValue.dropLast())].contains(word) })
    else { return nil }
    self = unit
  }
}
