import Proviso
import ProvisoProject
import ProvisoReports

/// What a command needs that judges drafts: the project it runs in, an engine with the packs and levels in force, and
/// where facts come from.
struct Setup {
  let project: Project
  let engine: Engine
  var facts: FactSources

  init(_ packs: PackOptions, _ facts: FactOptions) throws(Problem) {
    project = try packs.projectOptions.project()
    engine = try packs.engine(project)
    self.facts = try FactSources(facts, project, engine)
  }

  /// Says on standard error which rules are switched off, for commands whose results have no place for it.
  func tellSwitchedOff(on day: CalendarDate) {
    Output.error(SwitchedOffRules.notices(engine.packSummaries(on: day)).joined(separator: "\n"))
  }
}
