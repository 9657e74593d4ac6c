import ProvisoLanguage
import ProvisoSource
import ProvisoTestSupport
import Testing

@Suite struct ParserTests {
  static let printed: [(String, String)] = [
    ("a and (b or c)", "a and (b or c)"),
    ("(a and b) or c", "a and b or c"),
    ("not (a or b)", "not (a or b)"),
    ("not a and b", "not a and b"),
    ("a and (b and c)", "a and (b and c)"),
    ("1+2*3", "1 + 2 * 3"),
    ("(1+2)*3", "(1 + 2) * 3"),
    ("1-(2-3)", "1 - (2 - 3)"),
    ("--x", "--x"),
    ("x is not y", "x is not y"),
    ("x   not  in [ a,b ]", "x not in [a, b]"),
    ("30%", "30%"),
    ("2.50", "2.5"),
    ("1 month", "1 month"),
    ("2 month", "2 months"),
    ("48h", "48h"),
    ("any button ((type is url))", "any button (type is url)"),
  ]

  @Test(arguments: printed) func printsOneCanonicalSpelling(_ source: String, _ expected: String) {
    let (tree, problems) = Parser.parse(ExpressionSource(source))
    #expect(problems.isEmpty)
    #expect(tree.description == expected)
  }

  /// Source, underlined text, message.
  static let mistakes: [(String, String, String)] = [
    ("a = b", "=", "`=` is no sign of this language"),
    ("a and", "", "expected a value or a condition, found the end"),
    ("(a or b", "", "expected `)`, found the end"),
    ("a b", "b", "expected the end of the expression, `and` or `or`, found `b`"),
    ("x is 2026-02-30", "2026-02-30", "`2026-02-30` is no date of the calendar: 2026-02 has 28 days"),
    ("text mentions promo", "promo", "expected a vocabulary such as `@opt-out-offer`, found `promo`"),
    ("body matches stop", "stop", "expected a pattern between slashes, found `stop`"),
    ("x is \"open", "\"open", "this text has no closing quote"),
    ("any button", "", "expected `mentions`, `matches`, `contains` or a condition in parentheses, found the end"),
    ("5apples > 3", "5apples", "`5apples` is neither a number nor a name"),
    ("x < 99999999999999999999", "99999999999999999999", "`99999999999999999999` is out of range"),
  ]

  @Test(arguments: mistakes) func saysWhatIsWrongAndWhere(_ source: String, _ underlined: String, _ message: String) {
    let (_, problems) = Parser.parse(ExpressionSource(source))
    #expect(problems.map(\.message) == [message])
    let file = SourceFile(name: "", text: source)
    #expect(problems.map { file.text(in: $0.span) } == [underlined])
  }

  @Test func severalMistakesAreFoundInOneGoAndNoneTwice() {
    let (_, problems) = Parser.parse(ExpressionSource("(a = b) and x is and text mentions y or [c"))
    #expect(
      problems.map(\.message) == [
        "`=` is no sign of this language",
        "expected a value or a condition, found `and`",
        "expected a vocabulary such as `@opt-out-offer`, found `y`",
        "expected `]`, found the end",
      ])
  }
}

@Suite struct HostileExpressionTests {
  static let knots = ["(", "not ", "-", "[", "x(", "x[", "any button ("]

  @Test(arguments: knots) func deepNestingIsOneError(_ opening: String) {
    let count = opening.utf8.count
    let source = String(repeating: opening, count: 60_000 / count)
    let (_, problems) = Parser.parse(ExpressionSource(source))
    #expect(problems.map(\.id) == ["expression.too-deep"])
  }

  @Test func aMillionParenthesesAreRefusedByLength() {
    let (_, problems) = Parser.parse(ExpressionSource(String(repeating: "(", count: 1_000_000)))
    #expect(problems.map(\.id) == ["expression.too-long"])
  }

  @Test func longChainsStayFlat() {
    let source = Array(repeating: "a", count: 9_000).joined(separator: " or ")
    let (tree, problems) = Parser.parse(ExpressionSource(source))
    #expect(problems.isEmpty)
    #expect(tree.description == source)
  }

  @Test(arguments: 0..<200) func noiseIsRefusedWithoutACrash(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "(", ")", "[", "]", ",", "and", "or", "not", "is", "in", "has", "any", "button", "mentions", "@v", "near",
      "within", "8", "followed", "preceded", "by", "detector",
      "words", "matches", "/x/", "\"t\"", "24h", "30%", "2026-11-22", "<", "<=", "+", "-", "*", "/", "x", "a.b",
      "\u{1F600}", "\0",
      "\\", "for", "count(", "é",
    ]
    let source = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
    let (tree, problems) = Parser.parse(ExpressionSource(source))
    if problems.isEmpty { #expect(Parser.parse(ExpressionSource(tree.description)).expression == tree) }
    for problem in problems { #expect(problem.span.upper <= source.utf8.count) }
  }
}
