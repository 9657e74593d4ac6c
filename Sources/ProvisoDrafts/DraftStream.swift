import ProvisoDocuments
public import ProvisoSource

/// A file of drafts that is read piece by piece.
///
/// JSON Lines come out line by line, so that a file of any length takes little memory. Any other file comes out in one
/// piece when it ends.
public struct DraftStream: Sendable {
  private let name: String
  /// What came before it was known whether these are JSON Lines, or a whole file.
  private var bytes: [UInt8] = []
  private var lines: JSONLineCutter?
  private var isWhole = false
  private static let limit = DocumentLimits().bytes

  /// Whether `end` was called.
  public private(set) var isAtEnd = false

  /// A stream for the file named `name`.
  public init(name: String) { self.name = name }

  /// Whether no more bytes are needed: the file is too large already.
  public var isFull: Bool { lines == nil && bytes.count > DraftStream.limit }

  /// Takes the next bytes of the file.
  public mutating func add(_ more: some Collection<UInt8>) {
    guard lines == nil else {
      lines?.add(more)
      return
    }
    bytes += more
    guard !isWhole else { return }
    if DraftFormat.isSurelyJSONLines(beginning) {
      beginLines()
    } else if bytes.count > DraftFormat.recognisedLength {
      decide()
    }
  }

  /// Says that the file ends here.
  public mutating func end() {
    if lines == nil, !isWhole { decide() }
    lines?.end()
    isAtEnd = true
  }

  /// The next part that can be read by itself; nil until more bytes come, and at the end.
  public mutating func next() -> DraftSource? {
    if lines != nil { return lines?.next().map(DraftSource.line) }
    guard isAtEnd, isWhole else { return nil }
    isWhole = false
    defer { bytes = [] }
    return .file(beginning)
  }

  private var beginning: SourceFile { SourceFile(name: name, bytes: bytes) }

  private mutating func decide() {
    // Blanks alone are no lines: such a file is empty.
    if DraftFormat(recognising: beginning) == .jsonLines, !bytes.allSatisfy(\.isWhiteSpace) {
      beginLines()
    } else {
      isWhole = true
    }
  }

  private mutating func beginLines() {
    var cutter = JSONLineCutter(name: name)
    cutter.add(bytes)
    lines = cutter
    bytes = []
  }
}

/// A part of the input that can be read by itself.
public enum DraftSource: Sendable {
  /// A whole file, in any format.
  case file(SourceFile)
  /// One line of a file of JSON Lines.
  case line(SourceFile)

  /// The bytes, with the name of their file.
  public var source: SourceFile {
    switch self {
    case .file(let source), .line(let source): source
    }
  }
}
