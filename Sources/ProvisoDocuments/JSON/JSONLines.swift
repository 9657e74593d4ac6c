public import ProvisoSource

/// JSON Lines: a file with one JSON document on each line.
public enum JSONLines {
  static let lineFeed = UInt8(ascii: "\n")

  /// The places of the lines that hold something, without their line ends; for `JSONReader.read(_:in:limits:)`.
  ///
  /// A line ends with LF or CR LF; lines of nothing but blanks are left out.
  ///
  /// - Complexity: O(length).
  public static func lines(of source: SourceFile) -> [Span] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var lines: [Span] = []
      var start = UTF8Bytes(bytes: bytes, region: Span(0, bytes.count)).textStart
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: lineFeed) ?? bytes.count
        if let line = trimmed(bytes, Span(start, end)) { lines.append(line) }
        start = end + 1
      }
      return lines
    }
  }

  /// Whether a line that was cut out of a file holds more than blanks.
  static func hasContent(_ line: SourceFile) -> Bool {
    line.bytes.withUnsafeBufferPointer { bytes in
      let text = UTF8Bytes(bytes: bytes, region: Span(0, bytes.count))
      return trimmed(bytes, Span(line.start.bytes == 0 ? text.textStart : 0, bytes.count)) != nil
    }
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Span) -> Span? {
    let isContent: (UInt8) -> Bool = { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }
    let content = bytes[line.lower..<line.upper]
    guard let first = content.firstIndex(where: isContent), let last = content.lastIndex(where: isContent) else {
      return nil
    }
    return Span(first, last + 1)
  }
}
