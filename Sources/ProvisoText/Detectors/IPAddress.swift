extension Detector {
  /// Internet addresses: four numbers up to 255, or the groups of version 6.
  public static let ipAddress = Detector(
    name: "ip-address",
    candidates: [#"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}"#, #"\b[0-9a-f]{1,4}:[0-9a-f]{0,4}:"#]
  ) { text, candidate in
    text.bytes[candidate].contains(0x3A) ? versionSix(text, candidate.lowerBound) : versionFour(text, candidate)
  }

  private static func versionFour(_ text: DetectorText, _ candidate: Range<Int>) -> Range<Int>? {
    guard text.standsAlone(candidate),
      !text.hasWord(
        startingWith: ["version", "release"], in: max(0, candidate.lowerBound - 10)..<candidate.lowerBound),
      let run = text.digits(at: candidate.lowerBound, separators: ".", most: 12), run.groups.count == 4
    else { return nil }
    let ends = run.groups.dropFirst() + [run.digits.count]
    return zip(run.groups, ends).allSatisfy { run.number($0..<$1) <= 255 } ? candidate : nil
  }

  private static func versionSix(_ text: DetectorText, _ start: Int) -> Range<Int>? {
    var end = start
    while end - start <= 45, text.isAlphanumeric(end) || text[end] == 0x3A { end += 1 }
    // A colon after the address is punctuation, unless it is half of a pair.
    if text[end - 1] == 0x3A, text[end - 2] != 0x3A { end -= 1 }
    let range = start..<end
    let groups = text.bytes[range].split(separator: 0x3A, omittingEmptySubsequences: false)
    let empty = groups.filter(\.isEmpty).count
    let isWellFormed = groups.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0 <= 0x66 } }
    let endsShort = groups.last?.isEmpty == true
    let isComplete = empty == 0 ? groups.count == 8 : groups.count <= 8 && empty == (endsShort ? 2 : 1)
    let hasDigit = text.bytes[range].contains { 0x30...0x39 ~= $0 }
    return isWellFormed && isComplete && hasDigit && !text.isWord(start - 1) ? range : nil
  }
}
