import Testing

@testable import ProvisoText

@Suite struct PhraseTests {
  @Test(arguments: [
    ("", PhraseProblem.empty), ("  ", .empty), ("!?", .empty), ("#", .onlyWildcards), ("# #", .onlyWildcards),
    ("…", .onlyWildcards), ("*", .misplacedStar), ("a * b", .misplacedStar), ("a*b", .misplacedStar),
    ("*-free", .misplacedStar), ("… a", .gapAtEdge), ("a …", .gapAtEdge), ("a...", .gapAtEdge),
    ("a b c d e f g h i j k l m n o p q", .tooLong), ("a … b … c … d … e", .tooLong),
  ]) func refuses(_ text: String, _ problem: PhraseProblem) {
    #expect(throws: problem) { try Phrase(parsing: text) }
  }

  @Test(arguments: [
    ("Limited  OFFER", "limited offer"), ("promoção", "PROMOCAO"), ("e-mail", "e mail"), ("don’t miss", "don't miss"),
    ("use code.", "use code"), ("a...b", "a … b"), ("“sale”!", "sale"), ("p.m.", "p.m"),
  ]) func readsAsTheSamePhrase(_ one: String, _ other: String) throws {
    #expect(try Phrase(parsing: one) == Phrase(parsing: other))
  }

  @Test(arguments: [
    ("a", "a*"), ("a*", "*a"), ("*a", "*a*"), ("# a", "a"), ("#a", "# a"), ("a … b", "a b"), ("a.b", "a b"),
    ("a.b", "a. b"),
  ])
  func readsAsAnotherPhrase(_ one: String, _ other: String) throws {
    #expect(try Phrase(parsing: one) != Phrase(parsing: other))
  }
}
