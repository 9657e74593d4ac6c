public import ProvisoSource

extension Number: Storable {}
extension CalendarDate: Storable {}
extension TimeOfDay: Storable {}
extension Instant: Storable {}
extension Period.Unit: Storable {}

extension Period: Storable {
  /// The count and the unit.
  public func store(in writer: inout ByteWriter) { writer.write(count, unit) }
  /// The count and the unit.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(try reader.read(), try reader.read())
  }
}

extension ValueType: Storable {
  /// A number for the kind, and the words of a closed list.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .truth: writer.write(UInt8(0))
    case .number: writer.write(UInt8(1))
    case .text: writer.write(UInt8(2))
    case .texts: writer.write(UInt8(3))
    case .symbol(let words): writer.write(UInt8(4), words)
    case .symbols(let words): writer.write(UInt8(5), words)
    case .place: writer.write(UInt8(6))
    case .places: writer.write(UInt8(7))
    case .date: writer.write(UInt8(8))
    case .instant: writer.write(UInt8(9))
    case .time: writer.write(UInt8(10))
    }
  }

  /// A number for the kind, and the words of a closed list.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .truth
    case 1: self = .number
    case 2: self = .text
    case 3: self = .texts
    case 4: self = .symbol(try reader.read())
    case 5: self = .symbols(try reader.read())
    case 6: self = .place
    case 7: self = .places
    case 8: self = .date
    case 9: self = .instant
    case 10: self = .time
    default: throw DamagedBytes()
    }
  }
}

extension Value: Storable {
  /// A number for the kind, and the value.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .truth(let value): writer.write(UInt8(0), value)
    case .number(let value): writer.write(UInt8(1), value)
    case .text(let value): writer.write(UInt8(2), value)
    case .texts(let value): writer.write(UInt8(3), value)
    case .symbol(let value): writer.write(UInt8(4), value)
    case .symbols(let value): writer.write(UInt8(5), value)
    case .place(let value): writer.write(UInt8(6), value)
    case .places(let value): writer.write(UInt8(7), value)
    case .date(let value): writer.write(UInt8(8), value)
    case .instant(let value): writer.write(UInt8(9), value)
    case .time(let value): writer.write(UInt8(10), value)
    }
  }

  /// A number for the kind, and the value.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .truth(try reader.read())
    case 1: self = .number(try reader.read())
    case 2: self = .text(try reader.read())
    case 3: self = .texts(try reader.read())
    case 4: self = .symbol(try reader.read())
    case 5: self = .symbols(try reader.read())
    case 6: self = .place(try reader.read())
    case 7: self = .places(try reader.read())
    case 8: self = .date(try reader.read())
    case 9: self = .instant(try reader.read())
    case 10: self = .time(try reader.read())
    default: throw DamagedBytes()
    }
  }
}
