import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoTestSupport
import ProvisoText

/// Answers what rules ask of a text the slow, plain way: every phrase is tried at every word of every segment.
struct ReferenceText: DraftQuestions {
  let draft: Draft
  /// By their full name.
  let vocabularies: [String: Vocabulary]

  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] {
    if case .isOneOf = check, case .text(let text) = subject {
      let isThere = values.contains { FoldedText($0).bytes == FoldedText(text).bytes }
      return isThere ? [FoundText(role: .body, pointer: nil, span: Span(0, 0))] : []
    }
    guard case .mentions(let mention) = check, case .scope(let scope) = subject else { return [] }
    return segments(of: scope).flatMap { segment in
      let text = FoldedText(segment.text)
      return finds(of: mention, in: text).map { find in
        FoundText(
          role: segment.role, pointer: segment.place.pointer,
          span: segment.place.map.source(of: text.sourceSpan(ofWords: find)))
      }
    }
  }

  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number {
    guard case .scope(let scope) = subject else { return Number(0) }
    let texts = segments(of: scope).map(\.text)
    switch measure {
    case .length: return Number(texts.reduce(0) { $0 + $1.unicodeScalars.count })
    case .words: return Number(texts.reduce(0) { $0 + $1.split { !$0.isLetter && !$0.isNumber }.count })
    case .utf16Length, .emoji, .uppercaseShare: return Number(0)
    }
  }

  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int { 0 }

  func items(_ list: ItemList) -> [DraftItem] { [] }

  func text(of scope: TextScope) -> String? {
    let texts = segments(of: scope).map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private func segments(of scope: TextScope) -> [Segment] {
    draft.segments.filter { scope == .text || $0.role.rawValue == scope.rawValue }
  }

  private func finds(of mention: Mention, in text: FoldedText) -> [ClosedRange<Int>] {
    finds(of: mention.vocabularies, in: text).filter { find in
      mention.nearness.allSatisfy { near in
        let isThere = finds(of: near.vocabularies, in: text).contains {
          near.isBeside($0, find) && ReferenceText.words(between: $0, find, in: text) <= near.words ?? .max
        }
        return isThere != near.negated
      }
    }
  }

  private func finds(of names: [String], in text: FoldedText) -> [ClosedRange<Int>] {
    names.flatMap { vocabularies[$0]?.phrases ?? [] }.flatMap { phrase -> Set<ClosedRange<Int>> in
      guard let phrase = try? Phrase(parsing: phrase.text) else { return [] }
      return ReferenceMatcher(text: text).places(of: phrase, spacing: .loose)
    }
  }

  private static func words(between left: ClosedRange<Int>, _ right: ClosedRange<Int>, in text: FoldedText) -> Int {
    let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
    guard first.upperBound < second.lowerBound else { return 0 }
    return text.words[first.upperBound + 1..<second.lowerBound].count(where: \.isWord)
  }
}
