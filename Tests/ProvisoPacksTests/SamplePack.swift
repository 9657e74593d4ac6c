import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// A pack that has everything a pack can have, and ways to break it.
enum SamplePack {
  static let text = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata:
      id: own
      title: Our own rules
      version: 1.10
      languages: [en, de]
      verified: 2026-11-22
      review: 12 months
      x-owner: legal
    sources:
      law: { title: The law, url: "https://example.org/law" }
    imports: []
    parameters:
      limit: { 2020-01-01: 10, 2026-07-01: 20 }
      kinds: { 2020-01-01: [marketing, utility] }
    tables:
      fee: { DE: 5, FR: null, marketing: 7 }
    define:
      adult: recipient.age >= 18
    vocabularies:
      promo:
        en: [sale, "% off", 100]
        de: rabatt
        any: [promo]
        except: { en: [for sale] }
        spacing: exact
        spelling: loose
    texts:
      stop: { en: Reply STOP, de: Antworte STOPP }
    rules:
      - id: own.grown-up
        title: Only for adults
        description: More about it
        level: block
        confidence: verified
        effective: { from: 2020-01-01, until: 2030-12-31 }
        when: draft.category is marketing
        unless: data.encrypted
        require: adult
        message: The text has {length(body)} characters, and {{1}} stands for itself.
        fix:
          advice: "{limit} is enough"
          apply: safe
          append: { to: footer, text: stop }
          add-button: { type: quick-reply, text: { en: Stop } }
        cite: [law art. 13(1), law]
        tests:
          - name: a child
            draft: { body: Hi }
            facts: { recipient.age: 17 }
            want: fail
            level: block
            missing: [recipient.age]
            as-of: 2026-01-01
          - { name: a grown-up, draft: { body: Hi }, want: pass }
      - id: own.ladder
        title: Depends on the age
        cases:
          - when: recipient.age < 3
            level: warn
            message: Too young.
            fix: { advice: Wait., apply: suggested, rewrite: { in: [header, body], by: no-emoji } }
          - { when: recipient.age > 90, outcome: pass }
          - { when: text matches /a|b/, level: advice }
        message: Look at it.
        cite: law
        tests:
          - { name: young, draft: { body: Hi }, want: fail }
          - { name: old, draft: { body: Hi }, want: pass }

    """

  static let schema = FactSchema(
    [
      fact("draft.languages", .symbols(["en", "de"])),
      fact("draft.category", .symbol(["marketing", "service", "utility"])), fact("recipient.age", .number),
      fact("data.encrypted", .truth), fact("recipient.region", .place),
      fact("consent.purposes", .symbols(["ads", "news"])),
    ], fields: ["button.type": .symbol(["url"])], places: PlaceTable(parts: ["DE": [], "FR": [], "EU": ["DE", "FR"]]))

  private static func fact(_ path: String, _ type: ValueType) -> FactDefinition {
    FactDefinition(path: path, type: type, canBeAbsent: false, dataClass: .public, question: "\(path)?", help: "")
  }

  /// The pack's file with one part of its text changed.
  static func file(replacing part: String = "", with other: String = "", name: String = "own.yaml") -> SourceFile {
    guard let range = part.isEmpty ? nil : text.firstRange(of: part) else { return SourceFile(name: name, text: text) }
    return SourceFile(name: name, text: text.replacingCharacters(in: range, with: other))
  }

  /// A pack that imports and defines, and has one rule that demands something.
  static func small(_ id: String, imports: [String] = [], _ body: String = "", require: String? = nil) -> SourceFile {
    let rule =
      require.map { require in
        """
        rules:
          - id: \(id).rule
            title: A rule
            level: warn
            require: \(require)
            message: No.
            cite: law
            tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }]

        """
      } ?? ""
    return SourceFile(
      name: "\(id).yaml",
      text: """
        apiVersion: proviso/v1
        kind: PolicyPack
        metadata: { id: \(id), title: A pack, version: 1, verified: 2026-01-31, review: 1 month }
        sources: { law: { title: The law, url: "https://example.org" } }
        imports: [\(imports.joined(separator: ", "))]
        \(body)
        \(rule)
        """)
  }

  /// Reads and checks packs, with the errors; packs whose names cannot be read are not checked.
  static func check(
    _ files: [SourceFile]
  ) -> (packs: [Pack], names: [String: Environment], diagnostics: [Diagnostic]) {
    let (packs, diagnostics) = PackAssembly.join(files.map(PackReader.read))
    let checked = PackChecker.check(packs, schema: schema, detectors: ["iban"])
    let errors = (diagnostics + checked.diagnostics).filter { $0.severity == .error }
    return (checked.packs, checked.names, errors)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

extension Diagnostic {
  /// The problem in one line: id, underlined text, message, help.
  func summary(in file: SourceFile) -> String {
    "\(id) | \(file.text(in: span)) | \(message)" + (help.map { " | \($0)" } ?? "")
  }
}
