extension String {
  /// The text with its white space, line breaks too, as single spaces.
  func onOneLine(keepingEdges: Bool) -> String {
    let words = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard keepingEdges, !words.isEmpty else { return isEmpty || !keepingEdges ? words : " " }
    return (first?.isWhitespace == true ? " " : "") + words + (last?.isWhitespace == true ? " " : "")
  }

  /// Whether a link may lead there: a page of the web, in the letters that addresses are made of, and nothing that a
  /// browser would run.
  var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://"))
      && utf8.allSatisfy { 0x21..<0x7F ~= $0 && !"\"<>\\^`{|}".utf8.contains($0) }
  }
}
