import ProvisoDrafts
public import ProvisoModel
public import ProvisoSource

/// What a new folder of drafts begins with: a few questions, and the files that are made from the answers.
///
/// Questions, usual answers and files come from Policies/starter.
public struct Starter: Sendable {
  /// Something to ask.
  public struct Question: Hashable, Sendable {
    /// The fact that the answer declares, with its question and help.
    public let definition: FactDefinition
    /// What no answer stands for, as it would be typed.
    public let usual: String
  }

  /// A file to write.
  public struct File: Hashable, Sendable {
    /// Where, from the folder.
    public let path: String
    /// Its text, which ends with a line feed.
    public let text: String
  }

  /// What to ask, in the order to ask it.
  public let questions: [Question]
  private let schema: FactSchema

  /// The starter of this build.
  ///
  /// - Throws: `EngineError` when its files have errors.
  public init() throws(EngineError) {
    schema = try Engine.schema()
    let source = BuiltIn.starter("answers.yaml")
    let (usual, diagnostics) = FactsReader.read(source, schema: schema)
    guard diagnostics.isEmpty else {
      throw EngineError(.invalidPack, "the starter has errors", diagnostics: diagnostics, sources: [source])
    }
    questions = usual.states.keys.sorted().compactMap { [schema] path in
      guard let definition = schema[path], case .known(let value)? = usual[path] else { return nil }
      return Question(definition: definition, usual: value.typed)
    }
  }

  /// Reads an answer; nothing but white space stands for the usual one.
  ///
  /// - Returns: the fact, or what is wrong with the answer.
  public func answer(_ text: String, to question: Question) -> (facts: Facts, diagnostics: [Diagnostic]) {
    let typed = text.allSatisfy(\.isWhitespace) ? question.usual : text
    let source = SourceFile(name: "answer", text: "\(question.definition.path)=\(typed)")
    return FactsReader.assignment(source, schema: schema)
  }

  /// The files for a folder of drafts: a configuration with what holds for the sender, a sample draft for the channel
  /// and the places, and a workflow that checks drafts.
  public func files(_ answers: Facts) -> [File] {
    let lines = answers.states.sorted { $0.key < $1.key }.compactMap { path, state -> (path: String, line: String)? in
      guard case .known(let value) = state else { return nil }
      return (path, "  \(path): \(value.yaml)\n")
    }
    let own = lines.filter { $0.path.hasPrefix("sender.") }.map(\.line).joined()
    let others = lines.filter { !$0.path.hasPrefix("sender.") && $0.path != Starter.channel }.map(\.line).joined()
    return [
      File(path: ".proviso.yaml", text: Starter.text("config.yaml") + (own.isEmpty ? "  {}\n" : own)),
      File(path: "drafts/spring-sale.yaml", text: draft(answers) + others),
      File(path: ".github/workflows/proviso.yml", text: Starter.text("workflow.yaml")),
    ]
  }

  private static let channel = "draft.channel"

  /// The sample, with the channel that was answered.
  private func draft(_ answers: Facts) -> String {
    guard case .known(let value)? = answers[Starter.channel] else { return Starter.text("draft.yaml") }
    return Starter.text("draft.yaml").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("channel: ") ? "channel: \(value.yaml)" : $0 }.joined(separator: "\n")
  }

  private static func text(_ name: String) -> String {
    let source = BuiltIn.starter(name)
    return source.text(in: Span(0, source.bytes.count))
  }
}

extension Value {
  /// The value as it is typed for an answer.
  fileprivate var typed: String {
    switch self {
    case .texts(let values), .symbols(let values), .places(let values): values.joined(separator: ", ")
    default: description
    }
  }

  /// The value in a YAML file.
  fileprivate var yaml: String {
    switch self {
    case .text(let text): text.quoted
    case .texts(let texts): "[" + texts.map(\.quoted).joined(separator: ", ") + "]"
    // Norway's code reads like a refusal.
    case .places(let codes): "[" + codes.map { $0 == "NO" ? $0.quoted : $0 }.joined(separator: ", ") + "]"
    default: description
    }
  }
}

extension String {
  /// In double quotes, as YAML reads it.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
