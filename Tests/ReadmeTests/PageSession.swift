import Proviso
import ProvisoReports
import Testing

/// Runs the commands of a page in process, with the files that the page shows and those of the repository.
struct PageSession {
  let page: MarkdownPage

  static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? CalendarDate(day: 0)
  private static let builtIn = Result { try Engine() }

  /// The engine of all built-in packs.
  static func engine() throws -> Engine { try builtIn.get() }

  /// What the program prints for a command line.
  func answer(to line: String) throws -> String {
    switch try ShellCommand(line) {
    case .check(let paths, let packs, let facts, let format):
      let engine = try engine(packs)
      let drafts = try paths.flatMap { try reports(on: $0, engine, facts) }
      let report = Report(
        toolVersion: Engine.version, packs: engine.packSummaries(on: Self.day), asOf: Self.day, drafts: drafts,
        errors: [])
      return format.render(report)
    case .fix(let paths, let packs, let facts):
      let engine = try engine(packs)
      let mendings = try paths.map { path in
        try engine.mend(file(path), facts: self.facts(beside: path, engine, facts), asOf: Self.day).mending
      }
      return MendingReport.render(mendings, showsLines: true, use: .shown)
    case .evaluate(let expression, let draft): return try evaluate(expression, draft)
    case .explain(let rule, let packs): return try #require(engine(packs).explanation(of: rule)).text + "\n"
    case .matrix(let matrix): return try self.matrix(matrix)
    case .calendar(let calendar): return try self.calendar(calendar)
    case .other:
      Issue.record("the answer to `\(line)` cannot be checked")
      return ""
    }
  }

  func file(_ path: String) throws -> SourceFile { try page.files[path] ?? Repository.source(path) }

  func engine(_ packs: [String]) throws -> Engine {
    if packs.isEmpty { return try PageSession.engine() }
    let files = packs.filter { $0.hasSuffix(".yaml") }
    return try Engine(packs: packs.filter { !files.contains($0) }, files: files.map { try file($0) })
  }

  /// The reports on the drafts of a file, with the facts beside it and those of the command line.
  func reports(on path: String, _ engine: Engine, _ assignments: [String] = []) throws -> [DraftReport] {
    let reading = engine.read(try file(path))
    #expect(reading.diagnostics.isEmpty, "\(path)")
    let facts = try facts(beside: path, engine, assignments)
    return reading.drafts.map { engine.evaluate($0, facts: facts, asOf: Self.day) }
  }

  /// The facts in the file beside a draft, and those of the command line.
  private func facts(beside path: String, _ engine: Engine, _ assignments: [String]) throws -> Facts {
    var facts = Facts()
    let stem = path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
    if Repository.exists("\(stem).facts.yaml") {
      let (beside, problems) = engine.readFacts(try Repository.source("\(stem).facts.yaml"))
      #expect(problems.isEmpty, "\(path)")
      facts = beside
    }
    for assignment in assignments {
      facts = facts.overridden(by: engine.readFact(SourceFile(name: "--fact", text: assignment)).facts)
    }
    return facts
  }

  private func evaluate(_ expression: String, _ path: String?) throws -> String {
    let engine = try PageSession.engine()
    let draft = try path.map { try #require(engine.read(try file($0)).drafts.first) }
    let empty = Draft(segments: [], facts: Facts(), source: SourceFile(name: "<none>", bytes: []))
    let answer = engine.evaluate(expression: expression, on: draft ?? empty, facts: Facts(), asOf: Self.day)
    let written = SourceFile(name: "<expression>", text: expression)
    return (answer.lines + answer.problems.map { $0.drawn(in: written) }).map { $0 + "\n" }.joined()
  }
}
