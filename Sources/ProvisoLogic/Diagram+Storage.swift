public import ProvisoSource

extension Reference: Storable {}

extension Diagram: Storable {
  /// Its arrays as they are.
  public func store(in writer: inout ByteWriter) {
    writer.write(domains)
    writer.write(bits: variables)
    writer.write(bits: starts)
    writer.write(bits: children)
    writer.write(bits: roots)
  }

  /// Its arrays as they were.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      domains: try reader.read(), variables: try reader.read(arrayOfBits: Int32.self),
      starts: try reader.read(arrayOfBits: Int32.self), children: try reader.read(arrayOfBits: Reference.self),
      roots: try reader.read(arrayOfBits: Reference.self))
  }
}
