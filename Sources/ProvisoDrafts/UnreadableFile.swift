import ProvisoDocuments
import ProvisoSource

/// What keeps a file from being read at all, whatever its format.
enum UnreadableFile {
  static func problem(of source: SourceFile) -> Problem? {
    let bytes = source.bytes
    let limit = DocumentLimits().bytes
    if bytes.count > limit { return Problem(.tooLarge(limit), at: Span(0, 0)) }
    if let zero = bytes.firstIndex(of: 0) { return Problem(.binary, at: Span(zero, zero + 1)) }
    if bytes[bytes.textStart...].allSatisfy(\.isWhiteSpace) { return Problem(.empty, at: Span(0, 0)) }
    return nil
  }
}

extension [UInt8] {
  /// Where the text begins: behind a byte order mark.
  var textStart: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The offset of the first byte that is not UTF-8; nil when all are.
  var firstInvalidUTF8: Int? {
    if String(validating: self, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error, .emptyInput: return offset
      }
    }
  }
}

extension UInt8 {
  /// Space, tab, line feed, carriage return or form feed.
  var isWhiteSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
  /// A to Z or a to z.
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
  /// 0 to 9.
  var isDigit: Bool { 0x30...0x39 ~= self }
}
