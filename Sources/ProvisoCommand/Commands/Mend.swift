import ArgumentParser
import Proviso
import ProvisoProject
import ProvisoReports

struct Mend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "Mend drafts where a machine can, and say what is left for people.",
    discussion: """
      A safe edit changes no meaning, or adds what a law or platform demands. A suggested one somebody should read. \
      Each edit is tried first: a draft in which it would break another rule is left as it is.

      Edits are shown as a diff, and nothing is written without --write, which writes the safe ones. Of - the mended \
      draft goes to standard output, everything else to standard error.

        proviso fix templates/
        proviso fix templates/ --write
        proviso fix promo.json --rule gdpr.missing-opt-out --write --suggested

      Facts are given as to `proviso check`. A suppressed finding is not mended.

      Exit codes, for what is left: 0 nothing at or above the fail level; 1 findings there; 2 could not run; 3 a rule \
      of that level cannot be decided with the facts given; 4 a pack is invalid. If several apply, the first of \
      2, 4, 1, 3.
      """)

  @OptionGroup var drafts: DraftPaths

  @Flag(help: "Write the mended drafts, with the safe edits only.")
  var write = false

  @Flag(help: "Leave out suggested edits.")
  var safe = false

  @Flag(help: "Write suggested edits too.")
  var suggested = false

  @Option(name: .customLong("rule"), help: "Mend what this rule finds, and no other; may be repeated.")
  var rules: [String] = []

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var judging: JudgementOptions

  @Flag(name: .long, help: "No colour, also on a terminal.")
  var noColor = false

  @Option(help: ArgumentHelp("The name of what comes through standard input.", valueName: "name"))
  var stdinFilename = Inputs.streamName

  func validate() throws {
    if safe, suggested { throw ValidationError("--safe and --suggested exclude each other") }
    if drafts.paths.contains(Inputs.standardInput), drafts.paths.count > 1 || write {
      throw ValidationError("- stands alone, and is never written: the mended draft goes to standard output")
    }
  }

  func run() throws {
    let setup = try Setup(packs, facts)
    let engine = setup.engine
    let day = try day.day()
    let settings = try judging.settings(setup.project, packs)
    let judgement = try judging.judgement(settings, on: day)
    let isStream = drafts.paths == [Inputs.standardInput]
    var selection = FixSelection(onlySafe: safe || (write || isStream) && !suggested)
    if !rules.isEmpty { selection.rules = try rules(of: engine) }
    let inputs = try drafts.inputs(setup.project, besides: settings.files + facts.files)
    for problem in inputs.problems { Output.error(problem.message) }
    var statuses: [ExitStatus] = inputs.problems.isEmpty ? [] : [.couldNotRun]
    var mendings: [Mending] = []
    for path in inputs.paths {
      do throws(Problem) {
        let source = try FileSystem.readInput(path, standardInputName: stdinFilename)
        let declared = try setup.facts.facts(of: path, standardInputName: stdinFilename)
        let inline = InlineMarks.read(source)
        selection.marking = { judgement.policy.mark(&$0, inline: inline.marks, on: day) }
        let (mending, reading) = engine.mend(
          source, assuming: declared.assumed, facts: declared.given, asOf: day, selection)
        let diagnostics = reading + inline.diagnostics
        for diagnostic in diagnostics { Output.error(diagnostic.drawn(in: source)) }
        if diagnostics.contains(where: { $0.severity == .error }) { statuses.append(.couldNotRun) }
        if write, !mending.pieces.isEmpty { try FileSystem.write(mending.after.bytes, to: path) }
        mendings.append(mending)
      } catch {
        Output.error(error.message)
        statuses.append(.couldNotRun)
      }
    }
    show(mendings, isStream: isStream)
    setup.tellSwitchedOff(on: day)
    let status = ExitStatus.worst(statuses + mendings.flatMap(\.drafts).map { judgement.status(of: $0.after) })
    if status != .clean { throw status }
  }

  private func show(_ mendings: [Mending], isStream: Bool) {
    let colour = !noColor && OutputOptions.wantsColour
    let text = MendingReport.render(
      mendings, showsLines: !write && !isStream, use: write || isStream ? .written : .shown,
      options: RenderOptions(colour: colour && !isStream, width: Output.width))
    guard isStream else { return Output.print(text) }
    for mending in mendings { Output.write(mending.after.bytes) }
    Output.error(text)
  }

  private func rules(of engine: Engine) throws(Problem) -> Set<String> {
    let known = engine.ruleIDs
    for rule in rules where !known.contains(rule) {
      throw Problem(unknownName("rule", rule, among: known))
    }
    return Set(rules)
  }
}
