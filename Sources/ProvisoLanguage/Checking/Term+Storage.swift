public import ProvisoSource

extension Arithmetic: Storable {}
extension Measure: Storable {}

extension Term: Storable {
  /// A number for the kind, and its parts.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .constant(let value): writer.write(UInt8(0), value)
    case .fact(let path): writer.write(UInt8(1), path)
    case .field(let name): writer.write(UInt8(2), name)
    case .text(let subject): writer.write(UInt8(3), subject)
    case .parameter(let parameter): writer.write(UInt8(4), parameter)
    case .measure(let measure, let subject): writer.write(UInt8(5), measure, subject)
    case .mentions(let scope, let mention): writer.write(UInt8(6), scope, mention)
    case .count(let list, let condition): writer.write(UInt8(7), list, condition)
    case .runs(let list, let condition): writer.write(UInt8(8), list, condition)
    case .lookup(let table, let key): writer.write(UInt8(9), table, key)
    case .arithmetic(let left, let sign, let right): writer.write(UInt8(10), left, sign, right)
    case .weekday(let date): writer.write(UInt8(11), date)
    }
  }

  /// A number for the kind, and its parts.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .constant(try reader.read())
    case 1: self = .fact(try reader.read())
    case 2: self = .field(try reader.read())
    case 3: self = .text(try reader.read())
    case 4: self = .parameter(try reader.read())
    case 5: self = .measure(try reader.read(), try reader.read())
    case 6: self = .mentions(try reader.read(), try reader.read())
    case 7: self = .count(try reader.read(), try reader.read())
    case 8: self = .runs(try reader.read(), try reader.read())
    case 9: self = .lookup(try reader.read(), try reader.read())
    case 10: self = .arithmetic(try reader.read(), try reader.read(), try reader.read())
    case 11: self = .weekday(try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension Literal: Storable {
  /// A number for the type, and the value.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .number(let value): writer.write(UInt8(0), value)
    case .text(let value): writer.write(UInt8(1), value)
    case .date(let value): writer.write(UInt8(2), value)
    case .time(let value): writer.write(UInt8(3), value)
    case .period(let value): writer.write(UInt8(4), value)
    case .words(let value): writer.write(UInt8(5), value)
    }
  }

  /// A number for the type, and the value.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .number(try reader.read())
    case 1: self = .text(try reader.read())
    case 2: self = .date(try reader.read())
    case 3: self = .time(try reader.read())
    case 4: self = .period(try reader.read())
    case 5: self = .words(try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension Parameter: Storable {
  /// The name and the dated values.
  public func store(in writer: inout ByteWriter) { writer.write(name, values) }
  /// The name and the dated values.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(name: try reader.read(), values: try reader.read())
  }
}

extension Parameter.Dated: Storable {
  /// The first day and the value.
  public func store(in writer: inout ByteWriter) { writer.write(from, value) }
  /// The first day and the value.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(from: try reader.read(), value: try reader.read())
  }
}

extension Table: Storable {
  /// The name and the rows.
  public func store(in writer: inout ByteWriter) { writer.write(name, rows) }
  /// The name and the rows.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(name: try reader.read(), rows: try reader.read())
  }
}
