import ProvisoModel
import ProvisoPacks

/// What the rules cover and what they leave out: practices with their rules, and each law with its articles.
enum CoveragePage {
  static func page(_ library: DocumentedPacks) -> Page {
    var blocks: [Block] = [
      .heading(1, [.text("What is covered, and what is not")], anchor: nil),
      .paragraph([
        .text(
          "Which articles are covered is read from the rules. What is left out was written down by people, each with "
            + "its reason and how sure it is. \(Notice.text)")
      ]),
    ]
    blocks += practices(library)
    for pack in library.running where !pack.rules.isEmpty { blocks += law(pack, library) }
    return Page(name: Anchor.coverage, title: "What is covered", blocks: blocks)
  }

  // MARK: Practices

  private static func practices(_ library: DocumentedPacks) -> [Block] {
    let rows = library.coverage.practices.compactMap { practice -> [[Inline]]? in
      let known = practice.rules.filter { library.pack(ofRule: $0) != nil }
      guard !known.isEmpty else { return nil }
      return [[.text("\(practice.number). \(practice.title)")], joined(known.map(library.link))]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(2, [.text("Practices and situations")], anchor: "practices"),
      .paragraph([.text("What people are advised to do about messages, and the rules that look after it.")]),
      .table([[.text("Practice or situation")], [.text("Rules")]], rows),
    ]
  }

  // MARK: Laws

  private static func law(_ pack: Pack, _ library: DocumentedPacks) -> [Block] {
    var blocks: [Block] = [
      .heading(2, [.text(pack.title)], anchor: "law:\(Anchor.page(of: pack.id))"),
      .paragraph([
        .text("Pack "), .link(pack.id, .page(Anchor.page(of: pack.id), anchor: nil)),
        .text(", \(Wording.count(pack.rules.count, "rule"))."),
      ]),
    ]
    let cited = articles(pack)
    // The law that most rules rest on comes first.
    let sources = pack.sources.sorted { (-count(cited[$0.key]), $0.key) < (-count(cited[$1.key]), $1.key) }
    for (id, source) in sources {
      blocks.append(.heading(3, [.text(source.title)], anchor: "law:\(Anchor.page(of: pack.id)):\(Anchor.rule(id))"))
      blocks.append(.paragraph([.link(source.url, .address(source.url))]))
      let rows = (cited[id] ?? [:]).sorted { natural($0.key) < natural($1.key) }.map { locator, rules in
        [[Inline.text(locator.isEmpty ? "as a whole" : locator)], joined(rules.map(library.link))]
      }
      if !rows.isEmpty {
        blocks.append(.table([[.text("Article")], [.text("Rules")]], rows))
      } else {
        blocks.append(.paragraph([.text("No rule cites it.")]))
      }
      blocks += gaps(library.coverage.gaps.filter { $0.pack == pack.id && $0.source == id })
    }
    return blocks
  }

  private static func count(_ places: [String: [String]]?) -> Int { Set((places ?? [:]).values.joined()).count }

  /// For each source the places in it that rules cite.
  private static func articles(_ pack: Pack) -> [String: [String: [String]]] {
    var cited: [String: [String: [String]]] = [:]
    for rule in pack.rules {
      for citation in rule.citations + rule.cases.flatMap(\.citations)
      where cited[citation.id]?[citation.locator]?.contains(rule.id) != true {
        cited[citation.id, default: [:]][citation.locator, default: []].append(rule.id)
      }
    }
    return cited
  }

  private static func gaps(_ gaps: [CoverageData.Gap]) -> [Block] {
    guard !gaps.isEmpty else { return [] }
    let rows = gaps.map { gap -> [[Inline]] in
      let needs = gap.needs.map { " A rule would need \($0)." } ?? ""
      return [
        [.text("\(gap.articles): \(gap.about)")],
        [.strong("\(Wording.kind(gap.kind)). "), .text("\(gap.reason)\(needs)")], [.text(gap.confidence.rawValue)],
      ]
    }
    return [
      .paragraph([.strong("Not covered by a rule of this pack:")]),
      .table([[.text("Articles")], [.text("Why not")], [.text("How sure")]], rows),
    ]
  }

  private static func joined(_ links: [Inline]) -> [Inline] {
    links.enumerated().flatMap { number, link in number == 0 ? [link] : [.text(", "), link] }
  }

  /// Sorts `art. 9` in front of `art. 13`: numbers padded.
  private static func natural(_ text: String) -> String {
    var (result, digits) = ("", "")
    for character in text + "\u{0}" {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty { result += String(repeating: "0", count: max(0, 8 - digits.count)) + digits }
      digits = ""
      result.append(character)
    }
    return result
  }
}
