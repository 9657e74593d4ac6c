import ProvisoModel
import Testing

@testable import ProvisoReports

/// A report with the options it is rendered with, for golden files.
struct Sample: CustomTestStringConvertible {
  let name: String
  let report: Report
  var options = RenderOptions()

  var testDescription: String { name }

  static let asOf = CalendarDate(day: 20_779)

  /// A report of the packs that the samples speak of.
  static func report(
    _ drafts: [DraftReport], errors: [InputError] = [], overdueSince: CalendarDate? = nil, switchedOff: [String] = []
  ) -> Report {
    Report(
      toolVersion: "0.1.0",
      packs: [
        PackSummary(
          id: "gdpr", version: "1.0.0", digest: "9f86d081884c7d65", overdueSince: overdueSince,
          switchedOff: switchedOff),
        PackSummary(id: "whatsapp", version: "1.2.0", digest: "60303ae22b998861"),
      ],
      asOf: asOf, drafts: drafts, errors: errors)
  }

  /// A draft whose counts are those of `results` and `kept` rules more.
  static func draft(
    _ path: String, id: String? = nil, _ verdict: Verdict, _ results: [RuleResult] = [], questions: [Question] = [],
    kept: Int = 41, notApplicable: Int = 17
  ) -> DraftReport {
    var counts = OutcomeCounts()
    for result in results { counts.add(result.outcome) }
    counts.pass += kept
    counts.notApplicable += notApplicable
    return DraftReport(
      path: path, id: id, channel: "whatsapp", verdict: verdict, results: results, questions: questions,
      counts: counts)
  }

  static func result(
    _ id: String, _ message: String, _ outcome: Outcome = .fail, _ level: Level = .block, reason: String = "",
    regions: [String] = [], citations: [Citation] = [], at locations: [TextLocation] = [],
    factsUsed: [String: String] = [:], missing: [[String]] = [], fixes: [String] = [],
    confidence: Confidence = .verified, title: String? = nil
  ) -> RuleResult {
    RuleResult(
      ruleID: id, packID: String(id.prefix { $0 != "." }), title: title ?? message, outcome: outcome, level: level,
      message: message, reason: reason, regions: regions, citations: citations, confidence: confidence,
      locations: locations,
      factsUsed: factsUsed, missingFacts: missing.flatMap(\.self), missingSets: missing,
      fixes: fixes.map(Fix.init(advice:)),
      fingerprint: "2c26b46b68ffc68f")
  }

  /// Where `wanted` stands in `file`, each time it does.
  static func locations(of wanted: String, in file: String, role: String = "body", pointer: String? = "/body")
    -> [TextLocation]
  {
    var found: [TextLocation] = []
    var rest = file.unicodeScalars[...]
    while let range = rest.firstRange(of: wanted.unicodeScalars) {
      found.append(location(range, in: file, role: role, pointer: pointer))
      rest = rest[range.upperBound...]
    }
    return found
  }

  private static func location(_ range: Range<String.Index>, in file: String, role: String, pointer: String?)
    -> TextLocation
  {
    let (line, column) = position(of: range.lowerBound, in: file)
    let (endLine, endColumn) = position(of: range.upperBound, in: file)
    let before = file[..<range.lowerBound]
    let matched = file[range]
    return TextLocation(
      pointer: pointer, role: role, line: line, column: column, endLine: endLine, endColumn: endColumn,
      byteOffset: before.utf8.count, byteLength: matched.utf8.count, utf16Offset: before.utf16.count,
      utf16Length: matched.utf16.count, charOffset: before.unicodeScalars.count,
      charLength: matched.unicodeScalars.count,
      lineText: String(file.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]),
      matched: String(matched))
  }

  private static func position(of index: String.Index, in file: String) -> (line: Int, column: Int) {
    let lines = file[..<index].split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}
