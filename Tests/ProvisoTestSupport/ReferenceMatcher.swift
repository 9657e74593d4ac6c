@testable public import ProvisoText

/// The slow, plain definition of what a phrase matches: every phrase is tried at every word.
public struct ReferenceMatcher {
  let text: FoldedText

  /// A matcher of phrases in `text`.
  public init(text: FoldedText) { self.text = text }

  /// All places of one phrase, as runs of words.
  public func places(of phrase: Phrase, spacing: Phrase.Spacing) -> Set<ClosedRange<Int>> {
    var places = Set<ClosedRange<Int>>()
    for first in text.words.indices where matches(phrase.elements[0], phrase, first) {
      for last in ends(phrase, from: 1, behind: first, spacing) { places.insert(first...last) }
    }
    return places
  }

  /// Where the rest of the phrase may end when the element before stands at `place`.
  private func ends(_ phrase: Phrase, from element: Int, behind place: Int, _ spacing: Phrase.Spacing) -> Set<Int> {
    guard element < phrase.elements.count else { return [place] }
    let isGap = phrase.elements[element].kind == .gap
    let wanted = isGap ? element + 1 : element
    var ends = Set<Int>()
    for next in text.words.indices where next > place && matches(phrase.elements[wanted], phrase, next) {
      let between = Array(text.words[place + 1..<next])
      let mayFollow =
        isGap
        ? between.filter(\.isWord).count <= Phrase.widestGap && next - place <= 2 * PhraseWalk.mostSkipped
        : spacing == .exact ? next == place + 1 && text.words[next].gap == .space : passesSymbols(between, to: next)
      guard mayFollow, !isBroken(from: place, to: next, behind: phrase.elements[element - 1]) else { continue }
      ends.formUnion(self.ends(phrase, from: wanted + 1, behind: next, spacing))
    }
    return ends
  }

  /// Only symbols are passed over, and of equal symbols the first is taken.
  private func passesSymbols(_ between: [Word], to next: Int) -> Bool {
    between.allSatisfy { $0.kind == .symbol && spelling(of: $0) != spelling(of: text.words[next]) }
      && between.count <= PhraseWalk.mostSkipped
  }

  private func isBroken(from place: Int, to next: Int, behind element: Phrase.Element) -> Bool {
    (place + 1...next).contains { index in
      let isCrossedStop = index == place + 1 && element.kind == .stop
      return text.words[index].gap > (isCrossedStop ? .sentence : .soft)
    }
  }

  private func matches(_ element: Phrase.Element, _ phrase: Phrase, _ place: Int) -> Bool {
    let word = spelling(of: text.words[place])
    let part = String(decoding: phrase.bytes[Int(element.start)..<Int(element.end)], as: UTF8.self)
    let isWord = text.words[place].isWord
    return switch element.kind {
    case .word: word == part
    case .prefix: isWord && word.hasPrefix(part)
    case .suffix: isWord && word.hasSuffix(part)
    case .infix: isWord && word.contains(part)
    case .number: text.words[place].kind == .number
    case .stop: word == "."
    case .gap: false
    }
  }

  private func spelling(of word: Word) -> String {
    String(decoding: text.bytes[Int(word.start)..<Int(word.end)], as: UTF8.self)
  }
}
