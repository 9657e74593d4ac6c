import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// A rule as it was written.
struct WrittenRule: Sendable {
  struct Case: Sendable {
    let when: ExpressionSource
    /// Nil for a case that ends the table with a pass.
    let level: Level?
    let message: ExpressionSource?
    let fix: WrittenFix?
    /// Empty for those of the rule.
    let citations: [(text: String, span: Span)]
    /// Nil for that of the rule.
    let confidence: Confidence?
  }

  enum Demand: Sendable {
    case require(ExpressionSource)
    case forbid(ExpressionSource)
    case cases([Case])
  }

  let id: String
  let file: String
  let span: Span
  /// All of it.
  let extent: Span
  let title: String
  let description: String?
  let level: Level?
  let confidence: Confidence
  let from: CalendarDate?
  let until: CalendarDate?
  let when: ExpressionSource?
  let unless: ExpressionSource?
  let demand: Demand
  let message: ExpressionSource
  let fix: WrittenFix?
  let citations: [(text: String, span: Span)]
  let tests: [RuleTest]
  /// Whether its shape is right; the meaning of any other is not looked at, which would say the same again.
  var isSound = true
}
