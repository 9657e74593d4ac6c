import ProvisoSource

extension Reason {
  /// The most texts that are quoted, and the most limits that are listed.
  private static let mostNamed = 3

  /// Reasons in words, each one clause. What says the same of the same thing in a row is told once.
  ///
  /// - Parameter quote: a text that was found as it reads; nil where it cannot be quoted.
  public static func clauses(_ reasons: [Reason], quoting quote: (FoundText) -> String?) -> [String] {
    var clauses: [String] = []
    var rest = reasons[...]
    while let first = rest.first {
      let run = rest.prefix { first.joins($0) }
      clauses.append(first.words(for: run, quote))
      rest = rest[run.endIndex...]
    }
    var seen: Set<String> = []
    return clauses.filter { seen.insert($0).inserted }
  }

  /// Whether another reason is told in one clause with this one; a reason always joins itself.
  private func joins(_ other: Reason) -> Bool {
    switch (self, other) {
    case (.compared(let term, let value, .notEqual, _), .compared(let next, let same, .notEqual, _)):
      term == next && value == same
    case (.missing(let subject, let clause), .missing(let next, let other)):
      subject == next && clause.verb == other.verb
    default: self == other
    }
  }

  /// A run of reasons as a clause.
  private func words(for run: ArraySlice<Reason>, _ quote: (FoundText) -> String?) -> String {
    switch self {
    case .fact(let path, let value): return "\(path) is \(value)"
    case .oneOf(let path, let places): return "\(path) is one of \(places.joined(separator: ", "))"
    case .compared(let term, let value, let relation, let limit):
      if relation == .notEqual, run.count > 1 { return "\(term) is \(value), \(Reason.others(run))" }
      return relation == .equal && limit == value
        ? "\(term) is \(value)" : "\(term) is \(value), \(relation.rawValue) \(limit)"
    case .found(let subject, let clause, let found):
      return
        "\(subject) \(Reason.quotes(FoundText.joined(found).compactMap(quote)).map { "says \($0)" } ?? clause.description)"
    case .missing(let subject, let clause):
      var seen: Set<String> = []
      let objects = run.compactMap { if case .missing(_, let clause) = $0 { clause.object } else { nil } }
        .filter { seen.insert($0).inserted }
      return "nothing in \(subject) \(clause.verb) \(objects.joined(separator: " or "))"
    case .clause(let text): return text
    }
  }

  /// `neither 1 nor 2`, `none of the 71 in the list`.
  private static func others(_ run: ArraySlice<Reason>) -> String {
    let limits = run.compactMap { if case .compared(_, _, _, let limit) = $0 { limit } else { nil } }
    guard let last = limits.last, limits.count <= mostNamed else { return "none of the \(limits.count) in the list" }
    return "neither \(limits.dropLast().joined(separator: ", ")) nor \(last)"
  }

  /// `“today only”, “act now” and 2 more`; nil where there is nothing to quote.
  private static func quotes(_ texts: [String]) -> String? {
    var seen: Set<String> = []
    let texts = texts.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    guard let last = texts.last else { return nil }
    let named = texts.map { "“\($0)”" }
    if texts.count > mostNamed {
      return "\(named.prefix(mostNamed).joined(separator: ", ")) and \(texts.count - mostNamed) more"
    }
    return texts.count == 1 ? "“\(last)”" : "\(named.dropLast().joined(separator: ", ")) and “\(last)”"
  }
}

extension FoundText {
  /// The same places in the order of the file, with those that overlap as one.
  fileprivate static func joined(_ found: [FoundText]) -> [FoundText] {
    var joined: [FoundText] = []
    for place in found.sorted(by: { $0.span < $1.span }) {
      guard let last = joined.last, last.readAs == nil, place.readAs == nil, place.span.lower < last.span.upper,
        last.role == place.role, last.pointer == place.pointer
      else {
        joined.append(place)
        continue
      }
      let span = Span(last.span.lower, max(last.span.upper, place.span.upper))
      joined[joined.count - 1] = FoundText(role: last.role, pointer: last.pointer, span: span)
    }
    return joined
  }
}
