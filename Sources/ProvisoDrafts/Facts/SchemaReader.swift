import ProvisoDocuments
public import ProvisoModel
public import ProvisoSource

/// Reads the two data files that say which facts and which places there are.
public enum SchemaReader {
  /// The schema in `facts` (`kind: FactSchema`), further facts in `more`, and `places` (`kind: PlaceTable`).
  ///
  /// - Returns: no schema when there is an error. The diagnostics of all files, in reading order.
  public static func read(
    facts: SourceFile, more: [SourceFile] = [], places: SourceFile
  ) -> (schema: FactSchema?, diagnostics: [Diagnostic]) {
    var definitions: [FactDefinition] = []
    var fields: [String: ValueType] = [:]
    var diagnostics: [Diagnostic] = []
    for source in [facts] + more {
      let problems = DocumentProblems(in: source.name)
      var file = file(source, kind: "FactSchema", problems)
      let reader = FactDefinitionsReader(problems: problems)
      let known = Set(definitions.map(\.path))
      let entries = file?.requiredNode("facts").flatMap(problems.entries) ?? []
      for entry in entries where known.contains(entry.key) {
        problems.report("schema.duplicate", "there is a fact `\(entry.key)` already", at: entry.keySpan)
      }
      definitions += reader.read(entries)
      fields.merge(reader.readFields(file?.entries("fields") ?? [])) { first, _ in first }
      file?.finish()
      diagnostics += problems.diagnostics
    }
    let placeProblems = DocumentProblems(in: places.name)
    var placeFile = file(places, kind: "PlaceTable", placeProblems)
    let table = PlaceTableReader(problems: placeProblems)
      .read(placeFile?.requiredNode("places").flatMap(placeProblems.entries) ?? [])
    placeFile?.finish()
    diagnostics = (diagnostics + placeProblems.diagnostics).inReadingOrder()
    let isUsable = !diagnostics.contains { $0.severity == .error }
    return (isUsable ? FactSchema(definitions, fields: fields, places: table) : nil, diagnostics)
  }

  /// The mapping at the root of a file; nil, with a report, when the file is not of this kind.
  private static func file(_ source: SourceFile, kind: String, _ problems: DocumentProblems) -> MappingReader? {
    do throws(DocumentFailure) {
      guard var file = MappingReader(try YAMLReader.read(source), problems) else { return nil }
      for (name, value) in [("apiVersion", "proviso/v1"), ("kind", kind)] {
        guard let node = file.requiredNode(name), node.text != value else { continue }
        problems.report("schema.kind", "`\(name)` must be `\(value)`", at: node.span)
      }
      return file
    } catch {
      error.diagnostics.forEach(problems.report)
      return nil
    }
  }
}
