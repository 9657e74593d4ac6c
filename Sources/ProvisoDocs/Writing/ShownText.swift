extension String {
  /// The text with its white space, line breaks too, as single spaces.
  func onOneLine(keepingEdges: Bool) -> String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard keepingEdges, !words.isEmpty else { return isEmpty || !keepingEdges ? words : " " }
    return (first?.isWhitespace == true ? " " : "") + words + (last?.isWhitespace == true ? " " : "")
  }
}
