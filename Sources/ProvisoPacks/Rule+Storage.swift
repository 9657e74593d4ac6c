public import ProvisoSource

extension Rule.Case: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(level, message, advice, remedy, citations, confidence) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      level: try reader.read(), message: try reader.read(), advice: try reader.read(), remedy: try reader.read(),
      citations: try reader.read(), confidence: try reader.read())
  }
}

extension MessageTemplate: Storable {
  /// The parts.
  public func store(in writer: inout ByteWriter) { writer.write(parts) }
  /// The parts.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self.init(parts: try reader.read()) }
}

extension MessageTemplate.Part: Storable {
  /// Whether it is a value, and the text or the term.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .text(let text): writer.write(false, text)
    case .value(let term): writer.write(true, term)
    }
  }

  /// Whether it is a value, and the text or the term.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.read(Bool.self) ? .value(try reader.read()) : .text(try reader.read())
  }
}
