import Proviso
import ProvisoTestSupport
import Testing

/// What must, or must not, stand around a find.
@Suite struct NearnessTests {
  /// A condition, a body, and whether the body fulfils it.
  static let examples: [(condition: String, body: String, holds: Bool)] = [
    // A direction.
    ("text mentions @item followed by @cue within 2 words", "a discount of 20 percent", true),
    ("text mentions @item followed by @cue within 2 words", "20 percent as a discount", false),
    ("text mentions @item preceded by @cue within 2 words", "20 percent as a discount", true),
    ("text mentions @item preceded by @cue within 2 words", "a discount of 20 percent", false),
    ("text mentions @item followed by @cue within 1 words", "a discount of 20 percent", false),
    ("text mentions @item followed by @cue", "a discount on everything that we have for you, 20 percent", true),
    ("text mentions @item not followed by @cue within 2 words", "a discount of 20 percent", false),
    ("text mentions @item not followed by @cue within 2 words", "20 percent discount", true),
    ("text mentions @item not preceded by @cue within 2 words", "20 percent discount", false),
    // One find of several suffices.
    ("text mentions @item not preceded by @cue within 0 words", "20 percent discount, a discount", true),
    // A cue inside the find is part of it.
    ("text mentions @item near @cue within 3 words", "20 percent off", false),
    ("text mentions @item not near @cue within 3 words", "20 percent off", true),
    ("text mentions @item followed by @cue", "20 percent off", false),
    ("text mentions @item preceded by @cue", "20 percent off", false),
    ("text mentions @item near @cue within 3 words", "20 percent off, 30 percent", true),
    // A cue that reaches beyond the find counts on that side.
    ("text mentions @item followed by @long within 0 words", "20 percent off today", true),
    ("text mentions @item preceded by @long within 0 words", "20 percent off today", false),
    // Not across the parts of a message.
    ("text mentions @item followed by @cue", "a discount\nbuttons: [{ type: quick-reply, text: 20 percent }]", false),
    // Detectors.
    ("text has detector card-number near @cue within 5 words", "percent 4111 1111 1111 1111", true),
    ("text has detector card-number near @cue within 5 words", "4111 1111 1111 1111 as a percent", true),
    ("text has detector card-number near @cue within 1 words", "4111 1111 1111 1111 as a percent", false),
    ("text has detector card-number near @cue", "4111 1111 1111 1111", false),
    ("text has detector card-number not near @cue within 5 words", "4111 1111 1111 1111", true),
    ("text has detector card-number not near @cue within 5 words", "percent 4111 1111 1111 1111", false),
    ("text has detector card-number preceded by @cue within 0 words", "percent 4111 1111 1111 1111", true),
    ("text has detector card-number followed by @cue within 0 words", "percent 4111 1111 1111 1111", false),
    ("text has detector card-number followed by @cue within 0 words", "4111 1111 1111 1111 percent", true),
    ("text has detector card-number not followed by @cue", "percent 4111 1111 1111 1111 off", true),
    ("text has detector card-number followed by @digits", "4111 1111 1111 1111", false),
    ("text has detector card-number followed by @digits within 0 words", "4111 1111 1111 1111 1111", true),
  ]

  private static let vocabularies = """
    vocabularies:
      item: { en: [discount, 20 percent off] }
      cue: { en: [percent] }
      long: { en: [off today] }
      digits: { en: ["1111"] }
    """

  private static func engine(_ top: String, _ conditions: [String]) throws -> Engine {
    let rules = conditions.enumerated().map { PackText.rule("near.r\($0)", "level: warn\nforbid: \($1)") }
    let text = PackText.pack("near", top: top, rules.joined(separator: "\n"))
    return try Engine(packs: [], files: [SourceFile(name: "near.yaml", text: text)])
  }

  private static let exampleEngine = Result { try engine(vocabularies, examples.map(\.condition)) }

  @Test(arguments: examples.indices) func `what stands around a find counts`(_ number: Int) throws {
    let example = Self.examples[number]
    let report = try Self.exampleEngine.get().report("channel: sms\nbody: \(example.body)")
    let isFound = report.findings(of: "near.r\(number)") == ["fail"]
    #expect(isFound == example.holds, "\(example.condition): \(example.body)")
  }

  @Test func `a reason quotes what is found, and names the side where nothing is`() throws {
    let engine = try Self.exampleEngine.get()
    func reason(_ body: String) throws -> String? {
      try engine.report("channel: sms\nbody: \(body)").results.first { $0.ruleID == "near.r0" }?.reason
    }
    #expect(try reason("a discount of 20 percent") == "text says “discount”")
    #expect(try reason("20 percent") == "nothing in text says @item followed by @cue")
  }

  // MARK: The slow way

  /// Phrases whose finds overlap each other in every way.
  private static let items = ["p", "p q", "q r s"]
  private static let cues = ["q", "p q", "r s", "p q r", "s"]

  /// Every side, negated or not, with and without a bound.
  private static let demands = [Side.near, .followed, .preceded].flatMap { side in
    [false, true].flatMap { negated in [nil, 0, 1, 3].map { (side: side, negated: negated, words: $0) } }
  }

  /// The side of a demand; the engine knows it by another name.
  private enum Side: String { case near, followed = "followed by", preceded = "preceded by" }

  private static let randomEngine = Result {
    try engine(
      "vocabularies:\n  item: { en: [\(items.joined(separator: ", "))] }\n  cue: { en: [\(cues.joined(separator: ", "))] }",
      demands.map { demand in
        let words = demand.words.map { " within \($0) words" } ?? ""
        return "text mentions @item \(demand.negated ? "not " : "")\(demand.side.rawValue) @cue\(words)"
      })
  }

  /// The places of phrases among words.
  private static func places(of phrases: [String], in words: [String]) -> [Range<Int>] {
    phrases.flatMap { phrase in
      let parts = phrase.split(separator: " ").map(String.init)
      return words.indices.filter { words[$0...].starts(with: parts) }.map { $0..<$0 + parts.count }
    }
  }

  private static func holds(_ demand: (side: Side, negated: Bool, words: Int?), in words: [String]) -> Bool {
    let cues = places(of: cues, in: words)
    return places(of: items, in: words).contains { item in
      let isThere = cues.contains { cue in
        let after = cue.contains { $0 >= item.upperBound } && cue.lowerBound - item.upperBound <= demand.words ?? 99
        let before = cue.contains { $0 < item.lowerBound } && item.lowerBound - cue.upperBound <= demand.words ?? 99
        return demand.side == .followed ? after : demand.side == .preceded ? before : after || before
      }
      return isThere != demand.negated
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func `every demand is the one that all places come to`(
    _ seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    let words = (0..<9).map { _ in ["p", "q", "r", "s", "x"].randomElement(using: &random) ?? "" }
    let report = try Self.randomEngine.get().report("channel: sms\nbody: \(words.joined(separator: " "))")
    for (number, demand) in Self.demands.enumerated() {
      let isFound = report.findings(of: "near.r\(number)") == ["fail"]
      #expect(isFound == Self.holds(demand, in: words), "\(words) \(demand)")
    }
  }
}
