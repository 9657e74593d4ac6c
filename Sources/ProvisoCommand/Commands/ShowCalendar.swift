public import ArgumentParser
import Proviso
public import ProvisoReports

struct ShowCalendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Tell what passes today and fails from which day on, and what changes in the packs.",
    discussion: """
      With drafts, tells for each what changes and when. Without, and with --packs, tells which rules come into force \
      or end, which parameters change, which days rules wait for, and when packs must be reviewed.

        proviso calendar templates/ --months 6
        proviso calendar --until 2027-12-31

      Drafts with a planned day are judged for that day, so nothing changes for them. Rules that hang on the day of the \
      week are left out.

      Exit codes: 0 no rule at or above the fail level that is kept today is broken within the period; 1 one is; 2 \
      could not run; 4 a pack is invalid.
      """)

  @Argument(help: "Files, folders, patterns such as 'templates/**/*.json', or - for standard input.")
  var paths: [String] = []

  @Flag(name: .customLong("packs"), help: "What changes in the packs, too.")
  var showsPacks = false

  @Option(help: ArgumentHelp("The last day, as YYYY-MM-DD.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("How many months to look ahead; 12 by default.", valueName: "number"))
  var months: Int?

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day it begins with, as YYYY-MM-DD; today by default.", valueName: "day"))
  var asOf: String?

  @Option(name: [.short, .long], help: "How the calendar is shown.")
  var format: CalendarFormat = .pretty

  @Flag(name: .long, help: "No colour, also on a terminal.")
  var noColor = false

  @OptionGroup var failing: FailLevelOptions

  func validate() throws {
    if until != nil, months != nil { throw ValidationError("--until and --months exclude each other.") }
  }

  func run() throws {
    let setup = try Setup(packs, facts)
    let engine = setup.engine
    let failLevel = try ProjectSettings(setup.project, failLevel: failing.failLevel).failLevel.value
    let first = try DayOptions.parse(asOf.map { ["--as-of", $0] } ?? []).day()
    let last = try lastDay(after: first)
    let files = DraftFiles(Inputs(paths), engine, setup.facts)
    let calendar = try calendar(engine, files, first, last)
    let colour = !noColor && OutputOptions.wantsColour
    Output.print(format.render(calendar, options: RenderOptions(colour: colour, width: Output.width)))
    setup.tellSwitchedOff(on: first)
    if !files.errors.isEmpty { throw ExitStatus.couldNotRun }
    if calendar.drafts.contains(where: { $0.breaks(at: failLevel) }) { throw ExitStatus.findings }
  }

  private func calendar(
    _ engine: Engine, _ files: DraftFiles, _ first: CalendarDate, _ last: CalendarDate
  ) throws(Problem) -> RuleCalendar {
    do throws(EngineError) {
      let changes = paths.isEmpty || showsPacks ? try engine.packChanges(from: first, through: last) : nil
      let drafts = try engine.timelines(of: files.drafts.map { ($0.draft, $0.facts) }, from: first, through: last)
      return RuleCalendar(
        toolVersion: Engine.version, from: first, until: last, packs: changes, drafts: drafts, errors: files.errors)
    } catch {
      throw Problem(error.drawing)
    }
  }

  /// The end of the period.
  private func lastDay(after first: CalendarDate) throws(Problem) -> CalendarDate {
    guard let until else {
      let months = months ?? 12
      guard 1...1200 ~= months, let last = first.adding(months: months) else {
        throw Problem("--months takes a number from 1 to 1200, not `\(months)`")
      }
      return last
    }
    guard let last = CalendarDate(until) else { throw Problem("--until: \(CalendarDate.problem(of: until))") }
    guard last > first else { throw Problem("--until must lie behind \(first)") }
    return last
  }
}

extension CalendarFormat: ExpressibleByArgument {}
