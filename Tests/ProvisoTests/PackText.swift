import Proviso

/// Writes packs for tests: what every pack needs, around what a test is about.
enum PackText {
  /// A pack of the given rules, with `top` (imports, vocabularies, …) in front of them.
  static func pack(_ id: String, top: String = "", _ rules: String...) -> String {
    """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata: { id: \(id), title: A pack for tests, version: 1.0.0, languages: [en], verified: 2026-11-22, review: 12 months }
    sources:
      law: { title: The law, url: "https://law.example" }
    \(top)
    rules:
    \(rules.joined(separator: "\n"))
    """
  }

  /// A rule with what a test is about in `body`. Engines do not run the tests inside rules.
  static func rule(_ id: String, _ body: String, tests: [String] = ["fail", "pass"]) -> String {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    let heading = ["  - id: \(id)", "    title: A rule", "    message: Broken.", "    cite: [law art. 1]"]
    let ending = tests.enumerated().map { number, want in
      "      - { name: a test\(number == 0 ? "" : " \(number)"), draft: { channel: sms, body: Hi }, want: \(want) }"
    }
    return (heading + lines + ["    tests:\(ending.isEmpty ? " []" : "")"] + ending).joined(separator: "\n")
  }
}

/// Packs as users write them.
enum UserPack {
  static let all = [importing, dated, places, texts, replacing]

  private static func file(_ text: String, _ name: String) -> SourceFile {
    SourceFile(name: "\(name).yaml", text: text)
  }

  static let importing = file(
    PackText.pack(
      "importing", top: "imports: [common]",
      PackText.rule("importing.promotion", "level: warn\nforbid: text mentions @promotion")), "importing")

  static let dated = file(
    PackText.pack(
      "dated", top: "parameters:\n  letters: { 2000-01-01: 10, 2027-01-01: 5 }",
      PackText.rule("dated.length", "level: warn\nrequire: length(body) <= letters"),
      PackText.rule("dated.old", "level: warn\neffective: { until: 2026-12-31 }\nrequire: length(body) <= 3"),
      PackText.rule("dated.new", "level: warn\neffective: { from: 2027-01-01 }\nrequire: length(body) <= 3")),
    "dated")

  static let places = file(
    PackText.pack(
      "places",
      PackText.rule(
        "places.consent",
        "level: block\nwhen: recipient.region in EEA\nrequire: consent.status is explicit"),
      PackText.rule(
        "places.california",
        "level: block\nwhen: recipient.region in US-CA\nrequire: consent.status is explicit")),
    "places")

  static let texts = file(
    PackText.pack(
      "texts", top: "vocabularies:\n  sale:\n    en: [flash sale]",
      PackText.rule("texts.sale", "level: block\nforbid: text mentions @sale")), "texts")

  /// Stands in front of the built-in pack of its id.
  static let replacing = file(
    PackText.pack("gdpr", PackText.rule("gdpr.own", "level: advice\nforbid: length(body) > 1000")), "my-gdpr")
}
