/// A text that grows up to a limit; what does not fit is left out and counted.
struct MarkdownPage {
  private(set) var text = ""
  /// The most bytes it may have now.
  var limit: Int

  init(limit: Int) { self.limit = limit }

  /// Adds a piece as a whole; false where it does not fit.
  mutating func add(_ piece: String) -> Bool {
    guard text.utf8.count + piece.utf8.count <= limit else { return false }
    text += piece
    return true
  }

  /// Adds as many pieces as fit.
  ///
  /// - Returns: how many were left out.
  mutating func add(_ pieces: some Collection<String>) -> Int {
    for (index, piece) in pieces.enumerated() where !add(piece) { return pieces.count - index }
    return 0
  }
}
