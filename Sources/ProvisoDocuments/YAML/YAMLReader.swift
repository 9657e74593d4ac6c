public import ProvisoSource

/// Reads one YAML document, stricter than YAML itself.
///
/// Unquoted scalars mean what the core schema of YAML 1.2 says: `no` and `2026-11-22` are texts, `.inf` and `.nan` too.
/// Refused are duplicate keys, keys that are no scalars, tags outside of the core schema, several documents, and
/// characters on which readers disagree. Aliases are expanded, within `DocumentLimits.nodes`; an expanded node has the
/// spans of the place where it was written. `<<` is a key like any other.
public enum YAMLReader {
  /// The document in `source` with the first of keys that stand twice, and the problem of each other one.
  ///
  /// For those who have more to say of the document, so that its author is told all at once.
  ///
  /// - Throws: as `read`, where anything else is wrong.
  public static func readKeepingFirstKeys(
    _ source: SourceFile, limits: DocumentLimits = .init()
  ) throws(DocumentFailure) -> (node: DocumentNode, duplicates: [Diagnostic]) {
    try source.bytes.withUnsafeBufferPointer { (bytes) throws(DocumentFailure) in
      let start = try YAMLText.start(of: bytes, in: source, limits)
      var reading = YAMLReading(source, bytes, from: start, limits)
      return try reading.documentKeepingFirstKeys()
    }
  }

  /// The document in `source`; a null node when there is none.
  ///
  /// - Throws: all problems up to the first that hinders further reading, with ids that begin with `yaml.`.
  public static func read(
    _ source: SourceFile, limits: DocumentLimits = .init()
  ) throws(DocumentFailure) -> DocumentNode {
    let (node, duplicates) = try readKeepingFirstKeys(source, limits: limits)
    if let first = duplicates.first { throw DocumentFailure(first, Array(duplicates.dropFirst())) }
    return node
  }
}
