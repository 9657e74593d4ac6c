import ProvisoModel
import ProvisoSource

/// A problem in an e-mail, and where.
struct MailFailure: Error {
  let kind: Problem.Kind
  let span: Span

  init(_ kind: Problem.Kind, at span: Span) {
    self.kind = kind
    self.span = span
  }
}

/// The ways in which the bytes of a part are written down (RFC 2045).
enum TransferEncoding {
  /// The bytes of a part as they were before `encoding`; line ends become one line feed.
  static func decode(
    _ bytes: [UInt8], in span: Span, encoding: TracedBytes?
  ) throws(MailFailure) -> TracedBytes {
    let raw = TracedBytes(bytes, in: span)
    switch encoding?.text.lowercased() ?? "7bit" {
    case "7bit", "8bit", "binary", "": return withPlainLineEnds(raw)
    case "quoted-printable": return withPlainLineEnds(quotedPrintable(raw, underscoreIsSpace: false))
    case "base64": return withPlainLineEnds(try base64(raw))
    default:
      throw MailFailure(.unknownEncoding(encoding?.text ?? ""), at: encoding?.place.map.source(of: Span(0, 1)) ?? span)
    }
  }

  private static func withPlainLineEnds(_ bytes: TracedBytes) -> TracedBytes {
    var result = TracedBytes()
    var index = 0
    while index < bytes.count {
      let isPair = bytes.bytes[index] == 0x0D && index + 1 < bytes.count && bytes.bytes[index + 1] == 0x0A
      if isPair {
        result.append(0x0A, for: bytes.span(from: index, to: index + 2))
      } else {
        result.append(bytes.bytes[index], for: bytes.span(at: index))
      }
      index += isPair ? 2 : 1
    }
    return result
  }

  /// Decodes `=C3=A9` and takes out line ends behind `=`; an equals sign before anything else is left as it is.
  static func quotedPrintable(_ raw: TracedBytes, underscoreIsSpace: Bool) -> TracedBytes {
    var result = TracedBytes()
    var index = 0
    while index < raw.count {
      let byte = raw.bytes[index]
      if byte == UInt8(ascii: "="), let length = softBreak(raw.bytes, at: index) {
        index += length
      } else if byte == UInt8(ascii: "="), index + 2 < raw.count, let high = hex(raw.bytes[index + 1]),
        let low = hex(raw.bytes[index + 2])
      {
        result.append(high << 4 | low, for: raw.span(from: index, to: index + 3))
        index += 3
      } else {
        result.append(underscoreIsSpace && byte == UInt8(ascii: "_") ? 0x20 : byte, for: raw.span(at: index))
        index += 1
      }
    }
    return result
  }

  /// The length of an equals sign with blanks and a line end behind it; nil where there is none.
  private static func softBreak(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, index - start < 80, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    if index == bytes.count { return index - start }
    if bytes[index] == 0x0D, index + 1 < bytes.count { index += 1 }
    return bytes[index] == 0x0A ? index + 1 - start : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// Decodes base64; the three bytes of a group stand for its four letters.
  static func base64(_ raw: TracedBytes) throws(MailFailure) -> TracedBytes {
    var result = TracedBytes()
    var group: [(value: UInt32, index: Int)] = []
    var isOver = false
    for (index, byte) in raw.bytes.enumerated() where !byte.isWhiteSpace {
      if byte == UInt8(ascii: "=") {
        isOver = true
      } else {
        guard !isOver, let value = sextet(byte) else { throw MailFailure(.badBase64, at: raw.span(at: index)) }
        group.append((value, index))
        if group.count == 4 { append(&group, raw, to: &result) }
      }
    }
    if group.count == 1 { throw MailFailure(.badBase64, at: raw.span(at: group[0].index)) }
    append(&group, raw, to: &result)
    return result
  }

  private static func append(
    _ group: inout [(value: UInt32, index: Int)], _ raw: TracedBytes, to result: inout TracedBytes
  ) {
    guard let first = group.first, let last = group.last else { return }
    let span = raw.span(from: first.index, to: last.index + 1)
    let bits = group.enumerated().reduce(UInt32(0)) { $0 | $1.element.value << (18 - 6 * UInt32($1.offset)) }
    for index in 0..<group.count - 1 {
      result.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * UInt32(index))), for: span)
    }
    group.removeAll(keepingCapacity: true)
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a") + 26)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0") + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
