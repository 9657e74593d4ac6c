public import ArgumentParser
import Proviso
public import ProvisoReports

struct ShowMatrix: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Judge drafts for many places: where they may go, and where they need what.",
    discussion: """
      The places are those of --in, else of --audiences, else those that the draft's facts declare. Without any, and \
      with --all-places, they are every country, and the United States by state. A group such as EEA and a country \
      with parts such as US stand for all that is in them. Places of which the rules say the same share a row.

        proviso matrix promo.yaml --in EEA,GB,US-CA,BR
        proviso matrix promo.yaml --audiences places.yaml -f html > promo.html

      A file of audiences declares facts for some of the recipients; for one place the first that names it counts.

        audiences:
          - { regions: [DE], consent.status: none }
          - { regions: [EU], consent.status: explicit }

      Exit codes are those of check: 0 nothing at or above the fail level in any place; 1 findings there; 2 could not \
      run; 3 a rule of that level cannot be decided with the facts given; 4 a pack is invalid.
      """)

  @OptionGroup var drafts: DraftPaths

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Codes of places, such as EEA,US-CA,BR; may be repeated.", valueName: "places"))
  var places: [String] = []

  @Flag(help: "Every country, and the United States by state.")
  var allPlaces = false

  @Option(
    help: ArgumentHelp("A YAML or JSON file with audiences that have facts of their own.", valueName: "file"))
  var audiences: String?

  @Flag(help: "A row for each place.")
  var each = false

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  @Option(name: [.short, .long], help: "How the matrix is shown.")
  var format: MatrixFormat = .pretty

  @Flag(name: .long, help: "No colour, also on a terminal.")
  var noColor = false

  @OptionGroup var judging: JudgementOptions

  func validate() throws {
    if allPlaces, !places.isEmpty { throw ValidationError("--all-places and --in exclude each other.") }
  }

  func run() throws {
    var setup = try Setup(packs, facts)
    let engine = setup.engine
    let day = try day.day()
    let settings = try judging.settings(setup.project, packs)
    let judgement = try judging.judgement(settings, on: day)
    if let audiences {
      let declared = try FactOptions.read(audiences, engine)
      guard !declared.audiences.isEmpty else { throw Problem("\(audiences) declares no audiences") }
      if let shadowed = declared.shadowedAudience(in: engine.schema.places) {
        let places = shadowed.places.joined(separator: ", ")
        throw Problem(
          "\(audiences): nobody is left for the audience \(places), since those before it name all its places")
      }
      setup.facts.given = declared.overridden(by: setup.facts.given)
    }
    let asked = try asked(engine, setup.facts.given)
    let others = settings.files + facts.files + [audiences].compactMap(\.self)
    let files = DraftFiles(try drafts.inputs(setup.project, besides: others), engine, setup.facts)
    let matrices = files.drafts.map { entry in
      let matrix = engine.matrix(of: entry.draft, facts: entry.facts, places: asked, asOf: day, grouped: !each)
      return judgement.applied(to: matrix, inline: entry.inline, in: engine.schema.places, grouped: !each)
    }
    let report = MatrixReport(
      toolVersion: Engine.version, packs: engine.packSummaries(on: day), matrices: matrices, errors: files.errors)
    Output.print(
      format.render(
        report, options: RenderOptions(colour: !noColor && OutputOptions.wantsColour, width: Output.width)))
    let status = ExitStatus.worst(
      (files.errors.isEmpty ? [] : [.couldNotRun]) + matrices.map { judgement.status(of: $0.report) })
    if status != .clean { throw status }
  }

  /// The leaves that options name; none where that is left to the drafts.
  private func asked(_ engine: Engine, _ given: Facts) throws(Problem) -> [String] {
    let table = engine.schema.places
    if allPlaces { return table.leaves }
    let words = places.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .map { String($0.trimmingPrefix(" ")) }
    let codes = words.isEmpty && audiences != nil ? given.audiences.flatMap(\.places) : words
    do throws(UnknownPlace) {
      return try table.leaves(of: codes)
    } catch {
      throw Problem("--in: \(error.message)")
    }
  }
}

extension MatrixFormat: ExpressibleByArgument {}
