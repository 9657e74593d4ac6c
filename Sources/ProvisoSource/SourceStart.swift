/// What lies before a source that was cut out of a larger file, such as one line of many.
public struct SourceStart: Hashable, Sendable {
  /// The number of line ends before it: LF, CR LF or CR.
  public private(set) var lines = 0
  /// The UTF-8 bytes, UTF-16 code units and characters (Unicode scalars) before it.
  public private(set) var bytes = 0, utf16Units = 0, characters = 0
  private var isBehindReturn = false

  /// The start of a file.
  public init() {}

  /// Moves behind `text`.
  public mutating func advance(over text: ArraySlice<UInt8>) {
    var (lines, continued, long, isBehindReturn) = (0, 0, 0, isBehindReturn)
    text.withUnsafeBufferPointer { text in
      for byte in text {
        continued += byte & 0xC0 == 0x80 ? 1 : 0
        long += byte >= 0xF0 ? 1 : 0
        lines += byte == 0x0D || byte == 0x0A && !isBehindReturn ? 1 : 0
        isBehindReturn = byte == 0x0D
      }
    }
    self.lines += lines
    self.isBehindReturn = isBehindReturn
    bytes += text.count
    characters += text.count - continued
    utf16Units += text.count - continued + long
  }
}
