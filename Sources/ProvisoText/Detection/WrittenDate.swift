/// Reads full dates as people write them: `12/03/1980`, `1980-03-12`, `12 de março de 1980`, `March 12, 1980`.
enum WrittenDate {
  /// The date that begins at `start`, if there is one.
  static func range(in text: DetectorText, at start: Int) -> Range<Int>? {
    if text.isDigit(start) {
      return numeric(text, start) ?? dayFirst(text, start)
    }
    return monthFirst(text, start)
  }

  /// The first letters of the months in English, Portuguese, Spanish, German, French and Italian.
  private static let months: [StaticString] = [
    "jan", "feb", "fev", "mar", "apr", "abr", "avr", "may", "mai", "mag", "jun", "jui", "giu", "jul", "lug", "aug",
    "ago", "aou", "sep", "set", "oct", "okt", "out", "ott", "nov", "dec", "dez", "dic", "ene", "gen",
  ]

  private static func numeric(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    guard let run = text.digits(at: start, separators: "./-", most: 8), run.groups.count == 3,
      text.standsAlone(run.range)
    else { return nil }
    let parts = zip(run.groups, run.groups.dropFirst() + [run.digits.count]).map { run.number($0..<$1) }
    let widths = run.spans.map(\.count)
    if widths[0] == 4 { return isDay(parts[2], parts[1]) ? run.range : nil }
    guard widths[0] <= 2, widths[1] <= 2, widths[2] == 4 || widths[2] == 2 else { return nil }
    return isDay(parts[0], parts[1]) || isDay(parts[1], parts[0]) ? run.range : nil
  }

  private static func isDay(_ day: Int, _ month: Int) -> Bool { 1...31 ~= day && 1...12 ~= month }

  /// `12 march 1980`, `12. marz 1980`, `12 de marco de 1980`
  private static func dayFirst(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    let month = skip(text, ["de", "of"], text.word(at: start).upperBound)
    guard isDayWord(text, start), isMonth(text, month) else { return nil }
    return year(text, skip(text, ["de", "of", "del"], text.word(at: month).upperBound)).map { start..<$0 }
  }

  /// `march 12, 1980`
  private static func monthFirst(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    let day = skip(text, [], text.word(at: start).upperBound)
    guard isMonth(text, start), isDayWord(text, day) else { return nil }
    return year(text, skip(text, [], text.word(at: day).upperBound)).map { start..<$0 }
  }

  /// Passes over spaces, full stops, commas and one of `words`.
  private static func skip(_ text: DetectorText, _ words: [StaticString], _ start: Int) -> Int {
    var offset = start
    for _ in 0..<2 {
      while offset - start < 12, text[offset] == 0x20 || text[offset] == 0x2E || text[offset] == 0x2C { offset += 1 }
      let word = text.word(at: offset)
      guard text.equals(word, anyOf: words) else { break }
      offset = word.upperBound
    }
    return offset
  }

  private static func isMonth(_ text: DetectorText, _ start: Int) -> Bool {
    text.isWordStart(start) && months.contains { text.has($0, at: start) }
  }

  /// `5`, `12`, `1st`, `22nd`, `1o`
  private static func isDayWord(_ text: DetectorText, _ start: Int) -> Bool {
    guard text.isWordStart(start), let run = text.digits(at: start, separators: "", most: 2) else { return false }
    let ending = run.range.upperBound..<text.word(at: start).upperBound
    return 1...31 ~= run.number(0..<run.digits.count)
      && (ending.isEmpty || text.equals(ending, anyOf: ["st", "nd", "rd", "th", "o", "er"]))
  }

  /// Where the year at `start` ends.
  private static func year(_ text: DetectorText, _ start: Int) -> Int? {
    guard text.isWordStart(start), let run = text.digits(at: start, separators: "", most: 4), run.digits.count == 4,
      1800...2199 ~= run.number(0..<4), !text.isWord(run.range.upperBound)
    else { return nil }
    return run.range.upperBound
  }
}
