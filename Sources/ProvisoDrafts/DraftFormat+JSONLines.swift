import ProvisoDocuments
import ProvisoSource

extension DraftFormat {
  /// The bytes at the beginning of a file, as whole lines, by which JSON Lines are recognised.
  static let recognisedLength = 1 << 20

  /// Whether the beginning of a file leaves no doubt that it is JSON Lines, whatever follows.
  static func isSurelyJSONLines(_ beginning: SourceFile) -> Bool {
    guard beginsLikeJSON(beginning.bytes) else { return false }
    switch DraftFormat(name: beginning.name) {
    case .jsonLines: return true
    case .yaml: return false
    default: return hasWholeFirstLine(beginning.bytes, JSONLines.lines(of: beginning))
    }
  }

  /// Whether most of the lines, and more than one, look like a whole JSON value each.
  ///
  /// So a file with some bad lines is still taken for JSON Lines, and one document spread over many lines is not. A
  /// first line that is whole by itself is enough: whatever follows, the file cannot be one document.
  static func hasLinesOfJSON(_ bytes: [UInt8]) -> Bool {
    let beginning = wholeLines(bytes.prefix(recognisedLength), of: bytes)
    let lines = JSONLines.lines(of: SourceFile(name: "", bytes: Array(beginning)))
    guard lines.count > 1 else { return false }
    return hasWholeFirstLine(bytes, lines)
      || lines.count { isWholeValue(bytes[$0.lower..<$0.upper]) } * 2 > lines.count
  }

  private static func hasWholeFirstLine(_ bytes: [UInt8], _ lines: [Span]) -> Bool {
    guard let first = lines.first, lines.count > 1 else { return false }
    return isWholeValue(bytes[first.lower..<first.upper])
  }

  /// Without the last line, if that goes on behind `beginning`; all of it where there is only one line.
  private static func wholeLines(_ beginning: ArraySlice<UInt8>, of bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard beginning.count < bytes.count, let last = beginning.lastIndex(of: 0x0A) else { return bytes[...] }
    return beginning[...last]
  }

  /// Whether the line begins with a bracket that is closed at the very end of the line.
  private static func isWholeValue(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isInString = false
    var isEscaped = false
    for (index, byte) in zip(line.indices, line) {
      if isEscaped {
        isEscaped = false
      } else if isInString {
        isEscaped = byte == UInt8(ascii: "\\")
        isInString = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return index == line.endIndex - 1 }
        default: break
        }
        if depth < 1 { return false }
      }
    }
    return false
  }
}
