/// A folded text as detectors read it: bytes that may be asked for anywhere, also outside.
struct DetectorText {
  let bytes: [UInt8]

  /// The byte at an offset; 0 outside the text.
  subscript(offset: Int) -> UInt8 {
    bytes.indices.contains(offset) ? bytes[offset] : 0
  }

  /// Whether an ASCII digit stands there.
  func isDigit(_ offset: Int) -> Bool { 0x30...0x39 ~= self[offset] }

  /// Whether an ASCII letter stands there; folded text has small ones only.
  func isLetter(_ offset: Int) -> Bool { 0x61...0x7A ~= self[offset] }

  /// Whether a letter or digit stands there.
  func isAlphanumeric(_ offset: Int) -> Bool { isDigit(offset) || isLetter(offset) }

  /// Whether a letter, a digit or an underscore stands there.
  func isWord(_ offset: Int) -> Bool { isAlphanumeric(offset) || self[offset] == 0x5F }

  /// Whether a word begins there.
  func isWordStart(_ offset: Int) -> Bool { isWord(offset) && !isWord(offset - 1) }

  /// Whether no word character, and no punctuation that joins digits to further ones, touches the range.
  func standsAlone(_ range: Range<Int>) -> Bool {
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    if isWord(before) || isWord(after) { return false }
    let joinsBefore = isNumberPunctuation(before) && isDigit(before - 1)
    return !joinsBefore && !(isNumberPunctuation(after) && isDigit(after + 1))
  }

  /// Whether `text` stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether any word that begins in `range` starts with one of `beginnings`.
  func hasWord(startingWith beginnings: [StaticString], in range: Range<Int>) -> Bool {
    range.contains { offset in isWordStart(offset) && beginnings.contains { has($0, at: offset) } }
  }

  /// The word that stands at an offset.
  func word(at offset: Int) -> Range<Int> {
    var (lower, upper) = (offset, offset)
    while isWord(lower - 1), offset - lower < 64 { lower -= 1 }
    while isWord(upper), upper - offset < 64 { upper += 1 }
    return lower..<upper
  }

  /// Whether the bytes of `range` are one of `texts`.
  func equals(_ range: Range<Int>, anyOf texts: [StaticString]) -> Bool {
    texts.contains { $0.utf8CodeUnitCount == range.count && has($0, at: range.lowerBound) }
  }

  /// What `accept` makes of the first word near a key word: behind it up to `after` bytes, else up to `before` ahead.
  func firstWord(
    near keyword: Range<Int>, before: Int, after: Int, _ accept: (Int) -> Range<Int>?
  ) -> Range<Int>? {
    for offset in keyword.upperBound...keyword.upperBound + after where isWordStart(offset) {
      if let range = accept(offset) { return range }
    }
    for offset in max(0, keyword.lowerBound - before)..<max(0, keyword.lowerBound) where isWordStart(offset) {
      if let range = accept(offset), range.upperBound <= keyword.lowerBound { return range }
    }
    return nil
  }

  /// Full stop, comma, hyphen, slash.
  private func isNumberPunctuation(_ offset: Int) -> Bool { 0x2C...0x2F ~= self[offset] }
}
