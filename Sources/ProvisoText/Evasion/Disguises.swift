import ProvisoSource

/// Reads what a text says in disguise: look-alike letters, leet, spelled and repeated letters, marks inside words.
///
/// Letters that only pass for Latin ones, mixed with real ones, are always read. Everything else is read as a word only
/// where some phrase has that word, so that names, prices and numbers stay what they are.
struct Disguises {
  /// With this many words that look like leet, a text is leet, and the slightest sign of it is enough.
  private static let looseFrom = 2

  private let text: FoldedText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: PhraseIndex
  private var edits: [Edit] = []
  private var run = SpelledRun()
  /// Words wholly of look-alikes, which a text in another script may mean as they are.
  private var undecided: [Edit] = []
  private var leetWords = 0
  private let isLoose: Bool

  /// What of a text is to be read otherwise, in order and without overlaps.
  static func edits(
    of text: FoldedText, _ bytes: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>,
    knowing lexicon: PhraseIndex
  ) -> [Edit] {
    var disguises = Disguises(text, bytes, lexicon, isLoose: false)
    disguises.read(PieceReader(text, bytes, source))
    if disguises.leetWords >= looseFrom {
      disguises = Disguises(text, bytes, lexicon, isLoose: true)
      disguises.read(PieceReader(text, bytes, source))
    }
    return disguises.ordered
  }

  /// The edits in order; of those that overlap, the longest stays.
  private var ordered: [Edit] {
    var ordered: [Edit] = []
    for edit in edits.sorted(by: { ($0.lower, $1.upper) < ($1.lower, $0.upper) }) {
      if edit.lower >= ordered.last?.upper ?? 0 { ordered.append(edit) }
    }
    return ordered.contains(where: \.makesSense) ? ordered : []
  }

  private init(
    _ text: FoldedText, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: PhraseIndex, isLoose: Bool
  ) {
    self.text = text
    self.bytes = bytes
    self.lexicon = lexicon
    self.isLoose = isLoose
  }

  private mutating func read(_ reader: PieceReader) {
    var reader = reader
    while let piece = reader.next() {
      if piece.isSingle {
        inspectSingle(piece)
        if !run.add(piece, in: bytes) {
          run.finish(lexicon, in: bytes, &edits)
          _ = run.add(piece, in: bytes)
        }
      } else {
        run.finish(lexicon, in: bytes, &edits)
        inspect(piece)
      }
    }
    run.finish(lexicon, in: bytes, &edits)
    if !reader.hasForeignWords { edits += undecided }
  }

  /// Notes what a letter by itself stands for, should it spell nothing with those around it.
  private mutating func inspectSingle(_ piece: Piece) {
    let letter = Leet.letters(of: piece.signs[0]).first
    if piece.hasLookAlikes, !piece.isEmoji {
      undecided.append(Self.edit(piece, [letter]))
    } else if isLoose, piece.signs[0].isDigit {
      edits.append(Self.edit(piece, [letter]))
    }
  }

  private mutating func inspect(_ piece: Piece) {
    guard piece.mayBeWord(isLoose: isLoose || piece.hasLookAlikes) else { return }
    if piece.hasLookAlikes { return inspectLookAlikes(piece) }
    let isPlain = lexicon.hasWord(bytes, from: piece.span.lower, to: piece.span.upper)
    if isPlain || Address.holds(piece.span, in: bytes) { return }
    if piece.looksLikeLeet { leetWords += 1 }
    if let reading = known(piece.signs) { edits.append(Self.edit(piece, reading)) }
  }

  private mutating func inspectLookAlikes(_ piece: Piece) {
    if piece.hasLatin {
      let stroke = UInt8(ascii: "1")
      edits.append(Self.edit(piece, known(piece.signs) ?? piece.signs.map { $0 == stroke ? UInt8(ascii: "l") : $0 }))
    } else if let reading = known(piece.signs) {
      undecided.append(Self.edit(piece, reading))
    }
  }

  private static func edit(_ piece: Piece, _ reading: [UInt8]) -> Edit {
    Edit(lower: piece.span.lower, upper: piece.span.upper, reading: reading)
  }

  /// The first reading of the signs that some phrase has; without its signs, where they only part the letters.
  private func known(_ signs: [UInt8]) -> [UInt8]? {
    Readings(of: signs).best(in: lexicon)
      ?? (Disguises.isParted(signs) ? Readings(of: signs.filter(\.isLetter)).best(in: lexicon) : nil)
  }

  /// Whether signs stand between all letters: `g|u|n|s`.
  private static func isParted(_ signs: [UInt8]) -> Bool {
    signs.count > 4 && signs.indices.allSatisfy { signs[$0].isLetter == ($0 % 2 == 0) }
  }
}
