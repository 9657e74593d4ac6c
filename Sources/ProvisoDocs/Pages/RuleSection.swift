import Proviso
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// Everything about one rule.
struct RuleSection {
  private let rule: Rule
  private let pack: Pack
  private let library: DocumentedPacks
  private let words: ClauseWords

  /// The section, its heading on `level`; an anchored one on the page of its pack, one that leads there elsewhere.
  static func block(_ rule: Rule, in pack: Pack, _ library: DocumentedPacks, level: Int, isAnchored: Bool) -> Block {
    let section = RuleSection(
      rule: rule, pack: pack, library: library, words: ClauseWords(pack: pack, library: library))
    let anchor = Anchor.rule(rule.id)
    let id: [Inline] =
      isAnchored ? [.code(rule.id)] : [.link(rule.id, .page(Anchor.page(of: pack.id), anchor: anchor))]
    return .section(
      [
        .heading(level, [.text(rule.title)], anchor: anchor),
        .paragraph([.mark(rule.level.rawValue), .text(" ")] + id),
      ]
        + section.duty + section.law + section.decision(level + 1) + section.questions(level + 1)
        + ExampleBlocks.blocks(rule, in: pack, library, level: level + 1) + section.mending(level + 1)
        + section.standing)
  }

  private var duty: [Block] {
    let levels = Set(rule.cases.map(\.level)).sorted(by: >)
    let meaning = levels.map { "\($0.rawValue) (\(Wording.level($0)))" }
    return [rule.description.map { Block.paragraph([.text($0)]) }].compactMap(\.self) + [
      .paragraph([.strong("Level: "), .text(Wording.list(meaning, "or"))]),
      .paragraph([.strong("In force: "), .text(Wording.interval(rule))]),
    ]
  }

  private var law: [Block] {
    let own = rule.cases.flatMap(\.citations).filter { !rule.citations.contains($0) }
    var seen: Set<Citation> = []
    let citations = (rule.citations + own).filter { seen.insert($0).inserted }
    return [
      .paragraph([.strong("Rests on:")]),
      .list(citations.map { [.paragraph(Self.source($0))] }),
      .paragraph([.strong("How sure: "), .text(Wording.confidence(rule.confidence))]),
    ]
  }

  /// A citation with its link.
  static func source(_ citation: Citation) -> [Inline] {
    let title = citation.title.isEmpty ? citation.id : citation.title
    return [.link(title, .address(citation.url))] + (citation.locator.isEmpty ? [] : [.text(", \(citation.locator)")])
  }

  // MARK: Decision

  private func decision(_ level: Int) -> [Block] {
    var blocks: [Block] = [.heading(level, [.text("How it is decided")], anchor: nil)]
    if let table = library.written.table(of: rule) {
      var failing = 0
      for (number, row) in table.rows.enumerated() {
        let clause = rule.clauses[number]
        blocks += words.blocks(lead(clause, row.result, &failing), row.condition)
      }
      if rule.clauses.last?.key == "case" { blocks.append(.paragraph([.text("Otherwise it is kept.")])) }
    }
    blocks.append(
      .details("As it is written", [.code(rule.clauses.map { "\($0.key): \($0.text)" }.joined(separator: "\n"))]))
    let parameters = Set(rule.table.rows.flatMap { $0.condition.parametersRead }).sorted { $0.name < $1.name }
    if !parameters.isEmpty {
      blocks.append(.paragraph([.strong("Values it uses:")]))
      blocks.append(.list(parameters.map { [.paragraph(Self.words($0))] }))
    }
    return blocks
  }

  private func lead(_ clause: Rule.Clause, _ result: DecisionTable.Result, _ failing: inout Int) -> String {
    switch (clause.key, result) {
    case ("when", _): return "It applies when"
    case ("unless", _): return "It does not apply when"
    case ("require", _): return "It is kept when"
    case ("forbid", _): return "It is broken when"
    case (_, .fail(let number)):
      failing += 1
      return "\(failing == 1 ? "It is broken" : "Else it is broken") (\(rule.cases[number].level.rawValue)) when"
    default: return failing == 0 ? "It is kept when" : "Else it is kept when"
    }
  }

  private static func words(_ parameter: Parameter) -> [Inline] {
    let values = parameter.values.map { "\(Term.constant($0.value).description) from \($0.from)" }
    return [.code(parameter.name), .text(": \(Wording.list(values, "and"))")]
  }

  // MARK: Facts

  private func questions(_ level: Int) -> [Block] {
    let read = rule.table.rows.reduce(into: Set<String>()) { $0.formUnion($1.condition.factsRead) }
    let declared = Set(read.map { library.schema[$0]?.each ?? $0 }).sorted()
    let definitions = declared.compactMap { library.schema[$0] }
    guard !definitions.isEmpty else { return [] }
    return [
      .heading(level, [.text("What it asks")], anchor: nil),
      .table(
        [[.text("Fact")], [.text("Question")]],
        definitions.map { [[.code($0.path)], [.text($0.question)]] }),
    ]
  }

  // MARK: Mending

  private func mending(_ level: Int) -> [Block] {
    var blocks: [Block] = [.heading(level, [.text("How to mend it")], anchor: nil)]
    var seen: Set<String> = []
    for ruleCase in rule.cases {
      let message = shown(ruleCase.message)
      let advice = ruleCase.advice.map(shown)
      guard seen.insert("\(message)\u{0}\(advice ?? "")").inserted else { continue }
      blocks.append(.paragraph([.strong("It says: "), .text(message)]))
      if let advice { blocks.append(.paragraph([.strong("Do this: "), .text(advice)])) }
    }
    return blocks
  }

  private func shown(_ template: MessageTemplate) -> String { template.filled { "{\($0)}" } }

  private var standing: [Block] {
    let sought = rule.table.rows.reduce(into: Set<String>()) { $0.formUnion($1.condition.vocabulariesSought) }
    let vocabularies = library.packs.flatMap(\.vocabularies).filter { sought.contains($0.id) }
    let languages = Set(vocabularies.flatMap { $0.phrases.map(\.language) }).subtracting(["any"])
    let spoken = (pack.languages.isEmpty ? languages : languages.intersection(pack.languages)).sorted()
    var line = "Sources read on \(pack.verified), to be read again by \(pack.reviewDue)."
    if !spoken.isEmpty { line += " Looks for words in \(Wording.list(spoken, "and"))." }
    return [.paragraph([.text(line)])]
  }
}
