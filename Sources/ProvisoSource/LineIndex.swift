/// A place in a text as people name it.
public struct Position: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The column in characters (Unicode scalars), from 1.
  public let column: Int
}

/// Turns UTF-8 offsets of one text into lines and columns. Made only when something is shown.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  private let linesBefore: Int

  /// Indexes a source; its lines are numbered as in the file it belongs to.
  ///
  /// - Complexity: O(length), once.
  public init(_ source: SourceFile) { self.init(source.bytes, linesBefore: source.start.lines) }

  /// Indexes `bytes`. A line ends with LF, CR LF or CR.
  ///
  /// - Complexity: O(length), once.
  public init(_ bytes: [UInt8]) { self.init(bytes, linesBefore: 0) }

  private init(_ bytes: [UInt8], linesBefore: Int) {
    self.bytes = bytes
    self.linesBefore = linesBefore
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      if byte == 0x0A || byte == 0x0D { starts.append(index) }
    }
    self.starts = starts
  }

  /// The line and column of a UTF-8 offset; an offset behind the text is taken as its end.
  public func position(of offset: Int) -> Position {
    let offset = min(max(0, offset), bytes.count)
    let line = lineNumber(of: offset)
    return Position(line: linesBefore + line + 1, column: characters(from: starts[line], to: offset) + 1)
  }

  /// The span of the line that holds `offset`, without its line end.
  public func line(holding offset: Int) -> Span { line(number(at: offset)) }

  /// The number of lines. What stands behind the last line end is one, though it be empty.
  public var count: Int { starts.count }

  /// The number of the line that holds `offset`, from 0 in these bytes.
  public func number(at offset: Int) -> Int { lineNumber(of: min(max(0, offset), bytes.count)) }

  /// The span of a line, by its number from 0, without its line end.
  public func line(_ line: Int) -> Span {
    var upper = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while upper > starts[line], bytes[upper - 1] == 0x0A || bytes[upper - 1] == 0x0D { upper -= 1 }
    return Span(starts[line], upper)
  }

  /// The number of Unicode scalars between two offsets.
  public func characters(from lower: Int, to upper: Int) -> Int {
    bytes[lower..<max(lower, upper)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The number of UTF-16 code units between two offsets.
  public func utf16Units(from lower: Int, to upper: Int) -> Int {
    bytes[lower..<max(lower, upper)].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  private func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
