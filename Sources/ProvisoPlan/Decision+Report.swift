import ProvisoLanguage
public import ProvisoModel
import ProvisoPacks
import ProvisoSource

extension Plan {
  /// A decision in the form that people and programs read.
  ///
  /// - Parameters:
  ///   - decision: what `evaluate` said of `draft`.
  ///   - includingAll: whether kept and inapplicable rules are listed too.
  public func report(on draft: Draft, _ decision: Decision, includingAll: Bool = false) -> DraftReport {
    let locator = Locator(draft)
    var results: [RuleResult] = []
    for finding in decision.findings {
      guard includingAll || finding.outcome == .fail || finding.outcome == .undetermined else { continue }
      results.append(result(finding, draft, locator))
    }
    var channel: String?
    if case .known(.symbol(let word))? = draft.facts["draft.channel"] { channel = word }
    return DraftReport(
      path: draft.source.name, id: draft.id, channel: channel, verdict: decision.verdict,
      results: results.sorted(by: Plan.stands), questions: Questions(self, decision).ordered, counts: decision.counts)
  }

  /// What is broken comes first, the gravest on top, then by place in the text and rule.
  private static func stands(_ left: RuleResult, before right: RuleResult) -> Bool {
    func key(_ result: RuleResult) -> (Int, Int, Int, String, String) {
      let outcome: Int =
        switch result.outcome {
        case .fail: 0
        case .undetermined: 1
        case .pass: 2
        case .notApplicable: 3
        }
      let level: Int =
        switch result.level {
        case .block: 0
        case .warn: 1
        case .advice: 2
        }
      return (
        outcome, level, result.locations.first?.byteOffset ?? Int.max, result.ruleID,
        result.regions.joined(separator: ",")
      )
    }
    return key(left) < key(right)
  }

  private func result(_ finding: Decision.Finding, _ draft: Draft, _ locator: Locator) -> RuleResult {
    let planned = rules[finding.rule]
    let locations = finding.explanation.places.filter { $0.span.length > 0 }.map(locator.location)
    var missing = Undetermined(possible: [], missingFacts: [], missingSets: [])
    if case .undetermined(let undetermined) = finding.decision { missing = undetermined }
    return RuleResult(
      ruleID: planned.rule.id, packID: packs[planned.pack].id, title: planned.rule.title, outcome: finding.outcome,
      level: finding.level, message: finding.message, reason: reason(finding), regions: finding.places,
      citations: planned.rule.citations, locations: locations, factsUsed: finding.explanation.facts,
      missingFacts: missing.missingFacts, missingSets: missing.missingSets, fixes: finding.advice.map { [$0] } ?? [],
      fingerprint: fingerprint(planned.rule, draft, locations))
  }

  private func reason(_ finding: Decision.Finding) -> String {
    switch finding.decision {
    case .failed(let error): return error.message
    case .undetermined(let undetermined): return "it depends on \(undetermined.missingFacts.joined(separator: ", "))"
    case .decided: break
    }
    // The explanation was made for one place of the group and holds for all.
    let reasons = finding.explanation.reasons.map { reason in
      guard let place = audiences.place, finding.places.count > 1, reason == "\(place) is \(finding.places[0])" else {
        return reason
      }
      return "\(place) is one of \(finding.places.joined(separator: ", "))"
    }
    return reasons.joined(separator: "; ")
  }

  private func fingerprint(_ rule: Rule, _ draft: Draft, _ locations: [TextLocation]) -> String {
    let texts = locations.map { $0.matched.lowercased() }.sorted()
    let key = ([rule.id, draft.source.name, draft.id ?? ""] + texts).joined(separator: "\u{0}")
    return String(SHA256.hexDigest(of: Array(key.utf8)).prefix(16))
  }
}

/// Turns spans of a draft's file into places with lines, columns and offsets in every unit.
private struct Locator {
  private let source: SourceFile
  private let index: LineIndex

  init(_ draft: Draft) {
    source = draft.source
    index = LineIndex(draft.source.bytes)
  }

  func location(_ found: FoundText) -> TextLocation {
    let (lower, upper) = (found.span.lower, found.span.upper)
    let start = index.position(of: lower)
    let end = index.position(of: upper)
    return TextLocation(
      pointer: found.pointer, role: found.role.rawValue, line: start.line, column: start.column, endLine: end.line,
      endColumn: end.column, byteOffset: lower, byteLength: found.span.length,
      utf16Offset: index.utf16Units(from: 0, to: lower), utf16Length: index.utf16Units(from: lower, to: upper),
      charOffset: index.characters(from: 0, to: lower), charLength: index.characters(from: lower, to: upper),
      lineText: source.text(in: index.line(holding: lower)), matched: source.text(in: found.span))
  }
}
