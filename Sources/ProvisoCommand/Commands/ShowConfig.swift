public import ArgumentParser
import Proviso
import ProvisoProject
public import ProvisoReports

extension SettingsFormat: ExpressibleByArgument {}

struct ShowConfig: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Tell what is in force, and where it comes from.",
    discussion: """
      A flag goes before an environment variable, that before the configuration, and all before the default. Facts of \
      the configuration stand behind what a draft states itself.

        proviso config
        PROVISO_FAIL_LEVEL=warn proviso config -f json

      Exit codes: 0 told; 2 the configuration has errors; 4 a pack is invalid.
      """)

  @OptionGroup var packs: PackOptions
  @OptionGroup var judging: JudgementOptions

  @Option(name: [.short, .long], help: "How it is shown.")
  var format: SettingsFormat = .plain

  func run() throws {
    let settings = try judging.settings(try packs.projectOptions.project(), packs)
    let engine = try packs.engine(settings.project)
    // What the configuration says of facts is read too, so that its mistakes show here.
    _ = try settings.project.facts(engine)
    let levels = try settings.project.levels(engine, choosingPacks: settings.packs.origin.isOfOneRun)
    var rows = [
      SettingsReport.Row(
        "config", settings.project.config?.source.name ?? "none", from: settings.project.origin),
      settings.packs.row("packs") { $0?.joined(separator: ", ") ?? "all" },
      settings.failLevel.row("fail-level", \.rawValue), settings.unknown.row("unknown", \.rawValue),
      settings.suppressions.row("suppressions") { $0 ?? "none" }, settings.baseline.row("baseline") { $0 ?? "none" },
    ]
    rows += levels.map { .init("levels.\($0.id)", $0.level.word, from: settings.project.place(of: $0.span)) }
    rows += (settings.project.config?.declarations ?? []).map { fact in
      let drafts = fact.patterns.isEmpty ? "facts" : "drafts[\(fact.patterns.joined(separator: ","))]"
      return .init("\(drafts).\(fact.path)", fact.text, from: settings.project.place(of: fact.span))
    }
    Output.print(SettingsReport(rows).render(format))
  }
}

extension Setting {
  /// How the setting is shown.
  fileprivate func row(_ name: String, _ words: (Value) -> String) -> SettingsReport.Row {
    SettingsReport.Row(name, words(value), from: origin.description)
  }
}
