import ProvisoSource

/// What makes a text look loud.
extension Signs {
  /// Takes emoji out, each run with one of the spaces around it.
  var emoji: [TextEdit] {
    runs { $0.isPartOfEmoji }.filter { run in run.contains { isEmoji($0) } }.map { run in
      if run.lowerBound > 0, self[run.lowerBound - 1] == " " { return edit(run.lowerBound - 1..<run.upperBound, "") }
      let hasSpace = run.upperBound < count && self[run.upperBound] == " "
      return edit(run.lowerBound..<run.upperBound + (hasSpace ? 1 : 0), "")
    }
  }

  private func isEmoji(_ index: Int) -> Bool {
    let properties = self[index].properties
    return properties.isEmojiPresentation || properties.isEmoji && !self[index].isASCII
  }

  /// Takes formatting marks out: asterisks anywhere, the others at an end of a word.
  var marks: [TextEdit] {
    indices.filter { index in
      if self[index] == "*" { return true }
      guard "_~`".unicodeScalars.contains(self[index]) else { return false }
      let isBefore = index > 0 && self[index - 1].isOfWord
      let isBehind = index + 1 < count && self[index + 1].isOfWord
      return isBefore != isBehind
    }.map { edit($0..<$0 + 1, "") }
  }

  /// Small letters for three words in capitals or more in a row; the first letter of a sentence stays.
  var shouting: [TextEdit] {
    let words = runs { !$0.properties.isWhitespace }
    var edits: [TextEdit] = []
    var row: [Range<Int>] = []
    func close() {
      if row.count >= 3 { edits += row.compactMap(quietened) }
      row = []
    }
    for word in words {
      if isShouted(word) { row.append(word) } else if !isNeutral(word) { close() }
    }
    close()
    return edits
  }

  private func isShouted(_ word: Range<Int>) -> Bool {
    word.contains { self[$0].properties.isUppercase } && !word.contains { self[$0].properties.isLowercase }
      && !word.contains { "0"..."9" ~= self[$0] }
  }

  /// Signs and numbers between words end no row.
  private func isNeutral(_ word: Range<Int>) -> Bool { !word.contains { self[$0].properties.isAlphabetic } }

  private func quietened(_ word: Range<Int>) -> TextEdit? {
    let before = (0..<word.lowerBound).last { !self[$0].properties.isWhitespace }
    let begins = before.map { ".!?:…".unicodeScalars.contains(self[$0]) } ?? true
    let first = word.first { self[$0].properties.isAlphabetic } ?? word.lowerBound
    let kept = begins ? first + 1 : word.lowerBound
    let rest = kept..<word.upperBound
    return rest.isEmpty ? nil : edit(rest, text(rest).lowercased())
  }

  // MARK: Placeholders

  /// Two braces for the one or three around a name, and for the marks of other tools.
  var braces: [TextEdit] {
    var edits: [TextEdit] = []
    var index = 0
    while index < count {
      guard let found = placeholder(at: index) else {
        index += 1
        continue
      }
      let name = text(found.name).trimmingSpaces
      let written = "{{\(name)}}"
      if !name.isEmpty, text(found.whole) != written { edits.append(edit(found.whole, written)) }
      index = found.whole.upperBound
    }
    return edits
  }

  private static let pairs: [(open: String, close: String)] = [
    ("${", "}"), ("[[", "]]"), ("<<", ">>"), ("%", "%"), ("{", "}"),
  ]

  private func placeholder(at index: Int) -> (whole: Range<Int>, name: Range<Int>)? {
    for pair in Signs.pairs where starts(with: pair.open, at: index) {
      var start = index + pair.open.unicodeScalars.count
      while pair.open == "{", start < count, self[start] == "{" { start += 1 }
      var end = start
      while end < count, end - start < 60, self[end].isOfWord || self[end] == " " && pair.open != "%" { end += 1 }
      guard end > start, starts(with: pair.close, at: end) else { continue }
      var behind = end + pair.close.unicodeScalars.count
      while pair.close == "}", behind < count, self[behind] == "}" { behind += 1 }
      return (index..<behind, start..<end)
    }
    return nil
  }

  private func starts(with text: String, at index: Int) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return index + wanted.count <= count && wanted.indices.allSatisfy { self[index + $0] == wanted[$0] }
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool { properties.isAlphabetic || "0"..."9" ~= self || self == "_" }

  /// Whether it is an emoji, or joins or colours one.
  fileprivate var isPartOfEmoji: Bool {
    !isASCII && properties.isEmoji || 0xFE00...0xFE0F ~= value || value == 0x200D || properties.isEmojiModifier
      || 0x1F1E6...0x1F1FF ~= value || value == 0x20E3
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
