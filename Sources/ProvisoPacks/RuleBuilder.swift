import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Builds the rules of one pack from what was written.
struct RuleBuilder {
  private let pack: WrittenPack
  private let environment: Environment
  private var seen: [String: WrittenRule] = [:]
  private(set) var patterns: [PatternUse] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ pack: WrittenPack, _ environment: Environment) {
    self.pack = pack
    self.environment = environment
    for definition in pack.definitions { collectPatterns(definition.content) }
  }

  mutating func rule(_ written: WrittenRule) -> Rule? {
    check(written)
    var rows: [DecisionTable.Row] = []
    var clauses: [Rule.Clause] = []
    if let when = written.when {
      rows.append(.init(.negated(condition(when)), .notApplicable))
      clauses.append(.init(key: "when", source: when))
    }
    if let unless = written.unless {
      rows.append(.init(condition(unless), .notApplicable))
      clauses.append(.init(key: "unless", source: unless))
    }
    let message = template(written.message)
    let advice = written.fix.map { template($0.advice) }
    let citations = citations(written.citations, of: written)
    let usual = Rule.Case(
      level: written.level ?? .advice, message: message, advice: advice, remedy: written.fix.flatMap { remedy($0) },
      citations: citations, confidence: written.confidence)
    var cases = [usual]
    var otherwise = DecisionTable.Result.pass
    switch written.demand {
    case .require(let source):
      rows.append(.init(condition(source), .pass))
      otherwise = .fail(0)
      clauses.append(.init(key: "require", source: source))
    case .forbid(let source):
      rows.append(.init(condition(source), .fail(0)))
      clauses.append(.init(key: "forbid", source: source))
    case .cases(let writtenCases):
      cases = []
      for ruleCase in writtenCases {
        clauses.append(.init(key: "case", source: ruleCase.when))
        guard let level = ruleCase.level else {
          rows.append(.init(condition(ruleCase.when), .pass))
          continue
        }
        rows.append(.init(condition(ruleCase.when), .fail(cases.count)))
        cases.append(self.ruleCase(ruleCase, level, of: written, usual))
      }
    }
    if cases.contains(where: { $0.confidence == .unverified && $0.level == .block }) {
      // What is not confirmed may make a person look, and no more.
      report("rule.unverified-block", "`\(written.id)` is unverified and must not block", written)
    }
    return Rule(
      id: written.id, title: written.title, description: written.description, confidence: written.confidence,
      from: written.from, until: written.until,
      table: DecisionTable(rows: rows, otherwise: otherwise, gravities: cases.map(\.level.rank)), cases: cases,
      citations: citations, clauses: clauses,
      tests: written.tests,
      file: written.file, span: written.span)
  }

  private mutating func check(_ written: WrittenRule) {
    if !written.id.hasPrefix(pack.id + ".") {
      report("rule.prefix", "the id of a rule begins with its pack, `\(pack.id).`", written)
    }
    checkIsFirst(written)
    let wanted = Set(written.tests.map(\.want))
    for outcome in [Outcome.fail, .pass] where !wanted.contains(outcome) {
      report(
        "rule.untested", "`\(written.id)` has no test that wants `\(outcome.rawValue)`", written,
        help: "a rule that was never seen to fail and to pass may do neither")
    }
    if case .cases(let cases) = written.demand {
      if !cases.contains(where: { $0.level != nil }) {
        report("rule.demand", "`\(written.id)` has no case that can fail", written)
      }
    } else if written.level == nil {
      report("key.missing", "the key `level` is missing", written)
    }
    if written.citations.isEmpty { report("key.missing", "`\(written.id)` cites no source", written) }
  }

  private mutating func checkIsFirst(_ written: WrittenRule) {
    guard let first = seen.updateValue(written, forKey: written.id) else { return }
    if first.file == written.file {
      report(
        "rule.duplicate", "a rule `\(written.id)` stands in this pack already", written,
        notes: [.init("first defined here", at: first.span)])
    } else {
      report(
        "rule.duplicate", "a rule `\(written.id)` stands already in \(pack.place(of: first.span, in: first.file))",
        written)
    }
  }

  /// A way to fail; what it does not say itself is as usual.
  private mutating func ruleCase(
    _ written: WrittenRule.Case, _ level: Level, of rule: WrittenRule, _ usual: Rule.Case
  ) -> Rule.Case {
    let own = citations(written.citations, of: rule)
    return Rule.Case(
      level: level, message: written.message.map { template($0) } ?? usual.message,
      advice: written.fix.map { template($0.advice) } ?? usual.advice,
      remedy: written.fix == nil ? usual.remedy : written.fix.flatMap { remedy($0) },
      citations: own.isEmpty ? usual.citations : own, confidence: written.confidence ?? usual.confidence)
  }

  private mutating func condition(_ source: ExpressionSource) -> Condition {
    let (condition, problems) = Checker.condition(source, in: environment)
    diagnostics += problems
    collectPatterns(source)
    return condition ?? .constant(false)
  }

  private mutating func collectPatterns(_ source: ExpressionSource) {
    patterns += source.patternUses
  }

  private mutating func template(_ source: ExpressionSource) -> MessageTemplate {
    var reader = MessageReader(environment)
    let template = reader.read(source)
    diagnostics += reader.diagnostics
    return template
  }

  /// What a machine may do; nil where the fix is advice alone, and where one of its texts is not there.
  private mutating func remedy(_ fix: WrittenFix) -> Remedy? {
    guard let applicability = fix.applicability else { return nil }
    var changes: [Remedy.Change] = []
    for change in fix.changes {
      guard let change = change.meant(by: { translations($0) }) else { return nil }
      changes.append(change)
    }
    return changes.isEmpty ? nil : Remedy(applicability: applicability, changes: changes)
  }

  private mutating func translations(_ written: WrittenText) -> TextInLanguages? {
    switch written {
    case .own(let texts, let span, let file):
      diagnostics += texts.unknownLanguages(in: environment.schema).map { $0.diagnostic(file, span) }
      return texts
    case .named(let name, let span, let file):
      if let texts = environment.texts[name] { return texts }
      diagnostics.append(
        Diagnostic(
          "text.unknown", "unknown text `\(name)`", in: file, at: span,
          help: suggestion(for: name, in: environment.texts.keys.sorted())))
      return nil
    }
  }

  private mutating func citations(_ written: [(text: String, span: Span)], of rule: WrittenRule) -> [Citation] {
    written.compactMap { citation($0.text, $0.span, in: rule.file) }
  }

  private mutating func citation(_ text: String, _ span: Span, in file: String) -> Citation? {
    let words = text.split(separator: " ", maxSplits: 1)
    guard let id = words.first.map(String.init), let source = pack.header.sources[id] else {
      let (name, known) = (String(words.first ?? ""), pack.header.sources.keys.sorted())
      diagnostics.append(
        Diagnostic(
          "cite.unknown", "unknown source `\(name)`", in: file, at: span,
          help: suggestion(for: name, in: known)))
      return nil
    }
    return Citation(
      id: id, title: source.title, locator: words.count > 1 ? String(words[1]) : "", url: source.url,
      places: source.places)
  }

  private mutating func report(
    _ id: String, _ message: String, _ rule: WrittenRule, notes: [Diagnostic.Note] = [], help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, message, in: rule.file, at: rule.span, notes: notes, help: help))
  }
}
