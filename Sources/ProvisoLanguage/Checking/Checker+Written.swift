import ProvisoSource

extension Checker {
  /// Parses a condition and takes it apart as it is written; nil when it has errors.
  public static func written(_ source: ExpressionSource, in environment: Environment) -> WrittenCondition? {
    let (expression, problems) = Parser.parse(source)
    guard problems.isEmpty else { return nil }
    var checker = Checker(source, environment)
    let root = checker.part(expression)
    return checker.isSound ? WrittenCondition(root: root) : nil
  }

  private mutating func part(_ expression: Expression) -> WrittenCondition.Part {
    switch expression.kind {
    case .disjunction(let parts): return .any(parts.map { part($0) })
    case .conjunction(let parts): return .all(parts.map { part($0) })
    case .negation(let inner): return .not(part(inner))
    case .quantified(let quantifier, let kind, let body):
      let list = ItemList(kind: kind, part: nil)
      let inner = inside(kind) { $0.part(body) }
      return switch quantifier {
      case .any: .anyItem(list, inner)
      case .no: .not(.anyItem(list, inner))
      case .all: .not(.anyItem(list, .not(inner)))
      }
    case .path(let path) where definition(path) != nil: return leaf(expression, .definition(path))
    default: return leaf(expression, .test(condition(expression)))
    }
  }

  private func leaf(_ expression: Expression, _ meaning: WrittenCondition.Meaning) -> WrittenCondition.Part {
    .leaf(
      WrittenCondition.Leaf(
        place: .init(file: source.file, span: source.map.source(of: expression.span)), text: expression.description,
        meaning: meaning))
  }
}
