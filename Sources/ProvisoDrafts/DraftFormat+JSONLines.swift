import ProvisoDocuments
import ProvisoSource

extension DraftFormat {
  /// Whether most of the lines, and more than one, look like a whole JSON value each.
  ///
  /// So a file with some bad lines is still taken for JSON Lines, and one document spread over many lines is not. A
  /// first line that is whole by itself is enough: whatever follows, the file cannot be one document.
  static func hasLinesOfJSON(_ source: SourceFile) -> Bool {
    let lines = JSONLines.lines(of: source)
    guard let first = lines.first, lines.count > 1 else { return false }
    if isWholeValue(source.bytes[first.lower..<first.upper]) { return true }
    return lines.count { isWholeValue(source.bytes[$0.lower..<$0.upper]) } * 2 > lines.count
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
