import ProvisoDocuments
import ProvisoLanguage
import ProvisoModel
import ProvisoSource

extension PackReader {
  func rule(_ node: DocumentNode) -> WrittenRule? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let id = reader.requiredNode("id")
    let effective = interval(&reader)
    let rule = WrittenRule(
      id: id.flatMap(problems.text) ?? "", file: source.name, span: id?.span ?? node.span, extent: node.span,
      title: reader.requiredText("title") ?? "", description: reader.text("description"),
      level: reader.node("level").flatMap { problems.word($0) },
      confidence: reader.node("confidence").flatMap { problems.word($0) } ?? .general, from: effective.from,
      until: effective.until,
      when: reader.node("when").flatMap(expression), unless: reader.node("unless").flatMap(expression),
      demand: demand(&reader, at: id?.span ?? node.span),
      message: reader.requiredNode("message").flatMap(text) ?? ExpressionSource(""),
      fix: fix(&reader),
      citations: citations(&reader),
      tests: reader.items("tests").compactMap(test))
    reader.finish()
    warnOfRepeatedNames(rule.tests)
    return rule
  }

  func text(_ node: DocumentNode) -> ExpressionSource? {
    problems.text(node).map { ExpressionSource(file: source.name, text: $0, map: node.textMap ?? SpanMap()) }
  }

  private func interval(_ reader: inout MappingReader) -> (from: CalendarDate?, until: CalendarDate?) {
    guard var effective = reader.mapping("effective") else { return (nil, nil) }
    let (from, untilNode) = (effective.node("from").flatMap(date), effective.node("until"))
    let until = untilNode.flatMap(date)
    effective.finish()
    if let from, let until, until < from {
      problems.report(
        "effective.order", "the rule ends before it begins, on \(from)", at: untilNode?.span ?? reader.span)
    }
    return (from, until)
  }

  private func citations(_ reader: inout MappingReader) -> [(text: String, span: Span)] {
    reader.texts("cite").map { ($0.text ?? "", $0.span) }
  }

  private func demand(_ reader: inout MappingReader, at span: Span) -> WrittenRule.Demand {
    switch (reader.node("require"), reader.node("forbid"), reader.node("cases")) {
    case (let require?, nil, nil): return expression(require).map(WrittenRule.Demand.require) ?? .cases([])
    case (nil, let forbid?, nil): return expression(forbid).map(WrittenRule.Demand.forbid) ?? .cases([])
    case (nil, nil, let cases?): return .cases((problems.items(cases) ?? []).compactMap(ruleCase))
    default:
      problems.report("rule.demand", "a rule has exactly one of `require`, `forbid` and `cases`", at: span)
      return .cases([])
    }
  }

  private func ruleCase(_ node: DocumentNode) -> WrittenRule.Case? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let when = reader.requiredNode("when").flatMap(expression)
    let (levelNode, outcomeNode) = (reader.node("level"), reader.node("outcome"))
    let level: Level? = levelNode.flatMap { problems.word($0) }
    let outcome: Outcome? = outcomeNode.flatMap { problems.word($0) }
    let message = reader.node("message").flatMap(text)
    let fix = fix(&reader)
    let citations = citations(&reader)
    let confidence: Confidence? = reader.node("confidence").flatMap { problems.word($0) }
    reader.finish()
    if (levelNode == nil) == (outcomeNode == nil) || (outcome != nil && outcome != .pass) {
      problems.report("case.end", "a case has either a `level` or `outcome: pass`", at: node.span)
    }
    return when.map {
      WrittenRule.Case(
        when: $0, level: level, message: message, fix: fix, citations: citations, confidence: confidence)
    }
  }

  private func warnOfRepeatedNames(_ tests: [RuleTest]) {
    var first: [String: Span] = [:]
    for test in tests {
      if let known = first[test.name] {
        problems.report(
          "test.duplicate", "another test of this rule is called `\(test.name)` too", at: test.nameSpan,
          severity: .warning, notes: [.init("it stands here first", at: known)])
      } else {
        first[test.name] = test.nameSpan
      }
    }
  }

  private func test(_ node: DocumentNode) -> RuleTest? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let nameNode = reader.requiredNode("name")
    let name = nameNode.flatMap(problems.text)
    let missing = reader.texts("missing")
    let draft = reader.requiredNode("draft")
    let want: Outcome? = reader.requiredNode("want").flatMap { problems.word($0) }
    let test = RuleTest(
      name: name ?? "", draft: draft ?? node, facts: reader.node("facts"), want: want ?? .fail,
      level: reader.node("level").flatMap { problems.word($0) },
      missing: missing.map { RuleTest.Missing(fact: $0.text ?? "", span: $0.span) },
      asOf: reader.node("as-of").flatMap(date), span: node.span, nameSpan: nameNode?.span ?? node.span)
    reader.finish()
    return draft == nil || want == nil ? nil : test
  }
}
