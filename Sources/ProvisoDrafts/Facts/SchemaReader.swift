import ProvisoDocuments
public import ProvisoModel
public import ProvisoSource

/// Reads the two data files that say which facts and which places there are.
public enum SchemaReader {
  /// The schema in `facts` (`kind: FactSchema`) and `places` (`kind: PlaceTable`).
  ///
  /// - Returns: no schema when there is an error. The diagnostics of both files, in reading order.
  public static func read(
    facts: SourceFile, places: SourceFile
  ) -> (schema: FactSchema?, diagnostics: [Diagnostic]) {
    let factProblems = DocumentProblems(in: facts.name)
    let placeProblems = DocumentProblems(in: places.name)
    var factFile = file(facts, kind: "FactSchema", factProblems)
    let factReader = FactDefinitionsReader(problems: factProblems)
    let definitions = factReader.read(factFile?.requiredNode("facts").flatMap(factProblems.entries) ?? [])
    let fields = factReader.readFields(factFile?.entries("fields") ?? [])
    factFile?.finish()
    var placeFile = file(places, kind: "PlaceTable", placeProblems)
    let table = PlaceTableReader(problems: placeProblems)
      .read(placeFile?.requiredNode("places").flatMap(placeProblems.entries) ?? [])
    placeFile?.finish()
    let diagnostics = (factProblems.diagnostics + placeProblems.diagnostics).inReadingOrder()
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
