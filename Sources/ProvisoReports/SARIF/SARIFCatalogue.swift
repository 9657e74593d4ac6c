import ProvisoDocuments
import ProvisoModel

/// The packs, rules and laws that the results of a report speak of, each with the place where SARIF keeps it.
struct SARIFCatalogue {
  /// What is known of a rule from its results.
  struct Rule {
    let id: String
    let title: String
    /// The worst level it had.
    var level: Level
    var confidence: Confidence
    /// What it rests on, each only once.
    var citations: [Citation]
  }

  /// A pack with its rules, in alphabetical order.
  struct Pack {
    let id: String
    /// Nil where the report does not list the pack.
    let summary: PackSummary?
    var rules: [Rule] = []
  }

  /// A law or policy with the parts of it that are cited.
  struct Law {
    let name: String
    let url: String
    var articles: [String] = []
  }

  private struct RuleKey: Hashable { let pack: String, rule: String }

  /// Packs name the same source differently, so its title and address tell what it is.
  private struct LawKey: Hashable {
    let name: String, url: String

    init(_ citation: Citation) {
      name = citation.title.isEmpty ? citation.id : citation.title
      url = citation.url
    }
  }

  private(set) var packs: [Pack]
  private(set) var laws: [Law] = []
  private var rulePlaces: [RuleKey: (pack: Int, rule: Int)] = [:]
  private var lawPlaces: [LawKey: Int] = [:]
  private var articlePlaces: [LawKey: [String: Int]] = [:]

  init(_ report: Report, _ results: [RuleResult]) {
    packs = report.packs.map { Pack(id: $0.id, summary: $0) }
    var rules: [RuleKey: Rule] = [:]
    for result in results {
      let key = RuleKey(pack: result.packID, rule: result.ruleID)
      rules[key, default: Rule(result)].add(result)
    }
    for (key, rule) in rules.sorted(by: { ($0.key.pack, $0.key.rule) < ($1.key.pack, $1.key.rule) }) {
      let pack = packs.firstIndex { $0.id == key.pack } ?? packs.count
      if pack == packs.count { packs.append(Pack(id: key.pack, summary: nil)) }
      rulePlaces[key] = (pack, packs[pack].rules.count)
      packs[pack].rules.append(rule)
      for citation in rule.citations { add(citation) }
    }
  }

  private mutating func add(_ citation: Citation) {
    let key = LawKey(citation)
    let law = lawPlaces[key] ?? laws.count
    if law == laws.count {
      laws.append(Law(name: key.name, url: key.url))
      lawPlaces[key] = law
    }
    if articlePlaces[key]?[citation.article] == nil {
      articlePlaces[key, default: [:]][citation.article] = laws[law].articles.count
      laws[law].articles.append(citation.article)
    }
  }

  /// A reference to the rule of a result.
  func rule(of result: RuleResult) -> JSONValue? {
    rulePlaces[RuleKey(pack: result.packID, rule: result.ruleID)].map { place in
      SARIFCatalogue.reference(result.ruleID, place.rule, in: result.packID, place.pack)
    }
  }

  /// A reference to the article that is cited.
  func article(of citation: Citation) -> JSONValue? {
    let key = LawKey(citation)
    guard let law = lawPlaces[key], let article = articlePlaces[key]?[citation.article] else { return nil }
    return SARIFCatalogue.reference(citation.article, article, in: key.name, law)
  }

  /// References to the laws that the rules of a pack rest on.
  func laws(of pack: Pack) -> [JSONValue] {
    let places = Set(pack.rules.flatMap(\.citations).compactMap { lawPlaces[LawKey($0)] })
    return places.sorted().map { SARIFCatalogue.component(laws[$0].name, $0) }
  }

  private static func reference(_ id: String, _ index: Int, in name: String, _ place: Int) -> JSONValue {
    .object([("id", .string(id)), ("index", .number(index)), ("toolComponent", component(name, place))])
  }

  private static func component(_ name: String, _ index: Int) -> JSONValue {
    .object([("name", .string(name)), ("index", .number(index))])
  }
}

extension SARIFCatalogue.Rule {
  fileprivate init(_ result: RuleResult) {
    self.init(
      id: result.ruleID, title: result.title, level: result.level, confidence: result.confidence, citations: [])
  }

  fileprivate mutating func add(_ result: RuleResult) {
    level = max(level, result.level)
    for citation in result.citations where !citations.contains(citation) { citations.append(citation) }
  }
}

extension Citation {
  /// The name of the part within the law; the law's own where it is cited as a whole.
  var article: String { locator.isEmpty ? id : locator }
}
