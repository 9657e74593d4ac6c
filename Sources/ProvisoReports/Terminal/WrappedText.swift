extension String {
  /// The text broken into lines of at most `columns`, at white space, or inside a word that is longer than a line.
  /// The lines are ``visible``; an empty text gives no line.
  func wrapped(to columns: Int) -> [String] {
    let columns = max(1, columns)
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in split(whereSeparator: \.isWhitespace) {
      for piece in String(word).visible.pieces(of: columns) {
        let more = piece.displayWidth
        if !line.isEmpty, width + 1 + more <= columns {
          line += " " + piece
          width += 1 + more
        } else {
          if !line.isEmpty { lines.append(line) }
          (line, width) = (piece, more)
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The text in pieces of at most `columns`.
  private func pieces(of columns: Int) -> [String] {
    guard displayWidth > columns else { return [self] }
    var pieces: [String] = []
    var piece = ""
    var width = 0
    for character in self {
      let more = character.displayWidth
      if width + more > columns, width > 0 {
        pieces.append(piece)
        (piece, width) = ("", 0)
      }
      piece.append(character)
      width += more
    }
    return pieces + [piece]
  }
}
