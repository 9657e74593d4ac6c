import ProvisoModel
import Testing

@Suite struct MatrixTests {
  static let table = PlaceTable(parts: ["EU": ["AT", "DE", "FR"], "BR": [], "JP": [], "US": []])

  private static func result(
    _ id: String, _ outcome: Outcome, _ level: Level, _ regions: [String] = [], missing: [String] = []
  ) -> RuleResult {
    RuleResult(
      ruleID: id, packID: "a", title: id, outcome: outcome, level: level, message: "", reason: "", regions: regions,
      citations: [], confidence: .general, locations: [], factsUsed: [:], missingFacts: missing, missingSets: [],
      fixes: [], fingerprint: "")
  }

  private static func matrix(_ results: [RuleResult], questions: [String] = [], grouped: Bool = true) -> Matrix {
    let asked = questions.map { Question(path: $0, text: $0, answers: [], rules: []) }
    let report = DraftReport(
      path: "a", id: nil, channel: nil, verdict: .pass, results: results, questions: asked, counts: OutcomeCounts())
    let places = ["AT", "BR", "DE", "FR", "JP"]
    return Matrix(report, date: CalendarDate(day: 0), places: places, in: table, grouped: grouped)
  }

  /// A row in one line: `block EU: a.x`.
  private static func lines(_ matrix: Matrix) -> [String] {
    matrix.rows.map { row in
      let said = row.broken.map(\.id) + row.missing.map { "\($0)?" }
      return "\(row.verdict.rawValue) \(row.summary.map(\.code).joined(separator: " ")): \(said.joined(separator: " "))"
    }
  }

  static let cases: [(String, [RuleResult], [String])] = [
    ("nothing", [], ["pass EU BR JP: "]),
    ("everywhere", [result("a.x", .fail, .block)], ["block EU BR JP: a.x"]),
    ("in some places", [result("a.x", .fail, .block, ["AT", "DE", "FR"])], ["block EU: a.x", "pass BR JP: "]),
    (
      "the worst first, then by place",
      [
        result("a.w", .fail, .warn, ["BR", "DE"]), result("a.b", .fail, .block, ["BR"]),
        result("a.u", .undetermined, .block, ["JP"], missing: ["f"]),
      ], ["block BR: a.b a.w", "needs-facts JP: f?", "warn DE: a.w", "pass AT FR: "]
    ),
    (
      "a broken rule that blocks outweighs open ones",
      [result("a.u", .undetermined, .block, missing: ["g", "f"]), result("a.b", .fail, .block, ["FR"])],
      ["block FR: a.b f? g?", "needs-facts AT BR DE JP: f? g?"]
    ),
    ("advice parts no places", [result("a.a", .fail, .advice, ["DE"])], ["pass EU BR JP: "]),
    (
      "an open warning asks and does not keep from sending",
      [result("a.u", .undetermined, .warn, ["DE"], missing: ["f"])], ["pass AT BR FR JP: ", "pass DE: f?"]
    ),
  ]

  @Test(arguments: cases) func `a report is read place by place`(
    _ name: String, _ results: [RuleResult], _ rows: [String]
  ) {
    #expect(Set(Self.lines(Self.matrix(results))) == Set(rows))
    #expect(Self.matrix(results).rows.map(\.verdict.rawValue) == rows.map { String($0.prefix { $0 != " " }) })
  }

  @Test func `facts stand in the order of the questions`() {
    let open = Self.result("a.u", .undetermined, .block, missing: ["a", "b", "c"])
    #expect(Self.matrix([open], questions: ["c", "a"]).rows[0].missing == ["c", "a", "b"])
  }

  @Test func `each place has a row where that is wanted`() {
    let results = [Self.result("a.x", .fail, .block, ["DE"])]
    let matrix = Self.matrix(results, grouped: false)
    #expect(matrix.rows.map(\.places) == [["DE"], ["AT"], ["BR"], ["FR"], ["JP"]])
    #expect(matrix.placeCount == 5)
  }

  @Test func `what all rows have in common is said once`() {
    let results = [
      Self.result("a.all", .fail, .warn), Self.result("a.x", .fail, .block, ["DE"]),
      Self.result("a.u", .undetermined, .block, missing: ["f"]),
    ]
    let matrix = Self.matrix(results)
    #expect(matrix.everywhere.broken.map(\.id) == ["a.all"])
    #expect(matrix.everywhere.missing == ["f"])
    #expect(matrix.rows.map { $0.beyond(matrix.everywhere).broken.map(\.id) } == [["a.x"], []])
    // Where there is one row only, nothing is in common with another.
    #expect(Self.matrix([Self.result("a.all", .fail, .warn)]).everywhere.broken.isEmpty)
  }

  @Test func `what is suppressed does not count`() {
    var suppressed = Self.result("a.x", .fail, .block)
    suppressed.suppression = Suppression(kind: .external, reason: "r", owner: nil, expires: CalendarDate(day: 1))
    #expect(Self.lines(Self.matrix([suppressed])) == ["pass EU BR JP: "])
  }
}
