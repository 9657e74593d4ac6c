import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

/// The facts that a configuration declares: those of the organisation, and those of drafts at some paths.
public struct ProjectFacts: Sendable {
  private let organisation: Facts
  private let drafts: [(paths: [Glob], facts: Facts)]

  /// No facts.
  public init() {
    organisation = Facts()
    drafts = []
  }

  /// Whether nothing is declared.
  public var isEmpty: Bool { organisation.states.isEmpty && organisation.audiences.isEmpty && drafts.isEmpty }

  /// What is declared for the draft at a path, relative to the configuration's folder; what stands later in the file
  /// wins.
  public func facts(at path: String) -> Facts {
    drafts.filter { $0.paths.contains { $0.matches(path) } }.reduce(organisation) { $0.overridden(by: $1.facts) }
  }

  fileprivate init(organisation: Facts, drafts: [(paths: [Glob], facts: Facts)]) {
    self.organisation = organisation
    self.drafts = drafts
  }
}

extension ProjectConfig {
  /// The facts of this configuration, with all problems.
  public func readFacts(_ schema: FactSchema) -> (facts: ProjectFacts, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let organisation = facts.map { node in
      let reading = FactsReader.facts(from: node, in: source, schema: schema)
      diagnostics += reading.diagnostics
      return reading.facts
    }
    let drafts = drafts.map { setting in
      let reading = setting.facts.map { FactsReader.facts(from: $0, in: source, schema: schema) }
      diagnostics += reading?.diagnostics ?? []
      return (setting.paths, reading?.facts ?? Facts())
    }
    return (ProjectFacts(organisation: organisation ?? Facts(), drafts: drafts), diagnostics.inReadingOrder())
  }

  /// The problems of levels for rules and packs that are not there.
  ///
  /// - Parameter known: the ids of all rules and packs that take part.
  public func unknownLevels(known: [String]) -> [Diagnostic] {
    let names = Set(known)
    return levels.filter { !names.contains($0.id) }.map { setting in
      Diagnostic(
        "level.id", "no rule and no pack `\(setting.id)` takes part", in: source.name, at: setting.span,
        help: nearestName(to: setting.id, in: known).map { "did you mean `\($0)`?" })
    }
  }
}
