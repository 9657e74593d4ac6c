public import ArgumentParser
import Proviso
public import ProvisoBench

extension WorkloadProfile: ExpressibleByArgument {}

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how long evaluating takes.",
    discussion: """
      The stages of checking are measured apart on drafts, and beside them the matching library alone on the same \
      bytes; each figure is the median of seven runs.

      With --workload, a folder of neutral rules and messages is run and every hit compared with what is expected; no \
      time is printed unless all agree.

      Exit codes: 0 measured; 2 could not run, or a hit is missing; 4 a pack is invalid.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plain, json }

  @Argument(help: "Drafts to measure with, as for check.")
  var paths: [String] = ["Policies/drafts"]

  @OptionGroup var packs: PackOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var day: DayOptions

  @Option(help: ArgumentHelp("A folder with a neutral workload.", valueName: "folder"))
  var workload: String?

  @Option(help: "Which of its files: dense or sparse text rules, or rules over facts.")
  var profile: WorkloadProfile = .dense

  @Option(help: ArgumentHelp("How many of its rules.", valueName: "number"))
  var rules = 300

  @Option(name: [.short, .long], help: "How figures are shown.")
  var format: Format = .plain

  func run() throws {
    do {
      let figures = if let workload { try measure(workload) } else { try measureDrafts() }
      switch format {
      case .plain: Output.print(figures.map { "\($0): \($1)\n" }.joined())
      case .json: Output.print("{" + figures.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n")
      }
    } catch let failure as BenchFailure {
      throw Problem(failure.message)
    } catch let failure as EngineError {
      throw Problem(failure.drawing, .invalidPack)
    }
  }

  private func measure(_ workload: String) throws -> [(String, String)] {
    let result = try WorkloadBench.run(profile, rules: rules) { try FileSystem.read("\(workload)/\($0)") }
    return [
      ("load_ms", Bench.rounded(result.loadMilliseconds)),
      ("cpu_us_per_item", Bench.rounded(result.microsecondsPerItem)), ("items", "\(result.items)"),
      ("hits", "\(result.hits)"),
    ]
  }

  private func measureDrafts() throws -> [(String, String)] {
    let setup = try Setup(packs, facts)
    let inputs = Inputs(paths)
    if let problem = inputs.problems.first { throw problem }
    var reader = BatchReader(inputs, setup.facts)
    var parts: [(source: DraftSource, assumed: Facts, given: Facts)] = []
    while let batch = reader.next() { parts += try batch.sources() }
    let bench = try DraftBench(setup.engine, parts, asOf: try day.day())
    return try bench.run().map { ($0.name, Bench.rounded($0.value)) }
  }

  /// With three decimals.
  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value.magnitude * 1000).rounded())
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(value < 0 ? "-" : "")\(thousandths / 1000).\(digits)"
  }
}
