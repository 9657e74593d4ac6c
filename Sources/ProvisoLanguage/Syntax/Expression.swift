public import ProvisoModel
public import ProvisoSource

/// What somebody wrote: the syntax tree of an expression.
///
/// Chains (`a and b and c`, `1 + 2 + 3`) are flat, so the depth of a tree is the depth of its parentheses, which the
/// parser bounds. Two expressions are equal when they read the same, wherever they stand.
public struct Expression: Sendable {
  /// What the node is.
  public let kind: Kind
  /// Its place in the expression's text.
  public let span: Span

  /// The kinds of node, named after the rules of Grammar/expression.ebnf.
  public indirect enum Kind: Hashable, Sendable {
    case disjunction([Expression])
    case conjunction([Expression])
    case negation(Expression)
    case quantified(Quantifier, ItemKind, Expression)
    /// The text test of a quantified item: `any button mentions @x`.
    case itemText(TextTest)

    case isKnown(Expression, negated: Bool)
    case `is`(Expression, Expression, negated: Bool)
    case isIn(Expression, Expression, negated: Bool)
    case isInVocabulary(Expression, Vocabulary, negated: Bool)
    case compared(Expression, Ordering, Expression)
    case has(Expression, Quantifier?, Expression)
    case hasDetector(Expression, Name, [Nearness])
    case within(Expression, Expression)
    case textTest(Expression, TextTest)

    case sum(Expression, [Operation])
    case product(Expression, [Operation])
    case minus(Expression)
    case set([Expression])
    case call(Name, [Expression])
    case lookup(Name, Expression)
    case path(String)
    case vocabulary(Vocabulary)
    case period(Period)
    case percentage(Number)
    case number(Number)
    case date(CalendarDate)
    case time(TimeOfDay)
    case text(String)
    /// Something that could not be read; the parser has reported it.
    case missing
  }

  /// How many of a list's items a condition must hold for.
  public enum Quantifier: String, Hashable, Sendable { case any, all, no }

  /// A sign between two ordered values.
  public enum Ordering: String, Hashable, Sendable {
    case less = "<"
    case atMost = "<="
    case more = ">"
    case atLeast = ">="
  }

  /// A sign and its right-hand side.
  public struct Operation: Hashable, Sendable {
    /// `+`, `-`, `*` or `/`.
    public enum Sign: String, Hashable, Sendable { case plus = "+", minus = "-", times = "*", over = "/" }
    /// The sign.
    public let sign: Sign
    /// What stands behind it.
    public let operand: Expression
  }

  /// A word with its place.
  public struct Name: Sendable {
    /// The word.
    public let text: String
    /// Its place in the expression's text.
    public let span: Span
  }

  /// `@name`.
  public struct Vocabulary: Sendable {
    /// The name, without `@`.
    public let name: String
    /// Its place in the expression's text, `@` included.
    public let span: Span
  }

  /// What is asked about a text.
  public enum TextTest: Hashable, Sendable {
    /// `languages` is the path behind `for`.
    case mentions([Vocabulary], nearness: [Nearness], languages: Name?)
    /// The pattern without its slashes.
    case matches(Pattern)
    case contains(Expression)
    /// Any of several texts.
    case containsAny(Expression)
  }

  /// A pattern with its place.
  public struct Pattern: Sendable {
    /// The pattern without its slashes.
    public let text: String
    /// Its place in the expression's text, slashes included.
    public let span: Span
  }

  /// A demand on the surroundings of what was found.
  public struct Nearness: Hashable, Sendable {
    /// Whether nothing of `vocabularies` may be there.
    public let negated: Bool
    /// Where it is looked for.
    public let side: Side
    /// What is looked for.
    public let vocabularies: [Vocabulary]
    /// The most words between the two; nil for anywhere in the same part of the message.
    public let words: Int?
  }
}

/// Where the surroundings of something found are looked at, in the words of the language.
public enum Side: String, Hashable, Sendable, CaseIterable {
  case near
  case followed = "followed by"
  case preceded = "preceded by"
}

/// The lists of a draft that conditions can run through.
public enum ItemKind: String, Hashable, Sendable, CaseIterable {
  case button, card, variable, link

  /// The list's name in `count(buttons)`.
  public var plural: String { rawValue + "s" }
}

extension Expression: Hashable {
  /// Equal when they read the same.
  public static func == (left: Expression, right: Expression) -> Bool { left.kind == right.kind }
  /// Hashes what is read.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension Expression.Name: Hashable {
  /// Equal when they read the same.
  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }
  /// Hashes what is read.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Expression.Vocabulary: Hashable {
  /// Equal when they read the same.
  public static func == (left: Self, right: Self) -> Bool { left.name == right.name }
  /// Hashes what is read.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Expression.Pattern: Hashable {
  /// Equal when they read the same.
  public static func == (left: Self, right: Self) -> Bool { left.text == right.text }
  /// Hashes what is read.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
