import Proviso
import ProvisoProject
import ProvisoReports

/// Reads and judges what is in a batch. The same for all threads.
struct BatchChecker: Sendable {
  let engine: Engine
  let day: CalendarDate
  let judgement: Judgement
  /// Whether kept and inapplicable rules are listed.
  let includingAll: Bool
  /// How drafts are written as lines of JSON; nil where nobody wants them.
  let lineOptions: RenderOptions?

  /// - Parameter context: the thread's own memory.
  func check(_ batch: Batch, _ context: EvaluationContext) -> CheckedBatch {
    var checked = CheckedBatch(of: batch)
    for item in batch.items {
      switch item {
      case .problem(let error): add(error, to: &checked)
      case .source(let part, let facts):
        // What is wrong with a file does not hide the drafts in it.
        let reading = engine.read(part, assuming: facts.assumed)
        for diagnostic in reading.diagnostics {
          switch diagnostic.severity {
          case .error: add(InputError(diagnostic, in: part.source), to: &checked)
          case .warning: checked.warnings.append(diagnostic.drawn(in: part.source))
          }
        }
        let inline = InlineMarks.read(part.source)
        for diagnostic in inline.diagnostics { add(InputError(diagnostic, in: part.source), to: &checked) }
        for draft in reading.drafts {
          var report = context.evaluate(draft, facts: facts.given, asOf: day, includingAll: includingAll)
          judgement.apply(to: &report, inline: inline.marks, &checked.use)
          if let lineOptions { checked.lines += JSONLinesReport.line(report, lineOptions) }
          checked.drafts.append(report)
        }
      }
    }
    return checked
  }

  private func add(_ error: InputError, to checked: inout CheckedBatch) {
    if lineOptions != nil { checked.lines += JSONLinesReport.line(error) }
    checked.errors.append(error)
  }
}

extension InputError {
  init(_ diagnostic: Diagnostic, in source: SourceFile) {
    let position = LineIndex(source).position(of: diagnostic.span.lower)
    self.init(
      code: diagnostic.id, path: source.name, line: position.line, column: position.column,
      message: diagnostic.message, drawing: diagnostic.drawn(in: source))
  }
}
