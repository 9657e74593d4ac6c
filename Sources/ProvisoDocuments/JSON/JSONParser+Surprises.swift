internal import ProvisoSource

/// What the parser says where the grammar allows nothing of what it finds.
extension JSONParser {
  /// The problem with the byte at hand, where `expected` should stand.
  func surprise(_ expected: JSONProblem.Expected) -> JSONProblem {
    let here = Span(offset, characterEnd(from: offset))
    guard offset < end else { return JSONProblem(.expected(expected, found: nil), at: here) }
    switch byte {
    case UInt8(ascii: "/") where [UInt8(ascii: "/"), UInt8(ascii: "*")].contains(next), UInt8(ascii: "#"):
      return JSONProblem(.comment, at: here)
    case UInt8(ascii: "'"):
      return JSONProblem(.singleQuote, at: here)
    case UInt8(ascii: "+") where expected == .value:
      return badNumber(from: offset, "a number cannot begin with `+`")
    case UInt8(ascii: ".") where expected == .value:
      return badNumber(from: offset, "a digit must stand before the decimal point")
    case _ where byte.isWordLike && (expected == .value || expected == .key):
      let span = wordSpan
      let word = String(decoding: bytes[span.lower..<min(span.upper, span.lower + 40)], as: UTF8.self)
      return JSONProblem(expected == .key ? .bareKey(word) : .word(word), at: span)
    default:
      return JSONProblem(
        .expected(expected, found: String(decoding: bytes[here.lower..<here.upper], as: UTF8.self)), at: here)
    }
  }

  /// The text ends inside of a container.
  func unclosed(_ container: JSONProblem.Container, from start: Int) -> JSONProblem {
    JSONProblem(.unclosed(container, opened: Span(start, start + 1)), at: Span(end, end))
  }

  /// The letters, digits and underscores from the byte at hand on.
  var wordSpan: Span {
    var upper = offset
    while upper < end, bytes[upper].isWordLike { upper += 1 }
    return Span(offset, upper)
  }

  /// Where the character that begins at `start` ends.
  func characterEnd(from start: Int) -> Int {
    var upper = min(start + 1, end)
    while upper < end, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return upper
  }

  private var next: UInt8 { offset + 1 < end ? bytes[offset + 1] : 0 }
}

extension UInt8 {
  /// Whether this is an ASCII letter, a digit, `_` or `$`.
  var isWordLike: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}
