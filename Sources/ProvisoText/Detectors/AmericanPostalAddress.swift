extension Detector {
  /// Postal addresses of the United States: a numbered street before state and ZIP code, or a post office box.
  public static let americanPostalAddress = Detector(
    name: "us-postal-address",
    candidates: [
      #"\b[a-z]{2},? \d{5}"#, #"\b(?:"# + stateNames.joined(separator: "|") + #"),? \d{5}"#,
      #"\bp\.? ?o\.? ?box \d"#,
    ]
  ) { text, candidate in
    if text[candidate.upperBound - 1] != 0x20, text.has("box", at: candidate.upperBound - 5) {
      return candidate.lowerBound..<text.word(at: candidate.upperBound - 1).upperBound
    }
    let state = text.word(at: candidate.lowerBound)
    guard state.count > 2 || text.equals(state, anyOf: stateCodes), let end = zipEnd(text, candidate.upperBound),
      let start = streetStart(text, before: candidate.lowerBound)
    else { return nil }
    return start..<end
  }

  private static let stateNames = [
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida",
    "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine",
    "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska", "nevada",
    "hampshire", "jersey", "mexico", "york", "carolina", "dakota", "ohio", "oklahoma", "oregon", "pennsylvania",
    "island", "tennessee", "texas", "utah", "vermont", "virginia", "washington", "wisconsin", "wyoming",
  ]

  private static let stateCodes: [StaticString] = [
    "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me",
    "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa",
    "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc", "pr", "vi", "gu", "as", "mp",
  ]

  private static let streetWords: [StaticString] = [
    "st", "street", "ave", "avenue", "rd", "road", "blvd", "boulevard", "dr", "drive", "ln", "lane", "way", "ct",
    "court", "pl", "place", "pkwy", "parkway", "hwy", "highway", "sq", "square", "ter", "terrace", "cir", "circle",
    "loop", "plaza", "suite", "ste", "floor", "fl", "broadway",
  ]

  /// Where the ZIP code ends whose fifth digit stands before `offset`; its four further digits are optional.
  private static func zipEnd(_ text: DetectorText, _ offset: Int) -> Int? {
    let hasMore = text[offset] == 0x2D && text.word(at: offset + 1).count == 4
    let end = hasMore ? offset + 5 : offset
    return text.isWord(end) ? nil : end
  }

  /// Where the house number stands that begins a street shortly before `end`.
  private static func streetStart(_ text: DetectorText, before end: Int) -> Int? {
    var house: Int?
    for offset in max(0, end - 120)..<end where text.isWordStart(offset) {
      let word = text.word(at: offset)
      if house == nil, text.isDigit(offset), word.count <= 6 {
        house = offset
      } else if let house, word.lowerBound - house <= 48, text.equals(word, anyOf: streetWords) {
        return house
      }
      // A number too far from any street word is none of a house; the next one may be.
      if let number = house, offset - number > 48 { house = text.isDigit(offset) && word.count <= 6 ? offset : nil }
    }
    return nil
  }
}
