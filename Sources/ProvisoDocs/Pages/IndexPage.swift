import ProvisoModel
import ProvisoPacks

/// The page to begin with: a search, and the packs.
enum IndexPage {
  static func page(_ library: DocumentedPacks) -> Page {
    let rows = library.packs.map { pack -> [[Inline]] in
      let rules = library.rules(of: pack)
      return [
        [.link(pack.title, .page(Anchor.page(of: pack.id), anchor: nil))],
        [.text(rules.isEmpty ? "none of its own" : "\(rules.count)")],
        [.text(pack.languages.joined(separator: ", "))], [.date("\(pack.verified)")], [.date("\(pack.reviewDue)")],
      ]
    }
    let count = library.running.reduce(0) { $0 + $1.rules.count }
    return Page(
      name: Anchor.index, title: "Rules for business messages",
      blocks: [
        .heading(1, [.text("Rules for business messages")], anchor: nil),
        .paragraph([
          .text("\(Wording.count(count, "rule")) that drafts of messages are checked against. \(Notice.text)")
        ]),
        .search(entries(library)),
        .heading(2, [.text("Packs")], anchor: "packs"),
        .table(
          [[.text("Pack")], [.text("Rules")], [.text("Languages")], [.text("Sources read")], [.text("Read again by")]],
          rows),
        .paragraph([
          .text("Also: "), .link("all rules on one page", .page(Anchor.all, anchor: nil)), .text(" and "),
          .link("what is covered and what is not", .page(Anchor.coverage, anchor: nil)), .text("."),
        ]),
      ])
  }

  private static func entries(_ library: DocumentedPacks) -> [SearchEntry] {
    library.running.flatMap { pack in
      pack.rules.map { rule in
        let citations = rule.citations.map { "\($0.title) \($0.locator)" }
        let messages = rule.cases.map { $0.message.filled { _ in "" } }
        return SearchEntry(
          id: rule.id, title: rule.title,
          words: ([rule.description ?? "", pack.title] + citations + messages).joined(separator: " "),
          mark: rule.level.rawValue, page: "\(Anchor.page(of: pack.id)).html#\(Anchor.rule(rule.id))")
      }
    }
  }
}
