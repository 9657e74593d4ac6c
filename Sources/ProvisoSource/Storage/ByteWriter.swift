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

  /// Appends a count and the bits of elements without references, which begin at a multiple of
  /// `StoredBytes.alignment`.
  mutating func write<Bits: BitwiseCopyable>(aligned elements: UnsafeBufferPointer<Bits>) {
    write(bits: Int64(elements.count))
    let rest = bytes.count % StoredBytes.alignment
    if rest > 0 { bytes.append(contentsOf: repeatElement(0, count: StoredBytes.alignment - rest)) }
    bytes.append(contentsOf: UnsafeRawBufferPointer(elements))
  }

  /// Appends a value behind the number of its bytes, so that a reader can pass over it.
  mutating func write(measured value: some Storable) {
    let place = bytes.count
    write(bits: Int64(0))
    let start = bytes.count
    write(value)
    withUnsafeBytes(of: Int64(bytes.count - start)) { bytes.replaceSubrange(place..<start, with: $0) }
  }

  /// Appends a count and the bits of elements without references, in one piece.
  public mutating func write<Bits: BitwiseCopyable>(bits array: [Bits]) {
    write(bits: Int64(array.count))
    array.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}
