import Proviso

/// The only draft of a file, with the facts declared for it.
struct SingleDraft {
  let draft: Draft
  /// Where facts about it stand: `promo.facts.yaml` beside `promo.json`.
  let factsPath: String
  /// What is declared besides what it states itself.
  let facts: Facts

  init(_ path: String, _ setup: Setup) throws(Problem) {
    let source = try FileSystem.read(path)
    let declared = try setup.facts.facts(of: path)
    let reading = setup.engine.read(source, assuming: declared.assumed)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Problem(errors.map { $0.drawn(in: source) }.joined(separator: "\n")) }
    for warning in reading.diagnostics { Output.error(warning.drawn(in: source)) }
    guard let draft = reading.drafts.first else { throw Problem("\(path) holds no draft") }
    guard reading.drafts.count == 1 else {
      throw Problem("\(path) holds \(reading.drafts.count) drafts; this looks at one, so put it into a file of its own")
    }
    self.draft = draft
    factsPath = Inputs.factsPath(beside: path)
    facts = declared.given
  }
}
