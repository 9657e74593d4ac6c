import ProvisoDocuments
import ProvisoModel

/// The report for programs. `Grammar/report.schema.json` describes it; fields are only ever added.
enum JSONReport {
  static let schemaVersion = "1"

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    let document = JSONValue.object(
      head(report, ReportSummary(report)) + [
        ("drafts", .array(report.drafts.map { .object(draft($0)) })),
        ("results", .array(report.drafts.flatMap { results(of: $0, options) })),
        ("questions", .array(report.drafts.flatMap(questions))),
        ("errors", .array(report.errors.map { .object(error($0)) })),
      ])
    return document.text + "\n"
  }

  /// What is said of a whole run.
  static func head(_ report: Report, _ summary: ReportSummary) -> [(key: String, value: JSONValue)] {
    [
      ("schema_version", .string(schemaVersion)),
      ("tool", .object([("name", .string("proviso")), ("version", .string(report.toolVersion))])),
      ("packs", .array(report.packs.map(pack))),
      ("as_of", .string(report.asOf.description)),
      ("summary", self.summary(summary)),
    ]
  }

  static func results(of draft: DraftReport, _ options: RenderOptions) -> [JSONValue] {
    draft.results.filter { options.showAll || $0.outcome == .fail || $0.outcome == .undetermined }
      .map { result($0, of: draft) }
  }

  static func questions(of draft: DraftReport) -> [JSONValue] { draft.questions.map { question($0, of: draft) } }

  static func pack(_ pack: PackSummary) -> JSONValue {
    .object([
      ("id", .string(pack.id)), ("version", .string(pack.version)), ("digest", .string(pack.digest)),
      ("switched_off", .strings(pack.switchedOff)),
    ])
  }

  private static func summary(_ summary: ReportSummary) -> JSONValue {
    .object([
      ("drafts", .number(summary.drafts)),
      ("verdicts", .object(Verdict.worstFirst.map { ($0.rawValue, .number(summary.verdicts[$0] ?? 0)) })),
      ("rules_evaluated", .number(summary.counts.evaluated)),
      ("passed", .number(summary.counts.pass)),
      ("failed", .number(summary.counts.fail)),
      ("undetermined", .number(summary.counts.undetermined)),
      ("not_applicable", .number(summary.counts.notApplicable)),
      ("suppressed", .number(summary.suppressed)),
      ("baselined", .number(summary.baselined)),
      ("errors", .number(summary.errors)),
    ])
  }

  static func draft(_ draft: DraftReport) -> [(key: String, value: JSONValue)] {
    [
      ("path", .string(draft.path)), ("id", .optional(draft.id)), ("channel", .optional(draft.channel)),
      ("verdict", .string(draft.verdict.rawValue)),
    ]
  }

  /// Which draft a result or a question belongs to.
  private static func reference(_ draft: DraftReport) -> JSONValue {
    .object([("path", .string(draft.path)), ("id", .optional(draft.id))])
  }

  static func result(_ result: RuleResult, of draft: DraftReport) -> JSONValue {
    .object([
      ("rule_id", .string(result.ruleID)),
      ("pack_id", .string(result.packID)),
      ("outcome", .string(result.outcome.rawValue)),
      ("level", .string(result.level.rawValue)),
      ("message", .string(Wording.headline(result))),
      ("open_cases", .array(result.openCases.map(openCase))),
      ("reason", .string(result.reason)),
      ("regions", .strings(result.regions)),
      ("citations", .array(result.citations.map(citation))),
      ("confidence", .string(result.confidence.rawValue)),
      ("draft", reference(draft)),
      ("locations", .array(result.locations.map(location))),
      ("facts_used", .object(result.factsUsed.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })),
      ("missing_facts", .strings(result.missingFacts)),
      ("missing_sets", .array(result.missingSets.map(JSONValue.strings))),
      ("fixes", .array(result.fixes.map(fix))),
      ("fingerprint", .string(result.fingerprint)),
      ("suppressions", .array(result.suppression.map { [suppression($0)] } ?? [])),
      ("baseline_state", .optional(result.baselineState?.rawValue)),
    ])
  }

  private static func openCase(_ open: OpenCase) -> JSONValue {
    .object([
      ("level", .string(open.level.rawValue)), ("when", .optional(open.condition)),
      ("messages", .strings(open.messages)),
    ])
  }

  static func citation(_ citation: Citation) -> JSONValue {
    .object([("id", .string(citation.id)), ("locator", .string(citation.locator)), ("url", .string(citation.url))])
  }

  private static func location(_ location: TextLocation) -> JSONValue {
    .object([
      ("pointer", .optional(location.pointer)),
      ("role", .string(location.role)),
      ("line", .number(location.line)),
      ("column", .number(location.column)),
      ("end_line", .number(location.endLine)),
      ("end_column", .number(location.endColumn)),
      ("byte_offset", .number(location.byteOffset)),
      ("byte_length", .number(location.byteLength)),
      ("utf16_offset", .number(location.utf16Offset)),
      ("utf16_length", .number(location.utf16Length)),
      ("char_offset", .number(location.charOffset)),
      ("char_length", .number(location.charLength)),
      ("text", .string(location.matched)),
      ("read_as", .optional(location.readAs)),
    ])
  }

  private static func fix(_ fix: Fix) -> JSONValue {
    .object([
      ("advice", .string(fix.advice)), ("applicability", .string(fix.applicability.rawValue)),
      (
        "edits",
        .array(
          fix.edits.map { .object([("location", location($0.location)), ("new_text", .string($0.newText))]) })
      ),
    ])
  }

  private static func suppression(_ suppression: Suppression) -> JSONValue {
    .object([
      ("kind", .string(suppression.kind.rawValue)), ("reason", .string(suppression.reason)),
      ("owner", .optional(suppression.owner)), ("expires", .string(suppression.expires.description)),
    ])
  }

  static func question(_ question: Question, of draft: DraftReport) -> JSONValue {
    .object([
      ("draft", reference(draft)), ("path", .string(question.path)), ("text", .string(question.text)),
      ("answers", .strings(question.answers)), ("rules", .strings(question.rules)),
      ("scope", .string(question.scope.rawValue)),
    ])
  }

  static func error(_ error: InputError) -> [(key: String, value: JSONValue)] {
    [
      ("code", .string(error.code)), ("path", .string(error.path)), ("line", .optional(error.line)),
      ("column", .optional(error.column)), ("message", .string(error.message)),
    ]
  }
}
