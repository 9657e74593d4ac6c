import Proviso

/// The drafts of the paths on a command line, each with the facts that are declared for it.
struct DraftFiles {
  /// A draft with what is declared besides what it states itself.
  struct Entry {
    let draft: Draft
    let facts: Facts
  }

  private(set) var drafts: [Entry] = []
  /// What could not be read; one file does not hide the others.
  private(set) var errors: [InputError]
  private let engine: Engine
  private let given: Facts

  /// Reads the files that `paths` name.
  ///
  /// - Parameter given: facts of options, which win over those in a file beside the draft.
  init(_ paths: [String], _ engine: Engine, given: Facts) {
    let inputs = Inputs(paths)
    self.engine = engine
    self.given = given
    errors = inputs.problems.map {
      InputError(code: "input.missing", path: "", message: $0.message, drawing: $0.message)
    }
    for path in inputs.paths { read(path) }
  }

  private mutating func read(_ path: String) {
    do throws(Problem) {
      let isStream = path == Inputs.standardInput
      let source = try isStream ? FileSystem.readStandardInput(as: "<stdin>") : FileSystem.read(path)
      let reading = engine.read(source)
      for diagnostic in reading.diagnostics {
        switch diagnostic.severity {
        case .error: errors.append(InputError(diagnostic, in: source))
        case .warning: Output.error(diagnostic.drawn(in: source))
        }
      }
      let beside = isStream ? Facts() : try FactOptions.beside(path, engine)
      drafts += reading.drafts.map { Entry(draft: $0, facts: beside.overridden(by: given)) }
    } catch {
      errors.append(InputError(code: "input.unreadable", path: path, message: error.message, drawing: error.message))
    }
  }
}
