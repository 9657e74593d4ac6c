import ArgumentParser
import Proviso
import ProvisoProject

struct ShowConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Tell what is in force, and where it comes from.",
    discussion: """
      A flag goes before an environment variable, that before the configuration, and all before the default. Facts of \
      the configuration stand behind what a draft states itself.

      Exit codes: 0 told; 2 the configuration has errors.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case plain, json }

  @OptionGroup var packs: PackOptions
  @OptionGroup var judging: JudgementOptions

  @Option(name: [.short, .long], help: "How it is shown: plain or json.")
  var format: Format = .plain

  func run() throws {
    let settings = try judging.settings(try packs.projectOptions.project(), packs)
    let engine = try packs.engine(settings.project)
    // What the configuration says of facts is read too, so that its mistakes show here.
    _ = try settings.project.facts(engine)
    let levels = try settings.project.levels(engine, choosingPacks: settings.packs.origin.isOfOneRun)
    var rows: [(name: String, value: String, origin: String)] = [
      ("config", settings.project.config?.source.name ?? "none", settings.project.origin),
      ("packs", settings.packs.value?.joined(separator: ", ") ?? "all", settings.packs.origin.description),
      ("fail-level", settings.failLevel.value.rawValue, settings.failLevel.origin.description),
      ("unknown", settings.unknown.value.rawValue, settings.unknown.origin.description),
      ("suppressions", settings.suppressions.value ?? "none", settings.suppressions.origin.description),
      ("baseline", settings.baseline.value ?? "none", settings.baseline.origin.description),
    ]
    rows += levels.map { ("levels.\($0.id)", $0.level.word, settings.project.place(of: $0.span)) }
    rows += (settings.project.config?.declarations ?? []).map { fact in
      let drafts = fact.patterns.isEmpty ? "facts" : "drafts[\(fact.patterns.joined(separator: ","))]"
      return ("\(drafts).\(fact.path)", fact.text, settings.project.place(of: fact.span))
    }
    Output.print(format == .json ? ShowConfig.json(rows) : ShowConfig.table(rows))
  }

  private static func table(_ rows: [(name: String, value: String, origin: String)]) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count) + 2)
    }
    let (name, value) = (rows.map(\.name.count).max() ?? 0, rows.map(\.value.count).max() ?? 0)
    return rows.map { padded($0.name, name) + padded($0.value, value) + $0.origin }.joined(separator: "\n")
  }

  private static func json(_ rows: [(name: String, value: String, origin: String)]) -> String {
    let entries = rows.map {
      "  {\"name\": \(JSONText.quoted($0.name)), \"value\": \(JSONText.quoted($0.value)), "
        + "\"origin\": \(JSONText.quoted($0.origin))}"
    }
    return "[\n\(entries.joined(separator: ",\n"))\n]"
  }
}
