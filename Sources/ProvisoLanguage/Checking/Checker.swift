import ProvisoModel
public import ProvisoSource

/// Reads a syntax tree and writes what it means: names resolved, types checked, sugar gone.
///
/// The first thing wrong with a node is reported; whatever is built on it takes the *broken* type, which fits
/// everywhere and is never reported again.
public struct Checker {
  let environment: Environment
  let source: ExpressionSource
  var diagnostics: [Diagnostic] = []
  /// The kind of list item whose fields can be named, inside a quantifier.
  var item: ItemKind?
  /// How many tests definitions have put in so far.
  private var inlinedTests = 0

  /// The most that definitions may put into one expression. Each is put in wherever it is named, so that a few that
  /// build on each other could grow without end; and every later walk goes as deep as they are nested.
  static let largest = Condition.Extent(tests: 5_000, depth: 200)

  init(_ source: ExpressionSource, _ environment: Environment) {
    self.source = source
    self.environment = environment
  }

  /// Parses and checks a condition.
  ///
  /// - Returns: the condition, or nil when there are errors; and all problems.
  public static func condition(
    _ source: ExpressionSource, in environment: Environment
  ) -> (condition: Condition?, diagnostics: [Diagnostic]) {
    let (expression, problems) = Parser.parse(source)
    // A tree with holes would only give errors that follow from the first.
    guard problems.isEmpty else { return (nil, problems) }
    var checker = Checker(source, environment)
    let condition = checker.condition(expression)
    return (checker.isSound ? condition : nil, checker.diagnostics.inReadingOrder())
  }

  /// Parses and checks a value, such as a slot of a message.
  ///
  /// - Returns: the term, or nil when there are errors; and all problems.
  public static func term(
    _ source: ExpressionSource, in environment: Environment
  ) -> (term: Term?, diagnostics: [Diagnostic]) {
    let (expression, problems) = Parser.parse(source)
    guard problems.isEmpty else { return (nil, problems) }
    var checker = Checker(source, environment)
    let (term, type) = checker.value(expression)
    if type == .truth || type == .interval {
      checker.mismatch(expected: "a value", found: type, at: expression.span)
    }
    return (checker.isSound ? term : nil, checker.diagnostics.inReadingOrder())
  }

  /// Whether nothing is wrong; what warnings are about may be used.
  var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

  // MARK: Conditions

  mutating func condition(_ expression: Expression) -> Condition {
    switch expression.kind {
    case .disjunction(let parts): return .some(parts.map { condition($0) })
    case .conjunction(let parts): return .every(parts.map { condition($0) })
    case .negation(let inner): return .negated(condition(inner))
    case .quantified(let quantifier, let kind, let body): return quantified(quantifier, kind, body)
    case .itemText(let test): return textTest(.item, test)
    case .isKnown(let left, let negated): return presence(of: left, negated: negated)
    case .is(let left, let right, let negated): return sign(equality(left, right), negated)
    case .isIn(let left, let right, let negated): return sign(membership(left, right), negated)
    case .isInVocabulary(let left, let vocabulary, let negated):
      guard let subject = subject(left), let name = resolve(vocabulary) else { return broken }
      return sign(.atom(.text(subject, .isPhrase(of: name))), negated)
    case .compared(let left, let ordering, let right): return comparison(left, ordering, right)
    case .has(let left, let quantifier, let right): return holding(left, quantifier, right)
    case .hasDetector(let left, let name, let nearness): return detector(left, name, nearness)
    case .within(let left, let right): return subset(left, right)
    case .textTest(let left, let test):
      guard let subject = subject(left) else { return broken }
      return textTest(subject, test)
    case .path(let path): return named(path, at: expression.span)
    default:
      let (_, type) = value(expression)
      let help = type == .interval ? "compare it with a period, such as `2 days`" : nil
      mismatch(expected: "a condition", found: type, at: expression.span, help: help)
      return broken
    }
  }

  /// Stands for a condition that has been reported.
  var broken: Condition { .constant(false) }

  private func sign(_ condition: Condition, _ negated: Bool) -> Condition {
    negated ? .negated(condition) : condition
  }

  private mutating func warnOfConstant(_ path: String, _ truth: Bool, at span: Span) {
    diagnostics.append(
      source.diagnostic(
        "condition.constant", "`\(path)` \(truth ? "always" : "never") holds, whatever the draft", at: span,
        severity: .warning))
  }

  private mutating func named(_ path: String, at span: Span) -> Condition {
    if let truth = Checker.truths[path] {
      warnOfConstant(path, truth, at: span)
      return .constant(truth)
    }
    if let item, environment.schema.fields["\(item.rawValue).\(path)"] == .truth { return .atom(.field(path)) }
    if environment.schema[path]?.type == .truth { return .atom(.truth(path)) }
    if let definition = definition(path) { return inlined(definition, path, at: span) }
    let (_, type) = value(Expression(kind: .path(path), span: span))
    mismatch(
      expected: "a condition", found: type, at: span,
      help: type == .broken ? nil : "compare it with something, or ask whether it `is known`")
    return broken
  }

  /// The definition that a name in the place of a condition means; nil where it means something else.
  func definition(_ path: String) -> Condition? {
    let isField = item.map { environment.schema.fields["\($0.rawValue).\(path)"] == .truth } ?? false
    guard Checker.truths[path] == nil, !isField, environment.schema[path]?.type != .truth else { return nil }
    return environment.definitions[path]
  }

  /// A definition where it is named.
  mutating func inlined(_ definition: Condition, _ name: String, at span: Span) -> Condition {
    guard inlinedTests <= Checker.largest.tests else { return broken }
    let extent = definition.extent(upTo: Checker.largest)
    inlinedTests += extent.tests
    if inlinedTests > Checker.largest.tests {
      report(
        "expression.too-large",
        "with `\(name)` put in, this expression has more than \(Checker.largest.tests) tests", at: span,
        help: "a definition is put in wherever it is named, with all that it is made of")
    } else if extent.depth > Checker.largest.depth {
      report(
        "expression.too-deep", "definitions can be nested \(Checker.largest.depth) deep at most, `\(name)` is deeper",
        at: span)
    } else {
      return definition
    }
    return broken
  }

  /// The words for the two truth values.
  static let truths = ["yes": true, "true": true, "no": false, "false": false]

  private mutating func quantified(
    _ quantifier: Expression.Quantifier, _ kind: ItemKind, _ body: Expression
  ) -> Condition {
    let list = ItemList(kind: kind, part: nil)
    let inner = inside(kind) { $0.condition(body) }
    return switch quantifier {
    case .any: .atom(.anyItem(list, inner))
    case .no: .negated(.atom(.anyItem(list, inner)))
    case .all: .negated(.atom(.anyItem(list, .negated(inner))))
    }
  }

  /// Checks something whose names are first the fields of an item.
  mutating func inside<Result>(_ kind: ItemKind, _ check: (inout Checker) -> Result) -> Result {
    let outer = item
    item = kind
    defer { item = outer }
    return check(&self)
  }

  private mutating func presence(of expression: Expression, negated: Bool) -> Condition {
    if case .path(let path) = expression.kind,
      item == nil || environment.schema.fields["\(item?.rawValue ?? "").\(path)"] == nil,
      environment.schema[path] != nil
    {
      return sign(.atom(.present(path)), negated)
    }
    let (term, type) = value(expression)
    guard type != .broken else { return broken }
    switch term {
    case .field, .lookup, .text: return sign(.atom(.exists(term)), negated)
    default:
      report(
        "type.presence", "only a fact, a field, a look-up or a part of the message can be known", at: expression.span)
      return broken
    }
  }
}
