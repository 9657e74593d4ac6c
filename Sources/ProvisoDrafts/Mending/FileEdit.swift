public import ProvisoSource

/// Bytes of a file that are replaced by a text; an empty span where something is put in.
public struct FileEdit: Hashable, Sendable {
  /// What is replaced.
  public let span: Span
  /// What comes in its place, escaped as the file's format demands.
  public let text: String

  /// An edit of a file.
  public init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }
}

extension Sequence<FileEdit> {
  /// The bytes with all edits made; nil where two of them overlap or one lies outside.
  public func made(in bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var offset = 0
    for edit in sorted(by: { $0.span < $1.span }) {
      guard edit.span.lower >= offset, edit.span.upper <= bytes.count else { return nil }
      result += bytes[offset..<edit.span.lower]
      result += edit.text.utf8
      offset = edit.span.upper
    }
    return result + bytes[offset...]
  }
}
