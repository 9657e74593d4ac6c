import ProvisoDocuments
import ProvisoSource

/// Reading that the files of a project have in common: strict YAML or JSON with a version and a kind.
enum ProjectFile {
  static let apiVersion = "proviso/v1"

  /// Reads a file of one kind.
  ///
  /// - Parameters:
  ///   - kind: what the file's `kind` must be.
  ///   - body: reads everything else; unknown keys are reported after it.
  /// - Returns: what `body` made, nil where the file is no mapping; and all problems in reading order.
  static func read<Content>(
    _ source: SourceFile, kind: String, _ body: (inout MappingReader) -> Content
  ) -> (content: Content?, diagnostics: [Diagnostic]) {
    do throws(DocumentFailure) {
      let problems = DocumentProblems(in: source.name)
      let isJSON = source.bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
      let node = isJSON ? try JSONReader.read(source) : try YAMLReader.read(source)
      guard var reader = MappingReader(node, problems) else { return (nil, problems.diagnostics) }
      expect(reader.requiredNode("apiVersion"), apiVersion, problems)
      expect(reader.requiredNode("kind"), kind, problems)
      let content = body(&reader)
      reader.finish()
      return (content, problems.diagnostics.inReadingOrder())
    } catch {
      return (nil, error.diagnostics)
    }
  }

  private static func expect(_ node: DocumentNode?, _ word: String, _ problems: DocumentProblems) {
    guard let node, node.text != word else { return }
    problems.report("value.unexpected", "expected `\(word)`", at: node.span)
  }
}

extension MappingReader {
  /// One of a closed list of words.
  mutating func word(_ key: String, of words: [String]) -> String? {
    node(key).flatMap { problems.word($0, of: words) }
  }

  /// A text that must be there and say something.
  mutating func requiredWords(_ key: String) -> String? {
    guard let node = requiredNode(key), let text = problems.text(node) else { return nil }
    if !text.allSatisfy(\.isWhitespace) { return text }
    problems.report("value.empty", "`\(key)` says nothing", at: node.span)
    return nil
  }
}
