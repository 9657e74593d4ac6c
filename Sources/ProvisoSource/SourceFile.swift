/// A text with the name people know it by: what diagnostics and findings point into.
public struct SourceFile: Hashable, Sendable {
  /// The path as the caller gave it, or a word such as `<stdin>`.
  public let name: String
  /// The bytes as they were read; not necessarily valid UTF-8.
  public let bytes: [UInt8]
  /// What lies before the bytes in the file of that name; nothing, unless they are a part of it.
  public let start: SourceStart

  /// A source of the given bytes.
  public init(name: String, bytes: [UInt8], start: SourceStart = SourceStart()) {
    self.name = name
    self.bytes = bytes
    self.start = start
  }

  /// A source of the given text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text in `span`, with U+FFFD in place of what is not UTF-8; offsets outside the file are cut off.
  public func text(in span: Span) -> String {
    let lower = min(max(0, span.lower), bytes.count)
    let upper = min(max(lower, span.upper), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}
