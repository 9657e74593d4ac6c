import ArgumentParser
import Glibc
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

  @Option(help: "How many threads check at the same time; as many as there are processors by default.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, not \(jobs)") }
  }

  func run() throws {
    let engine = try packs.engine()
    let day = try day.day()
    let judgement = Judgement(failLevel: failLevel, unknown: unknown)
    let reader = BatchReader(
      Inputs(paths), standardInputName: stdinFilename, engine, given: try facts.facts(engine))
    let checker = BatchChecker(
      engine: engine, day: day, judgement: judgement, includingAll: all,
      lineOptions: output.streamsLines ? RenderOptions(showAll: all) : nil)
    let writer = ReportWriter(
      Report(
        toolVersion: Engine.version, packs: engine.packSummaries(on: day), asOf: day, drafts: [], errors: []),
      output, judgement, showAll: all)
    let status = CheckPipeline(reader, checker, writer).run(jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    if status != .clean { throw status }
  }
}
