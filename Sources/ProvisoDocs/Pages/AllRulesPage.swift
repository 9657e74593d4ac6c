import ProvisoPacks

/// The rules of all packs on one page.
enum AllRulesPage {
  static func page(_ library: DocumentedPacks) -> Page {
    let packs = library.running.filter { !$0.rules.isEmpty }
    let count = packs.reduce(0) { $0 + $1.rules.count }
    var blocks: [Block] = [
      .heading(1, [.text("All rules")], anchor: nil),
      .paragraph([
        .text("\(Wording.count(count, "rule")) of \(Wording.count(packs.count, "pack")) on one page. \(Notice.text)")
      ]),
      .list(packs.map { [.paragraph([.link($0.title, .page(Anchor.all, anchor: Anchor.page(of: $0.id)))])] }),
    ]
    for pack in packs {
      blocks.append(.heading(2, [.text(pack.title)], anchor: Anchor.page(of: pack.id)))
      blocks.append(.paragraph([.text(PackPage.summary(pack, pack.rules))]))
      blocks += pack.rules.map { RuleSection.block($0, in: pack, library, level: 3, isAnchored: false) }
    }
    return Page(name: Anchor.all, title: "All rules", blocks: blocks)
  }
}
