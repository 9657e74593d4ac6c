import ProvisoDocuments
import ProvisoModel

extension SARIFReport {
  func tool(_ report: Report, _ notices: SARIFNotices) -> JSONValue {
    .object([
      (
        "driver",
        .object([
          ("name", .string("proviso")), ("semanticVersion", .string(report.toolVersion)),
          ("notifications", .array(notices.descriptors)),
        ])
      ),
      ("extensions", .array(catalogue.packs.map(component))),
    ])
  }

  private func component(_ pack: SARIFCatalogue.Pack) -> JSONValue {
    .members([
      ("name", .string(pack.id)), ("version", pack.summary.map { .string($0.version) }),
      ("properties", pack.summary.map { .object([("digest", .string($0.digest))]) }),
      ("supportedTaxonomies", .array(catalogue.laws(of: pack))),
      ("rules", .array(pack.rules.map { rule($0, in: pack) })),
    ])
  }

  private func rule(_ rule: SARIFCatalogue.Rule, in pack: SARIFCatalogue.Pack) -> JSONValue {
    let sources = rule.citations.map(Wording.source)
    let basis = sources.isEmpty ? "" : " It rests on \(Wording.list(sources))."
    return .members([
      ("id", .string(rule.id)), ("name", .string(SARIFReport.name(rule.id))),
      ("shortDescription", SARIFReport.message(rule.title.onOneLine)),
      ("fullDescription", SARIFReport.message((rule.sentence + basis).onOneLine)),
      ("help", help(rule)),
      ("helpUri", rule.citations.lazy.compactMap(\.url.webAddress).first.map(JSONValue.string)),
      ("defaultConfiguration", .object([("level", .string(rule.level.word))])),
      (
        "relationships",
        .array(
          rule.citations.compactMap(catalogue.article).map {
            .object([("target", $0), ("kinds", .strings(["relevant"]))])
          })
      ),
      (
        "properties",
        .object([
          ("tags", .strings(SARIFReport.distinct([pack.id] + rule.citations.map(\.id)))),
          ("precision", .string(rule.confidence.precision)),
          ("problem.severity", .string(rule.level == .advice ? "recommendation" : rule.level.word)),
        ])
      ),
    ])
  }

  private func help(_ rule: SARIFCatalogue.Rule) -> JSONValue {
    var text = [rule.sentence]
    var markdown = [rule.sentence.markdown, ""]
    for citation in rule.citations {
      text.append("- \(Wording.source(citation)) \(citation.url)")
      markdown.append("- " + Wording.source(citation).markdown(linkedTo: citation.url))
    }
    if let doubt = Wording.weakness(rule.confidence) {
      text.append(doubt)
      markdown.append("\n" + doubt)
    }
    text.append("`proviso explain \(rule.id)` tells more.")
    markdown.append("\n\("proviso explain \(rule.id)".markdownCode) tells more.")
    return .object([
      ("text", .string(SARIFReport.escaped(text.map(\.onOneLine).joined(separator: "\n")))),
      ("markdown", .string(SARIFReport.escaped(markdown.joined(separator: "\n")))),
    ])
  }

  /// `MarketingWithoutConsent` for `gdpr.marketing-without-consent`: the form in which SARIF names rules for people.
  private static func name(_ id: String) -> String {
    let own = id.split(separator: ".", maxSplits: 1).last ?? ""
    return own.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The items without those that were there before.
  private static func distinct(_ items: [String]) -> [String] {
    var seen: Set<String> = []
    return items.filter { seen.insert($0).inserted }
  }

  /// A law with the articles that rules rest on.
  static func taxonomy(_ law: SARIFCatalogue.Law) -> JSONValue {
    let url = law.url.webAddress.map(JSONValue.string)
    return .members([
      ("name", .string(law.name)), ("informationUri", url),
      (
        "taxa",
        .array(
          law.articles.map { article in
            .members([("id", .string(article)), ("helpUri", url)])
          })
      ),
    ])
  }
}

extension SARIFCatalogue.Rule {
  /// The title with a full stop.
  fileprivate var sentence: String { title.hasSuffix(".") ? title : title + "." }
}

extension Level {
  /// The level in SARIF's words.
  var word: String {
    switch self {
    case .block: "error"
    case .warn: "warning"
    case .advice: "note"
    }
  }
}

extension Confidence {
  /// How much a reader may rely on a rule, in the words of code-scanning sites.
  fileprivate var precision: String {
    switch self {
    case .verified: "very-high"
    case .general: "high"
    case .secondary: "medium"
    case .unverified: "low"
    }
  }
}
