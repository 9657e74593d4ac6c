public import ArgumentParser
import Proviso
public import ProvisoBench

extension WorkloadProfile: ExpressibleByArgument {}

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how long evaluating takes.",
    discussion: """
      With --workload, a folder of neutral rules and messages is run and every hit compared with what is expected; no \
      time is printed unless all agree.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plain, json }

  @Option(help: "A folder with a neutral workload.")
  var workload: String

  @Option(help: "Which of its files: dense or sparse text rules, or rules over facts.")
  var profile: WorkloadProfile = .dense

  @Option(help: "How many of its rules.")
  var rules = 300

  @Option(name: [.short, .long], help: "How figures are shown: plain or json.")
  var format: Format = .plain

  func run() throws {
    do {
      let result = try WorkloadBench.run(profile, rules: rules) { try FileSystem.read("\(workload)/\($0)") }
      let figures = [
        ("load_ms", Bench.rounded(result.loadMilliseconds)),
        ("cpu_us_per_item", Bench.rounded(result.microsecondsPerItem)), ("items", "\(result.items)"),
        ("hits", "\(result.hits)"),
      ]
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

  /// With three decimals.
  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000 + 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }
}
