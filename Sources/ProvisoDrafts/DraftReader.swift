public import ProvisoDocuments
public import ProvisoModel
public import ProvisoSource

/// Reads message drafts in any of the formats people have them in; `DraftFormat` says how a file is recognised.
public enum DraftReader {
  /// The most problems reported of one file.
  static let problemLimit = 1000

  /// Reads the drafts in `source`, by the facts that `schema` has: what it lacks is not read from a message.
  ///
  /// Never throws: whatever cannot be read, or is no draft, is an error among the diagnostics.
  public static func read(_ source: SourceFile, schema: FactSchema) -> DraftReading {
    read(.file(source), schema: schema)
  }

  /// Reads the drafts in a file or in one line of it.
  public static func read(_ part: DraftSource, schema: FactSchema) -> DraftReading {
    let source = part.source
    var collection = DraftCollection(source: source, schema: schema)
    if let problem = UnreadableFile.problem(of: source) {
      collection.add(problem)
      return collection.reading
    }
    if case .line = part {
      collection.readJSON()
      return collection.reading
    }
    switch DraftFormat(recognising: source) {
    case .json: collection.readJSON()
    case .jsonLines: collection.readJSONLines()
    case .yaml: collection.readYAML()
    case .email: collection.readEmail()
    case .text: collection.readPlainText()
    }
    return collection.reading
  }

  /// Reads the draft that `node` holds in Proviso's own form.
  ///
  /// For drafts inside other files, such as the tests of a pack. Places point into `source`, and JSON Pointers begin
  /// at `node`.
  public static func draft(from node: DocumentNode, in source: SourceFile, schema: FactSchema) -> DraftReading {
    var collection = DraftCollection(source: source, schema: schema)
    collection.readOwnForm(NodeCursor(node: node, pointer: ""))
    return collection.reading
  }
}
