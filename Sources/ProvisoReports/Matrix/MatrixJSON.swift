import ProvisoDocuments
import ProvisoModel

/// Matrices for programs: the rows, and beside them the results and questions as the JSON report has them.
enum MatrixJSON {
  static func render(_ report: MatrixReport) -> String {
    let document = JSONValue.object([
      ("schema_version", .string(JSONReport.schemaVersion)),
      ("tool", .object([("name", .string("proviso")), ("version", .string(report.toolVersion))])),
      ("packs", .array(report.packs.map(JSONReport.pack))),
      ("matrices", .array(report.matrices.map(matrix))),
      ("errors", .array(report.errors.map { .object(JSONReport.error($0)) })),
    ])
    return document.text + "\n"
  }

  private static func matrix(_ matrix: Matrix) -> JSONValue {
    let draft = matrix.report
    return .object([
      ("draft", .object([("path", .string(draft.path)), ("id", .optional(draft.id))])),
      ("as_of", .string(matrix.date.description)),
      ("places", .number(matrix.placeCount)),
      ("verdicts", .object(matrix.verdicts.map { ($0.verdict.rawValue, .number($0.places)) })),
      ("rows", .array(matrix.rows.map(row))),
      ("results", .array(draft.results.map { JSONReport.result($0, of: draft) })),
      ("questions", .array(draft.questions.map { JSONReport.question($0, of: draft) })),
    ])
  }

  private static func row(_ row: Matrix.Row) -> JSONValue {
    .object([
      ("places", .strings(row.places)),
      ("summary", .strings(row.summary.map(Wording.place))),
      ("verdict", .string(row.verdict.rawValue)),
      (
        "broken",
        .array(
          row.broken.map { .object([("rule_id", .string($0.id)), ("level", .string($0.level.rawValue))]) })
      ),
      ("missing_facts", .strings(row.missing)),
    ])
  }
}

extension Matrix {
  /// The number of places of each verdict, the worst first.
  var verdicts: [(verdict: Verdict, places: Int)] {
    Verdict.worstFirst.map { verdict in
      (verdict, rows.filter { $0.verdict == verdict }.reduce(0) { $0 + $1.places.count })
    }
  }
}
