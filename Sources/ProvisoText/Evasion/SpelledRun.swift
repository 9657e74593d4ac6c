import ProvisoSource

/// Letters that stand one by one: `g u n s`, `g.u.n.s`, `🇬 🇺 🇳`.
///
/// Where some of the gaps are wider than most, these part words: `f r e e  g u n s`. Where all are the same, the run is
/// divided into words that some phrase has.
struct SpelledRun {
  /// The most bytes between two letters.
  private static let widestGap = 4
  /// The fewest letters that make a run.
  private static let shortest = 3

  /// Letters that are words by themselves.
  private static let smallWords = Array("aeiouy".utf8)

  /// How far a letter stands from the one before.
  private enum Gap: Int, CaseIterable {
    case none, space, wide, apostrophe
  }

  private struct Letter {
    let piece: Piece
    let gap: Gap
  }

  private var letters: [Letter] = []

  /// Adds a single letter or sign; false when it stands too far from the last one and begins a run of its own.
  mutating func add(_ piece: Piece, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var gap = Gap.none
    if let last = letters.last {
      guard let measured = SpelledRun.gap(from: last.piece.span.upper, to: piece.span.lower, bytes) else {
        return false
      }
      gap = measured
    }
    letters.append(Letter(piece: piece, gap: gap))
    return true
  }

  private static func gap(from lower: Int, to upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Gap? {
    guard upper - lower <= widestGap else { return nil }
    let between = bytes[lower..<upper]
    let newlines = between.count { $0 == 0x0A }
    if newlines > 1 { return nil }
    if between.contains(0x27) { return .apostrophe }
    let blanks = between.count { $0 <= 0x20 }
    return blanks == 0 ? Gap.none : between.count == 1 && newlines == 0 ? .space : .wide
  }

  /// Ends the run, and adds what it spells to `edits`.
  mutating func finish(
    _ lexicon: PhraseIndex, in bytes: UnsafeBufferPointer<UInt8>, _ edits: inout [Edit]
  ) {
    if letters.isEmpty { return }
    defer { letters.removeAll(keepingCapacity: true) }
    guard letters.count >= SpelledRun.shortest else { return }
    let latin = letters.count { $0.piece.signs[0].isLetter }
    guard latin >= 2, latin * 2 >= letters.count else { return }
    let usual = usualGap
    let isParted = usual == .none || isParted(in: bytes)
    for word in words(parted: usual) {
      read(letters[word], mayHoldWords: !isParted && word.count == letters.count, lexicon, &edits)
    }
  }

  /// The run parted at every gap wider than `usual`; three parts or more of one letter each are one again.
  private func words(parted usual: Gap) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for end in 1...letters.count where end == letters.count || letters[end].gap.rawValue > usual.rawValue {
      words.append(start..<end)
      start = end
    }
    var joined: [Range<Int>] = []
    var rest = words[...]
    while let first = rest.first {
      let singles = rest.prefix { $0.count == 1 }
      if singles.count >= SpelledRun.shortest {
        joined.append(first.lowerBound..<(first.lowerBound + singles.count))
        rest = rest.dropFirst(singles.count)
      } else {
        joined.append(first)
        rest = rest.dropFirst()
      }
    }
    return joined
  }

  /// Whether two spaces set the run apart, so that it is meant as one word.
  private func isParted(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let lower = letters.first?.piece.span.lower ?? 0
    let upper = letters.last?.piece.span.upper ?? 0
    return lower >= 2 && bytes[lower - 1] == 0x20 && bytes[lower - 2] == 0x20
      || upper + 2 <= bytes.count && bytes[upper] == 0x20 && bytes[upper + 1] == 0x20
  }

  /// The gap that occurs most often.
  private var usualGap: Gap {
    var counts = [Int](repeating: 0, count: Gap.allCases.count)
    for letter in letters.dropFirst() { counts[letter.gap.rawValue] += 1 }
    return Gap.allCases.max { counts[$0.rawValue] < counts[$1.rawValue] } ?? .none
  }

  /// Reads letters as one word that some phrase has, else as several; else joins them where words are parted, so that
  /// the words around them keep their distance.
  ///
  /// - Parameter mayHoldWords: whether nothing shows where words begin and end, so that these may be anywhere.
  private func read(_ word: ArraySlice<Letter>, mayHoldWords: Bool, _ lexicon: PhraseIndex, _ edits: inout [Edit]) {
    // Two regional indicators are a flag.
    let isFlag = word.count == 2 && word.allSatisfy(\.piece.isEmoji)
    guard word.count > 1, !isFlag else { return }
    if let reading = Readings(of: word.lazy.flatMap(\.piece.signs)).best(in: lexicon) {
      return edits.append(edit(word, reading))
    }
    let signs = word.map { Leet.letters(of: $0.piece.signs[0]).first }
    let parts = WordDivision.words(of: signs, lexicon)
    var left = signs.count - parts.reduce(0) { $0 + $1.count }
    // `a g u n`: a word of one letter has come too near.
    if parts.first?.lowerBound == 1, SpelledRun.smallWords.contains(signs[0]), word.last?.gap == .space { left -= 1 }
    // Short words are found in any heap of letters: they count only where they explain nearly all of it.
    let isExplained = left <= (mayHoldWords ? max(1, signs.count / 5) : 0)
    if mayHoldWords || isExplained {
      for part in parts where isExplained || part.count >= 4 {
        let letters = word[(word.startIndex + part.lowerBound)..<(word.startIndex + part.upperBound)]
        edits.append(edit(letters, Array(signs[part])))
      }
    } else if word.count <= Readings.longest, word.allSatisfy({ $0.piece.signs[0].isLetter }) {
      var joined = edit(word, word.flatMap(\.piece.signs))
      joined.makesSense = false
      edits.append(joined)
    }
  }

  private func edit(_ letters: ArraySlice<Letter>, _ reading: [UInt8]) -> Edit {
    Edit(
      lower: letters.first?.piece.span.lower ?? 0, upper: letters.last?.piece.span.upper ?? 0, reading: reading)
  }
}
