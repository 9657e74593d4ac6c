import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// A draft without a scanner: `own/promo` stands where the text holds `promo`, and so for every vocabulary.
struct StubDraft: DraftQuestions {
  var texts: [TextScope: String] = [:]
  var lists: [ItemKind: [DraftItem]] = [:]

  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] {
    guard let text = text(of: subject) else { return [] }
    let found: Bool =
      switch check {
      case .mentions(let mention):
        // A phrase of the stub is German when its vocabulary is asked for German.
        mention.vocabularies.contains { text.contains(word($0)) }
          && (mention.languages == nil || values.contains { text.contains("[\($0)]") })
      case .matches(let pattern): text.contains(pattern)
      case .contains(let parts): parts.contains { text.contains($0) }
      case .isOneOf: values.contains(text)
      case .containsFact: values.contains { text.contains($0) }
      case .detector(let name, _): text.contains("<\(name)>")
      case .isPhrase(let vocabulary): text == word(vocabulary)
      }
    return found ? [FoundText(role: .body, pointer: nil, span: Span(0, text.utf8.count))] : []
  }

  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number {
    let text = text(of: subject) ?? ""
    return switch measure {
    case .length, .utf16Length: Number(text.unicodeScalars.count)
    case .words: Number(text.split(separator: " ").count)
    case .emoji: Number(0)
    case .uppercaseShare: Number.ratio(text.filter(\.isUppercase).count, of: text.filter(\.isLetter).count)
    }
  }

  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int {
    mention.vocabularies.filter { texts[scope]?.contains(word($0)) ?? false }.count
  }

  func items(_ list: ItemList) -> [DraftItem] { lists[list.kind] ?? [] }

  func text(of scope: TextScope) -> String? { texts[scope] }

  private func text(of subject: ResolvedSubject) -> String? {
    switch subject {
    case .scope(let scope): texts[scope]
    case .segment: nil
    case .text(let text): text
    }
  }

  private func word(_ vocabulary: String) -> String { vocabulary.split(separator: "/").last.map(String.init) ?? "" }
}

extension StubDraft {
  /// A draft with buttons, each written `url https://a.b` or `quick-reply Stop`.
  init(buttons: [String]) {
    lists[.button] = buttons.enumerated().map { number, button in
      let words = button.split(separator: " ", maxSplits: 1).map(String.init)
      var fields: [String: Value] = ["type": .symbol(words[0]), "position": .number(Number(number + 1))]
      if words.count > 1 { fields[words[0] == "url" ? "url" : "text"] = .text(words[1]) }
      return DraftItem(fields: fields, segment: nil, place: nil)
    }
  }
}
