public import ProvisoSource

extension DecisionTable: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(rows, otherwise, gravities) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(rows: try reader.read(), otherwise: try reader.read(), gravities: try reader.read())
  }
}

extension DecisionTable.Row: Storable {
  /// The condition and the result.
  public func store(in writer: inout ByteWriter) { writer.write(condition, result) }
  /// The condition and the result.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.read(), try reader.read()) }
}

extension DecisionTable.Result: Storable {
  /// A number: the case of a failure, or one below zero.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .notApplicable: writer.write(-2)
    case .pass: writer.write(-1)
    case .fail(let number): writer.write(number)
    }
  }

  /// A number: the case of a failure, or one below zero.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    let number = try reader.read(Int.self)
    self = number == -2 ? .notApplicable : number < 0 ? .pass : .fail(number)
  }
}
