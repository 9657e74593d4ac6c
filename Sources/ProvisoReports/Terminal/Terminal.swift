/// Collects lines of styled text and writes the control sequences, if there are to be any.
struct Terminal {
  private let colour: Bool
  private let hyperlinks: Bool
  private(set) var text = ""

  init(colour: Bool, hyperlinks: Bool) {
    self.colour = colour
    self.hyperlinks = colour && hyperlinks
  }

  /// Writes an empty line.
  mutating func blank() { text += "\n" }

  /// Writes a line; spaces at its end are left out.
  mutating func line(_ styled: StyledText) {
    let start = text.utf8.count
    for run in styled.runs { write(run) }
    while text.utf8.count > start, text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    text += "\n"
  }

  private mutating func write(_ run: StyledText.Run) {
    let link = hyperlinks ? run.link : nil
    if let link { text += "\u{1B}]8;;\(link)\u{1B}\\" }
    if colour, !run.style.codes.isEmpty {
      text += "\u{1B}[\(run.style.codes)m\(run.text)\u{1B}[0m"
    } else {
      text += run.text
    }
    if link != nil { text += "\u{1B}]8;;\u{1B}\\" }
  }
}
