public import ProvisoSource

/// Reads JSON as RFC 8259 has it, and nothing beside it: no comments, no trailing commas, no duplicate keys.
public enum JSONReader {
  /// The document in `source`, or in the part of it that `span` covers, such as one line of a JSON Lines file.
  ///
  /// A byte order mark at the beginning of the file is skipped. Objects become mappings and arrays sequences; a number
  /// keeps its digits as written. Spans in the result and in problems are offsets in the whole file, always.
  ///
  /// - Throws: the first problem, with an id that begins with `json.`.
  public static func read(
    _ source: SourceFile, in span: Span? = nil, limits: DocumentLimits = .init()
  ) throws(DocumentFailure) -> DocumentNode {
    do throws(JSONProblem) {
      return try source.bytes.withUnsafeBufferPointer { (bytes) throws(JSONProblem) in
        let lower = min(max(0, span?.lower ?? 0), bytes.count)
        let region = Span(lower, min(span?.upper ?? bytes.count, bytes.count))
        var parser = JSONParser(bytes, from: try textStart(source, bytes, region, limits), to: region.upper, limits)
        return try parser.parseDocument()
      }
    } catch {
      throw DocumentFailure(error.diagnostic(in: source))
    }
  }

  private static func textStart(
    _ source: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ region: Span, _ limits: DocumentLimits
  ) throws(JSONProblem) -> Int {
    let start = Span(region.lower, region.lower)
    guard region.length <= limits.bytes else { throw JSONProblem(.tooLarge(limits.bytes), at: start) }
    let text = UTF8Bytes(bytes: bytes, region: region)
    if text.looksLikeUTF16 { throw JSONProblem(.utf16, at: start) }
    if let malformed = text.firstMalformed() { throw JSONProblem(.encoding, at: malformed) }
    return source.start.bytes == 0 ? text.textStart : region.lower
  }
}
