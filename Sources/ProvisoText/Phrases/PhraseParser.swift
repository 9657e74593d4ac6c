/// Turns the words of a folded phrase into its elements.
struct PhraseParser {
  private(set) var elements: [Phrase.Element] = []
  private(set) var bytes: [UInt8] = []
  private let text: FoldedText
  private var index = 0
  /// The word that a star stood directly before, if any.
  private var starredWord = -1

  init(_ text: FoldedText) {
    self.text = text
  }

  mutating func run() throws(PhraseProblem) {
    elements.reserveCapacity(text.words.count)
    bytes.reserveCapacity(text.bytes.count)
    while index < text.words.count {
      try readElement()
      guard elements.count <= Phrase.longest else { throw .tooLong }
    }
    dropFinalStop()
    try check()
  }

  private mutating func readElement() throws(PhraseProblem) {
    let word = text.words[index]
    switch word.kind {
    case .word, .number: append(word, index == starredWord ? .suffix : .word)
    case .join where isGap(): return readGap()
    case .join where isAbbreviation(): appendWildcard(.stop)
    case .join: append(word, .word)
    case .symbol where isByte(UInt8(ascii: "*"), word): try readStar(word)
    case .symbol where isByte(UInt8(ascii: "#"), word) && !isHashtag(word):
      appendWildcard(.number)
    case .symbol: append(word, .word)
    }
    index += 1
  }

  private mutating func append(_ word: Word, _ kind: Phrase.Element.Kind) {
    let start = Int32(bytes.count)
    bytes += text.bytes[Int(word.start)..<Int(word.end)]
    elements.append(Phrase.Element(kind: kind, start: start, end: Int32(bytes.count), hash: word.hash))
  }

  private mutating func appendWildcard(_ kind: Phrase.Element.Kind) {
    elements.append(Phrase.Element(kind: kind, start: 0, end: 0, hash: 0))
  }

  /// A star ends the word that it touches on its left, or begins the one on its right, never both.
  private mutating func readStar(_ star: Word) throws(PhraseProblem) {
    let endsWord = star.gap == .none && index > 0 && text.words[index - 1].isWord
    let beginsWord = index + 1 < text.words.count && text.words[index + 1].gap == .none && text.words[index + 1].isWord
    guard endsWord != beginsWord else { throw .misplacedStar }
    if beginsWord {
      starredWord = index + 1
    } else {
      let last = elements.count - 1
      elements[last].kind = elements[last].kind == .suffix ? .infix : .prefix
    }
  }

  /// Whether two full stops stand together: `...`, which is also what `…` folds to.
  private func isGap() -> Bool {
    index + 1 < text.words.count && isByte(0x2E, text.words[index]) && isByte(0x2E, text.words[index + 1])
      && text.words[index + 1].gap == .none
  }

  /// Whether white space and a further word follow the full stop.
  private func isAbbreviation() -> Bool {
    isByte(0x2E, text.words[index]) && index + 1 < text.words.count && text.words[index + 1].gap == .sentence
  }

  private mutating func readGap() {
    while index < text.words.count, isByte(0x2E, text.words[index]) { index += 1 }
    appendWildcard(.gap)
  }

  private func isHashtag(_ hash: Word) -> Bool {
    index + 1 < text.words.count && text.words[index + 1].gap == .none && text.words[index + 1].kind == .word
  }

  private func isByte(_ byte: UInt8, _ word: Word) -> Bool {
    text.bytes[Int(word.start)] == byte
  }

  /// A full stop at the end is punctuation, not part of the phrase.
  private mutating func dropFinalStop() {
    if elements.count > 1, let last = elements.last, last.kind == .word, bytes[Int(last.start)] == 0x2E {
      elements.removeLast()
      bytes.removeLast()
    }
  }

  private func check() throws(PhraseProblem) {
    guard let first = elements.first, let last = elements.last else { throw .empty }
    guard first.kind != .gap, last.kind != .gap else { throw elements.count == 1 ? .onlyWildcards : .gapAtEdge }
    var gaps = 0
    var wildcards = 0
    for element in elements {
      if element.kind == .gap { gaps += 1 }
      if element.start == element.end { wildcards += 1 }
    }
    guard wildcards < elements.count else { throw .onlyWildcards }
    guard gaps <= Phrase.mostGaps else { throw .tooLong }
  }
}
