import Proviso
import ProvisoReports

/// A report on a text for people in Germany who did not agree to advertising.
func report(on text: String, for day: CalendarDate) throws -> String {
  let engine = try Engine(packs: ["gdpr"])
  let facts = engine.readFacts(
    SourceFile(name: "facts.yaml", text: "recipient.regions: [DE]\nconsent.status: none"))
  let reading = engine.read(SourceFile(name: "offer.txt", text: text))
  for problem in facts.diagnostics + reading.diagnostics { print(problem.message) }

  let drafts = reading.drafts.map { engine.evaluate($0, facts: facts.facts, asOf: day) }
  for result in drafts.flatMap(\.results) where result.outcome == .fail {
    print(result.ruleID, result.message)
  }
  let report = Report(
    toolVersion: Engine.version, packs: engine.packSummaries(on: day), asOf: day, drafts: drafts, errors: [])
  return ReportFormat.pretty.render(report)
}
