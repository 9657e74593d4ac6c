import Proviso
import Testing

/// What a finding is known by, from one run to the next.
@Suite struct FingerprintTests {
  private static let engine = Result {
    try Engine(
      packs: [],
      files: [
        SourceFile(
          name: "mini.yaml",
          text: """
            apiVersion: proviso/v1
            kind: PolicyPack
            metadata:
              id: mini
              title: A pack for tests
              version: 1.0.0
              languages: [en]
              verified: 2026-11-22
              review: 12 months
            sources:
              law: { title: The law, url: "https://law.example/text" }
            vocabularies:
              sale: { en: [flash sale] }
            rules:
              - id: mini.no-sale
                title: No flash sale
                level: block
                forbid: text mentions @sale
                message: This shouts about a sale.
                cite: [law art. 1]
                tests:
                  - { name: a sale, draft: { channel: sms, body: Flash sale }, want: fail }
                  - { name: no sale, draft: { channel: sms, body: Hello }, want: pass }

            """)
      ])
  }

  private static func fingerprint(_ text: String, in name: String = "draft.txt") throws -> String {
    let engine = try engine.get()
    let reading = engine.read(SourceFile(name: name, text: text))
    let report = engine.evaluate(
      try #require(reading.drafts.first), asOf: CalendarDate(year: 2026, month: 11, day: 22) ?? CalendarDate(day: 0))
    return try #require(report.results.first).fingerprint
  }

  static let plain = "Dear Ana, good news for today: flash sale on all shoes, see you soon"

  static let same = [
    "\n\n\(plain)",
    "Good morning everybody. How are you today? \(plain). We look forward to it. Yours, the shop",
    "Dear Ana,\n  good news\nfor today:\n\tFLASH\n   sale on all shoes,\nsee you soon",
  ]

  @Test(arguments: same) func `a finding that moves stays the same`(_ text: String) throws {
    #expect(try Self.fingerprint(text) == Self.fingerprint(Self.plain))
  }

  static let changed = [
    plain.replacing("shoes", with: "boots"), plain.replacing("Ana", with: "Bob"),
    plain.replacing("on all", with: "not on"), "\(plain). \(plain)",
  ]

  @Test(arguments: changed) func `a finding in other words is another one`(_ text: String) throws {
    #expect(try Self.fingerprint(text) != Self.fingerprint(Self.plain))
  }

  @Test func `the same words in another file are another finding`() throws {
    #expect(try Self.fingerprint(Self.plain) != Self.fingerprint(Self.plain, in: "other.txt"))
  }

  static let written = [
    #"{"id":"a","channel":"sms","body":"Caf\u00e9: fl\u0061sh sale, {{name}}","examples":{"name":"Ana"}}"#,
    """
    {
        "channel": "sms",
        "id": "a",

        "body": "Café: flash\\nsale, {{name}}",
        "examples": { "name": "Ana" }
    }
    """,
  ]

  @Test func `escapes, order and indentation of a file play no part`() throws {
    let prints = try Self.written.map { try Self.fingerprint($0, in: "draft.json") }
    #expect(Set(prints).count == 1)
  }
}
