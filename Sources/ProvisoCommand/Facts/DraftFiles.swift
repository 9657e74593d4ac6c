import Proviso
import ProvisoProject

/// The drafts of the paths on a command line, each with the facts that are declared for it.
struct DraftFiles {
  /// A draft with what is declared besides what it states itself.
  struct Entry {
    let draft: Draft
    let facts: Facts
    /// The suppressions in its file.
    let inline: [SuppressionMark]
  }

  private(set) var drafts: [Entry] = []
  /// What could not be read; one file does not hide the others.
  private(set) var errors: [InputError]
  private let engine: Engine
  private let facts: FactSources

  /// Reads all files.
  init(_ inputs: Inputs, _ engine: Engine, _ facts: FactSources) {
    self.engine = engine
    self.facts = facts
    errors = inputs.problems.map {
      InputError(code: "input.missing", path: "", message: $0.message, drawing: $0.message)
    }
    for path in inputs.paths { read(path) }
  }

  private mutating func read(_ path: String) {
    do throws(Problem) {
      let source = try FileSystem.readInput(path)
      let declared = try facts.facts(of: path)
      let reading = engine.read(source, assuming: declared.assumed)
      let inline = InlineMarks.read(source)
      for diagnostic in reading.diagnostics + inline.diagnostics {
        switch diagnostic.severity {
        case .error: errors.append(InputError(diagnostic, in: source))
        case .warning: Output.error(diagnostic.drawn(in: source))
        }
      }
      drafts += reading.drafts.map { Entry(draft: $0, facts: declared.given, inline: inline.marks) }
    } catch {
      errors.append(InputError(code: "input.unreadable", path: path, message: error.message, drawing: error.message))
    }
  }
}
