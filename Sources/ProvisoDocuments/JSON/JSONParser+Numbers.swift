internal import ProvisoSource

extension JSONParser {
  /// number = [ "-" ] ( "0" | digit-not-zero { digit } ) [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ] ;
  mutating func parseNumber() throws(JSONProblem) -> DocumentNode {
    let start = offset
    if byte == UInt8(ascii: "-") { offset += 1 }
    let hasLeadingZero = byte == UInt8(ascii: "0")
    let whole = skipDigits()
    if whole == 0 { throw badNumber(from: start, "a digit must follow the sign") }
    if hasLeadingZero, whole > 1 { throw badNumber(from: start, "a number cannot begin with a zero") }
    if byte == UInt8(ascii: ".") {
      offset += 1
      if skipDigits() == 0 { throw badNumber(from: start, "a digit must follow the decimal point") }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
      if skipDigits() == 0 { throw badNumber(from: start, "the exponent has no digits") }
    }
    let digits = String(decoding: bytes[start..<offset], as: UTF8.self)
    return scalar(.number(digits), digits, from: start)
  }

  /// A problem with the number around `start`, as far as it looks like one.
  func badNumber(from start: Int, _ message: String) -> JSONProblem {
    var upper = start
    while upper < end, bytes[upper].isNumberLike { upper += 1 }
    return JSONProblem(.number(message), at: Span(start, max(upper, start + 1)))
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while offset < end, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset - start
  }
}

extension UInt8 {
  fileprivate var isNumberLike: Bool {
    isWordLike || self == UInt8(ascii: ".") || self == UInt8(ascii: "+") || self == UInt8(ascii: "-")
  }
}
