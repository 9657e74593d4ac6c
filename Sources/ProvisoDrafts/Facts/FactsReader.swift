public import ProvisoDocuments
public import ProvisoModel
public import ProvisoSource

/// Reads declared facts: from a file, from a part of another file, or from `fact=value` on a command line.
///
/// Names are dotted (`consent.status: none`) or nested (`consent: {status: none}`). `null` declares that there is none,
/// the word `unknown` declares nothing. `audiences: [{regions: [DE], consent.status: none}]` declares facts for some of
/// the recipients; a place alone, as in `audiences: [DE]`, has none of its own.
public enum FactsReader {
  /// The facts in a YAML or JSON file; never throws. A file of nothing but comments declares nothing.
  public static func read(_ source: SourceFile, schema: FactSchema) -> (facts: Facts, diagnostics: [Diagnostic]) {
    do throws(DocumentFailure) {
      let isJSON = source.bytes[source.bytes.textStart...].first { !$0.isWhiteSpace } == UInt8(ascii: "{")
      let node = isJSON ? try JSONReader.read(source) : try YAMLReader.read(source)
      if case .null = node.content { return (Facts(), []) }
      return facts(from: node, in: source, schema: schema)
    } catch {
      return (Facts(), error.diagnostics)
    }
  }

  /// The facts that `node`, a mapping inside `source`, declares. Facts with a problem are left out.
  public static func facts(
    from node: DocumentNode, in source: SourceFile, schema: FactSchema
  ) -> (facts: Facts, diagnostics: [Diagnostic]) {
    var declarations = FactDeclarations(schema: schema)
    declarations.readAll(node)
    return (declarations.facts, declarations.diagnostics(in: source))
  }

  /// The fact that `source`, a text of the form `consent.status=none`, declares.
  ///
  /// Several values are parted by commas, with or without brackets: `recipient.regions=DE,FR`. No value at all is `null`.
  public static func assignment(
    _ source: SourceFile, schema: FactSchema
  ) -> (facts: Facts, diagnostics: [Diagnostic]) {
    var declarations = FactDeclarations(schema: schema)
    declarations.readAssignment(source)
    return (declarations.facts, declarations.diagnostics(in: source))
  }
}
