import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

/// The facts that a configuration declares: those of the organisation, and those of drafts at some paths.
public struct ProjectFacts: Sendable {
  /// What is declared for every draft.
  public let organisation: Facts
  private let drafts: [(paths: [Glob], facts: Facts)]

  /// No facts.
  public init() {
    organisation = Facts()
    drafts = []
  }

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
      return (setting.patterns.map { Glob($0) }, reading?.facts ?? Facts())
    }
    return (ProjectFacts(organisation: organisation ?? Facts(), drafts: drafts), diagnostics.inReadingOrder())
  }

}
