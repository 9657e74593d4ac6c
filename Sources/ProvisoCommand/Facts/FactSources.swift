import Proviso
import ProvisoProject

/// Where facts are declared besides the drafts: in the configuration, in files beside drafts, in options.
///
/// Every command that judges drafts takes their facts from here.
struct FactSources: Sendable {
  private let engine: Engine
  private let project: ProjectFacts
  private let paths: ProjectPaths
  /// The facts of options.
  var given: Facts

  init(_ options: FactOptions, _ project: Project, _ engine: Engine) throws(Problem) {
    self.engine = engine
    self.project = try project.facts(engine)
    paths = project.paths
    given = try options.facts(engine)
  }

  /// What is declared of the drafts in a file, or of those that come through standard input under a name.
  func facts(of path: String, standardInputName: String = Inputs.streamName) throws(Problem) -> DeclaredFacts {
    let isStream = path == Inputs.standardInput
    let beside = isStream ? Facts() : try facts(beside: path)
    return DeclaredFacts(
      assumed: project.facts(at: paths.relative(isStream ? standardInputName : path)),
      given: beside.overridden(by: given).coded(by: engine.schema))
  }

  /// What is declared of a draft that stands in no file.
  var everywhere: DeclaredFacts { DeclaredFacts(assumed: project.organisation, given: given) }

  /// What is declared in `promo.facts.yaml` beside `promo.json`; nothing where there is no such file.
  func facts(beside path: String) throws(Problem) -> Facts {
    let beside = Inputs.factsPath(beside: path)
    return FileSystem.kind(of: beside) == .file ? try FactOptions.read(beside, engine) : Facts()
  }
}
