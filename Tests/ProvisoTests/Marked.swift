import Proviso

/// Texts with places marked between `«` and `»`.
enum Marked {
  /// The text without its marks, and the spans they enclosed.
  static func read(_ marked: String) -> (text: String, spans: [Span]) {
    var text = ""
    var spans: [Span] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": start = text.utf8.count
      case "»": spans.append(Span(start, text.utf8.count))
      default: text.unicodeScalars.append(scalar)
      }
    }
    return (text, spans)
  }
}
