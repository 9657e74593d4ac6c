import ArgumentParser
import Proviso
import ProvisoReports

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check drafts and say what is wrong, where, by which law, and how to mend it.",
    discussion: """
      Facts come from the draft, from NAME.facts.yaml beside it, from --facts and from --fact, the later winning.

      Exit codes: 0 nothing at or above the fail level; 1 findings there; 2 could not run; 3 a rule of that level \
      cannot be decided with the facts given; 4 a pack is invalid. If several apply, the first of 2, 4, 1, 3.
      """)

  enum UnknownPolicy: String, ExpressibleByArgument, CaseIterable {
    case fail, warn, pass
  }

  @Argument(help: "Files, folders, patterns such as 'templates/**/*.json', or - for standard input.")
  var paths: [String]

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The lowest level that ends with exit code 1: block, warn or advice.")
  var failLevel: Level = .block

  @Option(help: "What undetermined rules do: fail ends with exit code 3, warn shows them only, pass leaves them out.")
  var unknown: UnknownPolicy = .fail

  @Flag(help: "List kept and inapplicable rules too.")
  var all = false

  @Option(help: "The name of what comes through standard input.")
  var stdinFilename = "<stdin>"

  func run() throws {
    let engine = try packs.engine()
    let day = try day.day()
    let given = try facts.facts(engine)
    let inputs = Inputs(paths)
    var report = Report(
      toolVersion: Engine.version, packs: engine.packSummaries(on: day), asOf: day, drafts: [],
      errors: inputs.problems.map {
        InputError(code: "input.missing", path: "", message: $0.message, drawing: $0.message)
      })
    for path in inputs.paths { add(path, to: &report, engine, given, day) }
    if unknown == .pass { report.removeUndetermined() }
    Output.print(output.render(report, showAll: all))
    let status = status(of: report)
    if status != .clean { throw status }
  }

  /// Reads and checks one file; what is wrong with it does not hide the others.
  private func add(_ path: String, to report: inout Report, _ engine: Engine, _ given: Facts, _ day: CalendarDate) {
    do throws(Problem) {
      let isStream = path == Inputs.standardInput
      let source = try isStream ? FileSystem.readStandardInput(as: stdinFilename) : FileSystem.read(path)
      let reading = engine.read(source)
      report.errors += reading.diagnostics.filter { $0.severity == .error }.map { InputError($0, in: source) }
      let beside = isStream ? nil : try Check.factsBeside(path, engine)
      for draft in reading.drafts {
        let facts = (beside ?? Facts()).overridden(by: given)
        report.drafts.append(engine.evaluate(draft, facts: facts, asOf: day, includingAll: all))
      }
    } catch {
      report.errors.append(
        InputError(code: "input.unreadable", path: path, message: error.message, drawing: error.message))
    }
  }

  /// `promo.facts.yaml` beside `promo.json`.
  private static func factsBeside(_ path: String, _ engine: Engine) throws(Problem) -> Facts? {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { path.dropLast(name[$0...].count) } ?? path[...]
    let beside = "\(stem).facts.yaml"
    return FileSystem.kind(of: beside) == .file ? try FactOptions.read(beside, engine) : nil
  }

  private func status(of report: Report) -> ExitStatus {
    var statuses: [ExitStatus] = report.errors.isEmpty ? [] : [.couldNotRun]
    for result in report.drafts.flatMap(\.results) where result.level >= failLevel {
      if result.outcome == .fail { statuses.append(.findings) }
      if result.outcome == .undetermined, unknown == .fail { statuses.append(.undetermined) }
    }
    return .worst(statuses)
  }
}

extension InputError {
  init(_ diagnostic: Diagnostic, in source: SourceFile) {
    let position = LineIndex(source.bytes).position(of: diagnostic.span.lower)
    self.init(
      code: diagnostic.id, path: source.name, line: position.line, column: position.column,
      message: diagnostic.message, drawing: diagnostic.drawn(in: source))
  }
}

extension Report {
  /// Leaves undetermined rules out of the results; a draft that only needed facts passes.
  fileprivate mutating func removeUndetermined() {
    for index in drafts.indices {
      drafts[index].results.removeAll { $0.outcome == .undetermined }
      drafts[index].questions = []
      if drafts[index].verdict == .needsFacts {
        drafts[index].verdict =
          drafts[index].results.contains { $0.outcome == .fail && $0.level == .warn } ? .warn : .pass
      }
    }
  }
}
