import Proviso
import ProvisoDocuments
import Testing

/// A JSON schema in Grammar/.
struct SchemaFile {
  let source: SourceFile
  let root: DocumentNode

  init(_ name: String) throws {
    source = try Repository.source("Grammar/\(name)")
    root = try JSONReader.read(source)
  }

  /// The part of the schema below a path of keys.
  func node(_ keys: String...) throws -> DocumentNode {
    try keys.reduce(root) { node, key in try #require(node[key], "\(key)") }
  }

  /// The names of the properties of the object below a path of keys.
  func properties(_ keys: String...) throws -> Set<String> {
    let node = try keys.reduce(root) { node, key in try #require(node[key], "\(key)") }
    return Set((node["properties"]?.entries ?? []).map(\.key))
  }

  /// Every node, the root first.
  var nodes: [DocumentNode] {
    func below(_ node: DocumentNode) -> [DocumentNode] {
      [node] + ((node.entries?.map(\.value) ?? []) + (node.items ?? [])).flatMap(below)
    }
    return below(root)
  }

  /// What a `$ref` leads to; nil where it leads nowhere.
  func target(of reference: String) throws -> DocumentNode? {
    let parts = reference.split(separator: "#", omittingEmptySubsequences: false)
    let file = parts[0].isEmpty ? self : try SchemaFile(String(parts[0]))
    let keys = parts.count > 1 ? parts[1].split(separator: "/") : []
    return keys.reduce(Optional(file.root)) { node, key in node?[String(key)] }
  }

  // MARK: Documents

  /// A JSON document that has every property of `node` but the omitted ones, and in each object the key `zz` besides
  /// where a surplus is wanted.
  func document(_ node: DocumentNode, omitting omitted: Set<String> = [], surplus: Bool = false) throws -> String {
    func text(_ node: DocumentNode) throws -> String { try document(node, omitting: omitted, surplus: surplus) }
    if let example = node["examples"]?.items?.first { return source.text(in: example.span) }
    if let word = node["const"] ?? node["enum"]?.items?.first { return source.text(in: word.span) }
    if let properties = node["properties"]?.entries {
      let members = try properties.filter { !omitted.contains($0.key) }
        .map { "\"\($0.key)\": \(try text($0.value))" }
      return "{ \((members + (surplus ? ["\"zz\": 1"] : [])).joined(separator: ", ")) }"
    }
    if let reference = node["$ref"]?.text {
      return reference.hasPrefix("#") ? try text(try #require(try target(of: reference))) : "{}"
    }
    if let first = node["anyOf"]?.items?.first { return try text(first) }
    if let items = node["items"] { return "[\(try text(items))]" }
    if let value = node["additionalProperties"], value.entries != nil { return "{ \"name\": \(try text(value)) }" }
    return "\"words\""
  }
}
