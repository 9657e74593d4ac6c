import ProvisoSource

/// Letters that stand one by one: `g u n s`, `g.u.n.s`, `🇬 🇺 🇳`.
///
/// Where some of the gaps are wider than the others, these part words: `f r e e  g u n s`. Where all are the same,
/// the run is divided into words that some phrase has.
struct SpelledRun {
  /// The most bytes between two letters.
  private static let widestGap = 4
  /// The fewest letters that make a run.
  private static let shortest = 3
  /// The longest word looked for where gaps do not part words.
  private static let longestWord = 20

  /// How far a letter stands from the one before.
  private enum Gap: Int, Comparable {
    case none, space, wide

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Letter {
    let sign: UInt8
    let span: Span
    let isEmoji: Bool
    let gap: Gap
  }

  private var letters: [Letter] = []

  /// Adds a single letter or sign; false when it stands too far from the last one and begins a run of its own.
  mutating func add(_ piece: Piece, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var gap = Gap.none
    if let last = letters.last {
      guard let measured = SpelledRun.gap(from: last.span.upper, to: piece.span.lower, bytes) else { return false }
      gap = measured
    }
    let isEmoji = bytes[piece.span.lower] == 0xF0 && piece.span.length == EmojiLetters.length
    letters.append(Letter(sign: piece.signs[0], span: piece.span, isEmoji: isEmoji, gap: gap))
    return true
  }

  private static func gap(from lower: Int, to upper: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Gap? {
    guard upper - lower <= widestGap else { return nil }
    let between = bytes[lower..<upper]
    let blanks = between.count { $0 <= 0x20 }
    let newlines = between.count { $0 == 0x0A }
    if newlines > 1 { return nil }
    return blanks == 0 ? Gap.none : blanks == 1 && between.count == 1 && newlines == 0 ? .space : .wide
  }

  /// Ends the run, and adds what it spells to `edits`.
  mutating func finish(_ lexicon: PhraseIndex, _ edits: inout [Edit]) {
    defer { letters.removeAll(keepingCapacity: true) }
    guard letters.count >= SpelledRun.shortest else { return }
    let latin = letters.count { $0.sign.isLetter }
    guard latin >= 2, latin * 2 >= letters.count else { return }
    let narrowest = letters.dropFirst().map(\.gap).min() ?? .none
    let words = letters.indices.split { letters[$0].gap > narrowest }
    if words.count == 1 {
      if !addWord(letters[...], lexicon, &edits) { divide(lexicon, &edits) }
    } else {
      for word in words where !addWord(letters[word], lexicon, &edits) { joinUnknown(letters[word], &edits) }
    }
  }

  /// Reads letters as one word that some phrase has.
  private func addWord(_ word: ArraySlice<Letter>, _ lexicon: PhraseIndex, _ edits: inout [Edit]) -> Bool {
    guard word.count > 1, !isFlag(word), let first = word.first, let last = word.last,
      let reading = Readings(of: word.lazy.map(\.sign)).first(where: lexicon.knows)
    else { return false }
    edits.append(Edit(lower: first.span.lower, upper: last.span.upper, reading: reading))
    return true
  }

  /// Puts a word together that no phrase has, so that the words around it keep their distance.
  private func joinUnknown(_ word: ArraySlice<Letter>, _ edits: inout [Edit]) {
    guard word.count > 1, !isFlag(word), word.count <= Readings.longest, word.allSatisfy({ $0.sign.isLetter }),
      let first = word.first, let last = word.last
    else { return }
    edits.append(Edit(lower: first.span.lower, upper: last.span.upper, reading: word.map(\.sign)))
  }

  /// Two regional indicators are a flag.
  private func isFlag(_ word: ArraySlice<Letter>) -> Bool { word.count == 2 && word.allSatisfy(\.isEmoji) }

  // MARK: Dividing

  /// Divides the run into known words with as few letters left over as can be; time is linear in the run.
  private func divide(_ lexicon: PhraseIndex, _ edits: inout [Edit]) {
    let signs = letters.map { Leet.letters(of: $0.sign).first }
    let lengths = signs.withUnsafeBufferPointer { SpelledRun.bestLengths($0, lexicon) }
    var words: [Range<Int>] = []
    var place = 0
    while place < signs.count {
      if lengths[place] > 1 { words.append(place..<place + lengths[place]) }
      place += max(1, lengths[place])
    }
    let left = signs.count - words.reduce(0) { $0 + $1.count }
    // Short words are found in any heap of letters: they count only where they explain nearly all of it.
    let shortest = left <= max(1, signs.count / 5) ? 2 : 4
    for word in words where word.count >= shortest {
      edits.append(
        Edit(
          lower: letters[word.lowerBound].span.lower, upper: letters[word.upperBound - 1].span.upper,
          reading: Array(signs[word])))
    }
  }

  /// For each letter the length of the word that begins there in the best division of what follows; 1 for a letter
  /// that is left over.
  private static func bestLengths(_ signs: UnsafeBufferPointer<UInt8>, _ lexicon: PhraseIndex) -> [Int] {
    var costs = [Int](repeating: 0, count: signs.count + 1)
    var lengths = [Int](repeating: 1, count: signs.count)
    for start in signs.indices.reversed() {
      costs[start] = costs[start + 1] + 10
      for length in 2...longestWord where start + length <= signs.count {
        let cost = costs[start + length] + (length == 2 ? 8 : length == 3 ? 4 : 2)
        if cost < costs[start], lexicon.hasWord(signs, from: start, to: start + length) {
          costs[start] = cost
          lengths[start] = length
        }
      }
    }
    return lengths
  }
}

extension Range<Int> {
  /// The parts of a range, each but the first beginning where `isStart` holds.
  fileprivate func split(before isStart: (Int) -> Bool) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = lowerBound
    for index in self where index > start && isStart(index) {
      parts.append(start..<index)
      start = index
    }
    return parts + [start..<upperBound]
  }
}
