import CAllocations
import Proviso
import ProvisoPlan
import Testing

/// Memory is taken from the heap while a context warms up, and then no more where there is nothing to say.
@Suite struct AllocationTests {
  /// The most allocations for a draft that passes.
  private static let most = 0

  private static let pack = SourceFile(
    name: "calm.yaml",
    text: """
      apiVersion: proviso/v1
      kind: PolicyPack
      metadata: { id: calm, title: Calm, version: 1, verified: 2026-01-31, review: 1 year }
      sources: { law: { title: The law, url: "https://example.org" } }
      vocabularies:
        sale: { en: [flash sale, "# % off", "sav*"], de: [rabatt] }
        polite: { en: [please] }
      rules:
      \([
        "text mentions @sale and consent.status is none", "text matches /[0-9]{4} [a-z]+ only/",
        "text has detector card-number", "text mentions @sale near @polite within 3 words",
        "length(body) > 500", "draft.channel is email and not (consent.channels has email)",
        "recipient.region in EEA and text mentions @sale",
      ].enumerated().map { number, condition in
        """
          - { id: calm.r\(number), title: A rule, level: block, forbid: '\(condition)', message: No., cite: law,
              tests: [{ name: a, draft: {}, want: fail }, { name: b, draft: {}, want: pass }] }
        """
      }.joined(separator: "\n"))
      """)

  private static let drafts = [
    "channel: sms\nbody: Your parcel arrives today between nine and ten.",
    "channel: sms\nbody: Please call us. The number on the invoice is 5.",
    "channel: sms\nbody: Größe und Farbe stehen auf der Rechnung – bis bald 👋🏽",
    "channel: email\nsubject: Your parcel\nbody: It arrives today.",
  ]

  @Test(arguments: drafts) func `a draft that passes is judged without taking memory`(_ text: String) throws {
    let engine = try Engine(packs: [], files: [Self.pack])
    let draft = try engine.draft(text)
    let declared = engine.readFacts(
      SourceFile(
        name: "facts.yaml",
        text: "consent.status: given\nconsent.channels: [email, sms]\nrecipient.regions: [DE, US]\n"))
    #expect(declared.diagnostics.isEmpty)
    let memory = try engine.evaluationMemory()
    var verdicts: Set<Verdict> = []
    func judge(_ times: Int) throws {
      for _ in 0..<times {
        verdicts.insert(try memory.evaluate(draft, facts: declared.facts, asOf: Shared.day).verdict)
      }
    }
    try judge(3)
    let before = proviso_allocation_count()
    try judge(100)
    let count = proviso_allocation_count() - before
    #expect(verdicts == [.pass])
    #expect(count <= UInt64(100 * Self.most), "\(Double(count) / 100) allocations for each draft")
  }

  @Test func `what is taken from the heap is counted`() {
    let before = proviso_allocation_count()
    let numbers = (0..<10).map { [UInt8](repeating: 7, count: 100 + $0) }
    #expect(proviso_allocation_count() - before >= 10 && numbers.count == 10)
  }
}
