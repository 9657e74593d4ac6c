import ProvisoDocuments
import ProvisoSource

/// What a reader says of a text: the tree in one line, or its diagnostics as `id 'underlined text'`.
enum Drawing {
  static func yaml(_ text: String, limits: DocumentLimits = .init()) -> String {
    yaml(SourceFile(name: "t.yaml", text: text), limits: limits)
  }

  static func yaml(_ source: SourceFile, limits: DocumentLimits = .init()) -> String {
    drawn(source) { (source) throws(DocumentFailure) in try YAMLReader.read(source, limits: limits) }
  }

  static func json(_ text: String, limits: DocumentLimits = .init()) -> String {
    json(SourceFile(name: "t.json", text: text), limits: limits)
  }

  static func json(_ source: SourceFile, limits: DocumentLimits = .init()) -> String {
    drawn(source) { (source) throws(DocumentFailure) in try JSONReader.read(source, limits: limits) }
  }

  private static func drawn(
    _ source: SourceFile, _ read: (SourceFile) throws(DocumentFailure) -> DocumentNode
  ) -> String {
    do throws(DocumentFailure) {
      return tree(try read(source))
    } catch {
      return error.diagnostics.map { "\($0.id) '\(source.text(in: $0.span))'" }.joined(separator: ", ")
    }
  }

  static func tree(_ node: DocumentNode) -> String {
    switch node.content {
    case .null: "null"
    case .truth(let truth): "\(truth)"
    case .number(let digits): digits
    case .text(let text): "\"\(text)\""
    case .sequence(let items): "[" + items.map(tree).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\($0.key): \(tree($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}

extension DocumentNode {
  /// All nodes of the tree, this one first.
  var all: [DocumentNode] {
    [self] + (items ?? []).flatMap(\.all) + (entries ?? []).flatMap(\.value.all)
  }
}
