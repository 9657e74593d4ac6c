import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

/// A file of facts that an interview adds its answers to.
///
/// What stands in the file stays as it is, comments included; the answers come below. Only where an answer takes the
/// place of a declared value, and in a file of JSON, all is written anew.
public struct FactsFile: Sendable {
  /// Why a file cannot take an answer.
  public enum Failure: Error, Hashable, Sendable {
    /// The file declares other values: the names of the facts, in alphabetical order.
    case conflicts([String])
    /// The file cannot be read as facts.
    case unreadable([Diagnostic])
    /// Nothing can stand below what the file holds, and writing it anew would lose its comments.
    case closed
  }

  /// What the file declares.
  public let facts: Facts
  private let source: SourceFile
  private let engine: Engine

  /// A facts file as it is now; an empty one for a file yet to be made.
  ///
  /// - Throws: `Failure.unreadable` when the file has errors.
  public init(_ source: SourceFile, _ engine: Engine) throws(Failure) {
    let (facts, problems) = engine.readFacts(source)
    guard !problems.contains(where: { $0.severity == .error }) else { throw .unreadable(problems) }
    (self.facts, self.source, self.engine) = (facts, source, engine)
  }

  /// A text of facts as in a file, one line a fact.
  public static func text(_ facts: Facts) -> String { FactsWriter.text(facts) }

  /// The text of the file with answers added.
  ///
  /// - Parameter replacing: whether an answer may take the place of another value.
  /// - Throws: `Failure.conflicts` when one would and may not.
  public func adding(_ answers: Facts, replacing: Bool = false) throws(Failure) -> String {
    let conflicts = answers.states.filter { facts[$0.key] != nil && facts[$0.key] != $0.value }.keys.sorted()
    guard conflicts.isEmpty || replacing else { throw .conflicts(conflicts) }
    // What is declared for some recipients stays: an answer speaks of the others.
    let merged = Facts(facts.states.merging(answers.states) { _, answer in answer }, audiences: facts.audiences)
    let new = Facts(answers.states.filter { facts[$0.key] == nil })
    let before = source.text(in: Span(0, source.bytes.count))
    if conflicts.isEmpty {
      let text = before + (before.isEmpty || before.hasSuffix("\n") ? "" : "\n") + FactsWriter.text(new)
      if declares(text, merged) { return text }
      // In JSON nothing can stand below, and there are no comments to lose.
      guard before.first(where: { !$0.isWhitespace }) == "{" else { throw .closed }
    }
    return FactsWriter.text(merged)
  }

  private func declares(_ text: String, _ facts: Facts) -> Bool {
    let (read, problems) = engine.readFacts(SourceFile(name: source.name, text: text))
    return read == facts && problems.allSatisfy { $0.severity != .error }
  }
}
