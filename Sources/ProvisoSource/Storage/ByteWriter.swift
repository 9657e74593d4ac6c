/// Bytes under construction, for caches: little-endian, without names or types, read back by `ByteReader`.
public struct ByteWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  public init() {}

  /// Appends values in order.
  public mutating func write<each Stored: Storable>(_ values: repeat each Stored) {
    repeat (each values).store(in: &self)
  }

  /// Appends the bits of a value without references.
  public mutating func write<Bits: BitwiseCopyable>(bits: Bits) {
    withUnsafeBytes(of: bits) { bytes.append(contentsOf: $0) }
  }

  /// Appends a count and the bits of elements without references, in one piece.
  public mutating func write<Bits: BitwiseCopyable>(bits array: [Bits]) {
    write(bits: Int64(array.count))
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
