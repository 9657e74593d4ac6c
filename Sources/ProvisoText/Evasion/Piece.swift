import ProvisoSource

/// What may be one word: letters, digits, and the signs and marks between them that may hide letters.
struct Piece {
  /// Its bytes in the folded text.
  let span: Span
  /// Small letters, digits and signs: what it shows once marks are taken out and look-alikes read.
  private(set) var signs: [UInt8]
  /// Whether it has letters that only pass for Latin ones.
  let hasLookAlikes: Bool
  /// Whether it has real Latin letters too.
  let hasLatin: Bool
  /// Whether marks stood between its letters.
  let hasMarks: Bool

  init(_ span: Span, _ signs: [UInt8], hasLookAlikes: Bool, hasLatin: Bool, hasMarks: Bool, isSingle: Bool = false) {
    self.span = span
    self.signs = signs
    self.hasLookAlikes = hasLookAlikes
    self.hasLatin = hasLatin
    self.hasMarks = hasMarks
    self.isSingle = isSingle || signs.count == 1
  }

  /// Whether it is a single letter, digit or sign, as it was written; `ß` is one, though folded it has two.
  let isSingle: Bool

  /// How many letters, and how many digits and signs it has.
  private var counts: (letters: Int, others: Int) {
    let letters = signs.count { $0.isLetter }
    return (letters, signs.count - letters)
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
    let (letters, others) = counts
    guard letters > 0 else { return false }
    if others == 0 { return hasMarks || hasLookAlikes || repeatsLetter }
    if isLoose { return true }
    let front = signs.prefix(while: \.isDigit).count
    let back = signs.reversed().prefix(while: \.isDigit).count
    // Digits in front only, or behind only: `20mg`, `1st`, `mp3`, `A4`; no number begins with a zero, as `0ff` does.
    if front == others { return front <= 2 && (letters >= 2 && signs.count >= 4 || signs[0] == 0x30 && letters >= 2) }
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
