import ArgumentParser
import Glibc
import Proviso
import ProvisoProject
import ProvisoReports

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check drafts and say what is wrong, where, by which law, and how to mend it.",
    discussion: """
        proviso check templates/
        proviso check                       the drafts that .proviso.yaml names
        proviso check promo.json --fact recipient.regions=DE --pack gdpr
        proviso check 'templates/**/*.json' -f github -f sarif:proviso.sarif

      Facts come from the configuration, from the draft, from NAME.facts.yaml beside it, from --facts and from --fact, \
      the later winning.

      Exit codes: 0 nothing at or above the fail level; 1 findings there; 2 could not run; 3 a rule of that level \
      cannot be decided with the facts given; 4 a pack is invalid. If several apply, the first of 2, 4, 1, 3.
      """)

  @OptionGroup var drafts: DraftPaths

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var output: OutputOptions

  @OptionGroup var judging: JudgementOptions
  @OptionGroup var baseline: BaselineOptions

  @Flag(help: "List kept and inapplicable rules too.")
  var all = false

  @Option(help: ArgumentHelp("The name of what comes through standard input.", valueName: "name"))
  var stdinFilename = Inputs.streamName

  @Option(
    help: ArgumentHelp(
      "How many threads check at the same time; as many as there are processors by default.", valueName: "number"))
  var jobs: Int?

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Check again whenever a draft, its facts or a pack file is saved, until Ctrl-C.")
  var watch = false

  /// For tests: ends --watch after so many checks.
  @Option(help: .hidden)
  var watchRounds: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, not \(jobs)") }
    if baseline.writeBaseline != nil, judging.exceptions.baseline != nil {
      throw ValidationError("--baseline and --write-baseline cannot both be given")
    }
    if watch, drafts.paths.contains(Inputs.standardInput) {
      throw ValidationError("--watch cannot watch standard input")
    }
  }

  func run() throws {
    guard watch else {
      let status = try check()
      if status != .clean { throw status }
      return
    }
    Watch(files: watchedFiles).run(rounds: watchRounds) {
      do { _ = try check() } catch { Output.error((error as? Problem)?.message ?? "\(error)") }
    }
  }

  /// What decides the outcome: drafts, the facts beside them, and the files of options.
  private func watchedFiles() -> [String] {
    let project = try? packs.projectOptions.project()
    let settings = project.flatMap { try? judging.settings($0, packs) }
    let inputs = settings.flatMap { try? draftInputs($0, isQuiet: true) } ?? Inputs(drafts.paths)
    return inputs.paths + inputs.paths.map(Inputs.factsPath) + facts.files + packs.watchedFiles
      + [project?.config?.source.name, settings?.suppressions.value].compactMap(\.self)
  }

  private func draftInputs(_ settings: ProjectSettings, isQuiet: Bool) throws(Problem) -> Inputs {
    let written = [baseline.writeBaseline].compactMap(\.self)
    return try drafts.inputs(
      settings.project, besides: settings.files + facts.files + written + output.files, isQuiet: isQuiet)
  }

  /// The engine; where packs are broken and inputs are missing too, both are told, and the run could not be made.
  private func engine(_ project: Project, besides inputs: Inputs) throws(Problem) -> Engine {
    do throws(Problem) {
      return try packs.engine(project)
    } catch {
      guard !inputs.problems.isEmpty else { throw error }
      throw Problem((inputs.problems + [error]).map(\.message).joined(separator: "\n"))
    }
  }

  /// Checks everything once.
  private func check() throws -> ExitStatus {
    let project = try packs.projectOptions.project()
    let settings = try judging.settings(project, packs)
    let inputs = try selection.selected(from: draftInputs(settings, isQuiet: selection.quiet))
    let engine = try engine(project, besides: inputs)
    let day = try day.day()
    let packs = engine.packSummaries(on: day)
    if selection.verbose {
      Output.error(FilesRead.lines(settings, packs, facts: facts.files, inputs).joined(separator: "\n"))
    }
    let judgement = try judging.judgement(settings, on: day, takingBaseline: baseline.writeBaseline == nil)
    let reader = BatchReader(
      inputs, standardInputName: stdinFilename, try FactSources(facts, project, engine))
    let checker = BatchChecker(
      engine: engine, day: day, judgement: judgement, includingAll: all,
      lineOptions: output.streamsLines ? RenderOptions(showAll: all) : nil)
    let writer = ReportWriter(
      Report(
        toolVersion: Engine.version, packs: packs, asOf: day, drafts: [], errors: []),
      output, judgement, baseline, project.paths,
      RunProgress(of: inputs.paths.count, isQuiet: selection.quiet || inputs.paths.count < RunProgress.fewest),
      showAll: all)
    return CheckPipeline(reader, checker, writer).run(jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
