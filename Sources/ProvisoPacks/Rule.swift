public import ProvisoDocuments
public import ProvisoLanguage
public import ProvisoModel
public import ProvisoSource

/// One duty or prohibition.
public struct Rule: Sendable {
  /// A way to break the rule.
  public struct Case: Sendable {
    /// How much it matters.
    public private(set) var level: Level
    /// What is wrong.
    public let message: MessageTemplate
    /// How to mend it; nil where nobody can say.
    public let advice: MessageTemplate?
    /// How a machine may mend it; nil where only a person can.
    public let remedy: Remedy?
    /// The law behind it.
    public let citations: [Citation]
    /// How sure that law is.
    public let confidence: Confidence

    /// The same with another level.
    public func taken(as level: Level) -> Case {
      var taken = self
      taken.level = level
      return taken
    }
  }

  /// The id, `pack.name`.
  public let id: String
  /// The duty in a few words.
  public let title: String
  /// More about it; nil where the title says all.
  public let description: String?
  /// How sure the law is.
  public let confidence: Confidence
  /// The first day it is in force; nil for always.
  public let from: CalendarDate?
  /// The last day it is in force; nil for an open end.
  public let until: CalendarDate?
  /// What it comes to; a `fail` names one of `cases`.
  public let table: DecisionTable
  /// The ways to break it; one for a rule without a table of cases.
  public let cases: [Case]
  /// The law behind it.
  public let citations: [Citation]
  /// The demand as written, one line a clause, for explanations.
  public let clauses: [Clause]
  /// The tests inside the rule.
  public let tests: [RuleTest]
  /// The name of the file it stands in.
  public let file: String
  /// The place of its id there.
  public let span: Span

  /// A part of a rule as its author wrote it; each is one row of `table`.
  public struct Clause: Hashable, Sendable {
    /// `when`, `unless`, `require`, `forbid` or `case`.
    public let key: String
    /// The expression with its place.
    public let source: ExpressionSource

    /// The expression.
    public var text: String { source.text }
  }

  /// The worst of its levels.
  public var level: Level { cases.map(\.level).max() ?? .advice }

  /// Whether it is in force on a day.
  public func isInForce(on date: CalendarDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (until.map { date <= $0 } ?? true)
  }
}

/// A text of a rule with values filled in when it is shown.
public struct MessageTemplate: Hashable, Sendable {
  /// A piece of it.
  public enum Part: Hashable, Sendable {
    case text(String)
    case value(Term)
  }

  /// The pieces in order.
  public let parts: [Part]

  /// The text, every slot filled by `value`; a slot without a value shows `…`.
  public func filled(_ value: (Term) -> String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let term): value(term) ?? "…"
      }
    }.joined()
  }
}

/// A draft with what a rule must say of it.
public struct RuleTest: Sendable {
  /// What it shows.
  public let name: String
  /// The draft in Proviso's own form.
  public let draft: DocumentNode
  /// The facts declared beside it, if any.
  public let facts: DocumentNode?
  /// The outcome.
  public let want: Outcome
  /// The level of the failure, where the test says it.
  public let level: Level?
  /// The facts an undetermined rule must name, where the test says them.
  public let missing: [Missing]
  /// The day it is judged for; nil for the day the pack was verified.
  public let asOf: CalendarDate?
  /// Its place in the rule's file.
  public let span: Span
  /// The place of its name there.
  public let nameSpan: Span

  /// A fact that must be named, with its place in the rule's file.
  public struct Missing: Sendable {
    /// Its path.
    public let fact: String
    /// Where it stands.
    public let span: Span
  }
}
