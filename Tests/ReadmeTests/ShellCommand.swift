import ArgumentParser
import ProvisoReports

@testable import ProvisoCommand

/// A command line that begins with `proviso`, understood by the program's own parser.
enum ShellCommand {
  case check(paths: [String], packs: [String], facts: [String], format: ReportFormat)
  case fix(paths: [String], packs: [String], facts: [String])
  case evaluate(expression: String, draft: String?)
  case explain(rule: String, packs: [String])
  case matrix(ShowMatrix)
  case calendar(ShowCalendar)
  case other

  /// - Throws: what the program would say about a wrong command line.
  init(_ line: String) throws {
    switch try Root.parseAsRoot(Array(ShellCommand.words(of: line).dropFirst())) {
    case let check as Check:
      self = .check(
        paths: check.drafts.paths, packs: check.packs.packs, facts: check.facts.assignments,
        format: check.output.formats.first?.format ?? .pretty)
    case let mend as Mend:
      self = .fix(paths: mend.drafts.paths, packs: mend.packs.packs, facts: mend.facts.assignments)
    case let evaluate as Evaluate: self = .evaluate(expression: evaluate.expression, draft: evaluate.draft)
    case let explain as Explain: self = .explain(rule: explain.rule, packs: explain.packs.packs)
    case let matrix as ShowMatrix: self = .matrix(matrix)
    case let calendar as ShowCalendar: self = .calendar(calendar)
    default: self = .other
    }
  }

  /// The words of a command line; those in single quotes may hold spaces.
  static func words(of line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
      number.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }
}
