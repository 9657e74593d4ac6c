import ProvisoDocuments
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// The tests of a rule as examples, some at once and the rest on demand.
struct ExampleBlocks {
  private static let shownAtOnce = 2

  static func blocks(_ rule: Rule, in pack: Pack, _ library: DocumentedPacks, level: Int) -> [Block] {
    guard let file = pack.file(named: rule.file) else { return [] }
    let tests = library.examples(of: rule, in: pack)
    var blocks: [Block] = []
    for outcome in [Outcome.fail, .pass, .notApplicable, .undetermined] {
      let examples = tests.filter { $0.want == outcome }.map { ExampleBlocks(test: $0, file: file).item }
      guard !examples.isEmpty else { continue }
      // What breaks a rule and what keeps it is seen at once.
      let first = outcome == .fail || outcome == .pass ? shownAtOnce : 0
      if first > 0 {
        blocks.append(.heading(level, [.text(Wording.outcome(outcome))], anchor: nil))
        blocks.append(.list(Array(examples.prefix(first))))
      }
      let rest = Array(examples.dropFirst(first))
      let more = first > 0 ? Wording.count(rest.count, "more example") : "\(Wording.outcome(outcome)): \(rest.count)"
      if !rest.isEmpty { blocks.append(.details(more, [.list(rest)])) }
    }
    return blocks
  }

  let test: RuleTest
  let file: SourceFile

  /// What the test shows, the texts of its draft, and everything else that is declared.
  private var item: [Block] {
    var texts: [Block] = []
    var declared: [Inline] = []
    let language = test.draft["language"]?.text?.replacing("_", with: "-")
    for entry in test.draft.entries ?? [] {
      if TextScope(rawValue: entry.key) != nil, let text = entry.value.scalarText {
        let label = entry.key == TextScope.body.rawValue ? "" : "\(entry.key): "
        texts.append(.quote(label + text, language: language))
      } else if entry.key == "facts" {
        declared += facts(entry.value)
      } else {
        declared.append(.code("\(entry.key): \(written(entry.value))"))
      }
    }
    if let node = test.facts { declared += facts(node) }
    if let day = test.asOf { declared.append(.text("on \(day)")) }
    let line = declared.enumerated().flatMap { number, part in number == 0 ? [part] : [.text(" · "), part] }
    return [.paragraph([.strong(test.name)])] + texts + (line.isEmpty ? [] : [.paragraph(line)])
  }

  private func facts(_ node: DocumentNode) -> [Inline] {
    (node.entries ?? []).map { .code("\($0.key): \(written($0.value))") }
  }

  /// A value as it stands in the file, on one line.
  private func written(_ node: DocumentNode) -> String {
    if let text = node.scalarText { return node.content == .null ? "null" : text }
    return file.text(in: node.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
