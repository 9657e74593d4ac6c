import Proviso
import ProvisoProject

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
}
