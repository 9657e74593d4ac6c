import ProvisoSource

/// What may be one word: letters, digits, and the signs and marks between them that may hide letters.
struct Piece {
  /// Its bytes in the folded text.
  let span: Span
  /// Small letters, digits and signs: what it shows once marks are taken out and look-alikes read. A plain word, which
  /// has nothing to hide, comes without.
  let signs: [UInt8]
  /// Whether it has letters that only pass for Latin ones.
  var hasLookAlikes = false
  /// Whether it has real Latin letters.
  var hasLatin = true
  /// Whether marks stood between its letters.
  var hasMarks = false
  /// Whether it is a letter drawn as an emoji.
  var isEmoji = false
  /// Whether it is a single letter, digit or sign, as it was written; `ß` is one, though folded it has two.
  var isSingle = false

  /// A plain word.
  init(plain span: Span) {
    self.span = span
    signs = []
  }

  /// A letter drawn as an emoji.
  init(emoji letter: UInt8, at span: Span) {
    self.init(span, [letter])
    isEmoji = true
  }

  /// A piece that shows `signs`.
  init(_ span: Span, _ signs: [UInt8]) {
    self.span = span
    self.signs = signs
    isSingle = signs.count == 1
  }

  /// Whether one letter stands three times in a row.
  private var repeatsLetter: Bool {
    signs.indices.dropFirst(2).contains {
      signs[$0].isLetter && signs[$0] == signs[$0 - 1] && signs[$0] == signs[$0 - 2]
    }
  }

  /// Whether it may be a word in disguise, and no number with its unit, no name with its version.
  ///
  /// - Parameter isLoose: whether the text around it is full of leet, so that little is enough.
  func mayBeWord(isLoose: Bool) -> Bool {
    let letters = signs.count(where: \.isLetter)
    let others = signs.count - letters
    if others == 0 { return hasMarks || hasLookAlikes || repeatsLetter }
    if isLoose { return letters > 0 || others == 2 }
    guard letters > 0 else { return false }
    let front = signs.prefix(while: \.isDigit).count
    let back = signs.reversed().prefix(while: \.isDigit).count
    // Digits in front only, or behind only: `20mg`, `1st`, `mp3`, `A4`; no number begins with a zero, as `0ff` does.
    if front == others { return front <= 2 && letters >= 2 && (signs.count >= 4 || signs[0] == 0x30) }
    if back == others { return back <= 2 && letters >= 2 && signs.count >= 4 }
    return signs.count >= (letters >= 2 ? 3 : 4)
  }

  /// Whether it looks like leet whatever it says: a longer word with a digit or sign between its letters.
  var looksLikeLeet: Bool {
    guard signs.count >= 4, let first = signs.firstIndex(where: \.isLetter),
      let last = signs.lastIndex(where: \.isLetter)
    else { return false }
    return signs[first...last].contains { !$0.isLetter }
  }
}

extension UInt8 {
  /// Whether it is a small letter of ASCII.
  var isLetter: Bool { 0x61...0x7A ~= self }
  /// Whether it is a digit of ASCII.
  var isDigit: Bool { 0x30...0x39 ~= self }
}
