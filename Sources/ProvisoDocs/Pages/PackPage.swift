import Proviso
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// One pack: what it is, its rules, and the conditions and words they share.
enum PackPage {
  static func page(_ pack: Pack, _ library: DocumentedPacks) -> Page {
    let rules = library.rules(of: pack)
    var blocks: [Block] = [.heading(1, [.text(pack.title)], anchor: nil)]
    blocks.append(.paragraph([.text(summary(pack, rules))]))
    blocks.append(.paragraph([.text(Notice.text)]))
    blocks += contents(pack, rules) + sources(pack)
    if !rules.isEmpty {
      blocks.append(.heading(2, [.text("Rules")], anchor: "rules"))
      blocks += rules.map { RuleSection.block($0, in: pack, library, level: 3, isAnchored: true) }
    }
    blocks += definitions(pack, library) + vocabularies(pack)
    return Page(name: Anchor.page(of: pack.id), title: pack.title, blocks: blocks)
  }

  static func summary(_ pack: Pack, _ rules: [Rule]) -> String {
    let counts = Level.allCases.reversed().compactMap { level in
      let number = rules.count { $0.level == level }
      return number == 0 ? nil : "\(number) \(level.rawValue)"
    }
    let what =
      rules.isEmpty
      ? "no rules of its own here, only what others use"
      : "\(Wording.count(rules.count, "rule")): \(Wording.list(counts, "and"))"
    let languages = pack.languages.isEmpty ? "" : " Its words are in \(Wording.list(pack.languages, "and"))."
    return "Pack \(pack.id) \(pack.version), \(what). "
      + "Sources read on \(pack.verified), to be read again by \(pack.reviewDue).\(languages)"
  }

  private static func contents(_ pack: Pack, _ rules: [Rule]) -> [Block] {
    guard !rules.isEmpty else { return [] }
    let items = rules.map { rule -> [Block] in
      let link = Inline.link(rule.title, .page(Anchor.page(of: pack.id), anchor: Anchor.rule(rule.id)))
      return [.paragraph([.mark(rule.level.rawValue), .text(" "), link])]
    }
    return [.heading(2, [.text("Contents")], anchor: "contents"), .list(items)]
  }

  private static func sources(_ pack: Pack) -> [Block] {
    guard !pack.sources.isEmpty else { return [] }
    let sources = pack.sources.sorted { $0.key < $1.key }
    return [
      .heading(2, [.text("Sources")], anchor: "sources"),
      .list(sources.map { [.paragraph([.link($0.value.title, .address($0.value.url)), .text(" "), .code($0.key)])] }),
    ]
  }

  // MARK: What rules share

  private static func definitions(_ pack: Pack, _ library: DocumentedPacks) -> [Block] {
    let words = ClauseWords(pack: pack, library: library)
    let sections = pack.definitions.compactMap { definition -> Block? in
      guard let condition = library.written.definition(definition.name, in: pack) else { return nil }
      return .section(
        [
          .heading(
            3, [.text(definition.name.replacing("-", with: " "))], anchor: Anchor.definition(definition.name))
        ] + words.blocks("It holds when", condition)
          + [.details("As it is written", [.code("\(definition.name): \(definition.source.text)")])])
    }
    return sections.isEmpty
      ? [] : [.heading(2, [.text("Conditions that rules share")], anchor: "conditions")] + sections
  }

  private static func vocabularies(_ pack: Pack) -> [Block] {
    guard !pack.vocabularies.isEmpty else { return [] }
    let sections = pack.vocabularies.map { vocabulary -> Block in
      let counts = Dictionary(grouping: vocabulary.phrases, by: \.language).mapValues(\.count)
      let languages = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      let exceptions =
        vocabulary.exceptions.isEmpty ? "" : "; \(Wording.count(vocabulary.exceptions.count, "exception"))"
      let spelling = vocabulary.spelling == .loose ? " Misspellings are found, too." : ""
      let name = vocabulary.id.split(separator: "/", maxSplits: 1).last.map(String.init) ?? vocabulary.id
      return .section([
        .heading(3, [.text("@\(name)")], anchor: Anchor.vocabulary(name)),
        .paragraph([
          .text(
            "\(Wording.count(vocabulary.phrases.count, "phrase")): \(languages.joined(separator: ", "))\(exceptions).\(spelling)"
          )
        ]),
      ])
    }
    return [.heading(2, [.text("Vocabularies")], anchor: "vocabularies")] + sections
  }
}

/// What every page about law says of itself.
enum Notice {
  static let text =
    "This is no legal advice. A law is applied by courts and authorities, and to a case. "
    + "A rule says what a text and a few facts can show."
}
