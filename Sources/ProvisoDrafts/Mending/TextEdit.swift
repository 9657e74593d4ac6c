import ProvisoSource

/// A stretch of a text, as UTF-8 offsets, that is replaced.
struct TextEdit: Hashable {
  let span: Span
  let text: String

  init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }

  /// Puts `text` in at an offset.
  init(at offset: Int, _ text: String) { self.init(Span(offset, offset), text) }
}

extension String {
  /// The text with edits made that are in order and do not overlap.
  func with(_ edits: [TextEdit]) -> String {
    let bytes = Array(utf8)
    var result: [UInt8] = []
    var offset = 0
    for edit in edits {
      result += bytes[offset..<edit.span.lower]
      result += edit.text.utf8
      offset = edit.span.upper
    }
    return String(decoding: result + bytes[offset...], as: UTF8.self)
  }

  /// The UTF-8 offset behind the last character that is not white space.
  var textEnd: Int { (Array(utf8).lastIndex { !$0.isWhiteSpace } ?? -1) + 1 }
}
