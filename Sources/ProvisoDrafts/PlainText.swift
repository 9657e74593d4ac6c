import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads the whole file as the body of a message; nothing says of which channel.
  ///
  /// White space around the text is not part of it: an editor puts a line end at the end of every file.
  mutating func readPlainText() {
    let bytes = source.bytes
    if let offset = bytes.firstInvalidUTF8 { return report(.notUTF8, at: Span(offset, offset + 1)) }
    let text = bytes[bytes.textStart...]
    let lower = text.firstIndex { !$0.isWhiteSpace } ?? text.endIndex
    let upper = (text.lastIndex { !$0.isWhiteSpace } ?? lower) + 1
    add(
      .body, String(decoding: bytes[lower..<upper], as: UTF8.self),
      at: SourcePlace(pointer: nil, map: SpanMap(copying: upper - lower, from: lower)))
  }
}
