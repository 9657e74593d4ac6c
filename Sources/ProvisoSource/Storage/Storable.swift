/// A value that can be kept as bytes and read back by the same version of the library.
public protocol Storable {
  /// Appends the value; equal values append equal bytes.
  func store(in writer: inout ByteWriter)
  /// Reads what `store` appended.
  init(from reader: inout ByteReader) throws(DamagedBytes)
}

extension Storable where Self: BitwiseCopyable {
  /// Appends the bits.
  public func store(in writer: inout ByteWriter) { writer.write(bits: self) }
  /// Reads the bits.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self = try reader.read(bits: Self.self) }
}

extension Int: Storable {}
extension Int32: Storable {}
extension UInt8: Storable {}
extension UInt64: Storable {}

extension Bool: Storable {
  /// One byte.
  public func store(in writer: inout ByteWriter) { writer.write(bits: self ? UInt8(1) : 0) }
  /// One byte.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self = try reader.read(bits: UInt8.self) != 0 }
}

extension String: Storable {
  /// Its UTF-8.
  public func store(in writer: inout ByteWriter) { writer.write(bits: Array(utf8)) }
  /// Its UTF-8.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.readText(try reader.readCount())
  }
}

extension Optional: Storable where Wrapped: Storable {
  /// Whether there is a value, and the value.
  public func store(in writer: inout ByteWriter) {
    writer.write(self != nil)
    if let self { writer.write(self) }
  }

  /// Whether there is a value, and the value.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self = try reader.read(Bool.self) ? try reader.read(Wrapped.self) : nil
  }
}

extension Array: Storable where Element: Storable {
  /// The count and the elements.
  public func store(in writer: inout ByteWriter) {
    writer.write(count)
    for element in self { writer.write(element) }
  }

  /// The count and the elements.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    let count = try reader.readCount()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try reader.read(Element.self)) }
  }
}

extension Set: Storable where Element: Storable & Comparable {
  /// The elements in ascending order.
  public func store(in writer: inout ByteWriter) { writer.write(sorted()) }
  /// The elements in ascending order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self = Set(try reader.read([Element].self)) }
}

extension Dictionary: Storable where Key: Storable & Comparable, Value: Storable {
  /// The count, and keys with their values in ascending order.
  public func store(in writer: inout ByteWriter) {
    writer.write(count)
    for (key, value) in self.sorted(by: { $0.key < $1.key }) { writer.write(key, value) }
  }

  /// The count, and keys with their values.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    let count = try reader.readCount()
    self.init(minimumCapacity: count)
    for _ in 0..<count {
      let key = try reader.read(Key.self)
      self[key] = try reader.read(Value.self)
    }
  }
}

/// A word out of a closed list is stored by its place in the list.
extension Storable where Self: CaseIterable & Equatable {
  /// The place in `allCases`.
  public func store(in writer: inout ByteWriter) {
    writer.write(bits: UInt8(truncatingIfNeeded: Array(Self.allCases).firstIndex(of: self) ?? 0))
  }

  /// The place in `allCases`.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    let place = Int(try reader.read(bits: UInt8.self))
    let cases = Array(Self.allCases)
    guard cases.indices.contains(place) else { throw DamagedBytes() }
    self = cases[place]
  }
}
