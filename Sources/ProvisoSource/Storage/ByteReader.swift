/// Reads back what `ByteWriter` wrote, in the same order.
///
/// Never reads past the end; what the bytes mean is their writer's business, so they need a checksum of their own.
public struct ByteReader: Sendable {
  private let stored: StoredBytes
  private var offset: Int
  private let end: Int

  /// Where the bytes stand that were not read yet.
  public var rest: Range<Int> { offset..<end }

  /// Reads `bytes` from their start.
  public init(_ bytes: StoredBytes) { self.init(bytes, 0..<bytes.count) }

  private init(_ bytes: StoredBytes, _ stretch: Range<Int>) {
    (stored, offset, end) = (bytes, stretch.lowerBound, stretch.upperBound)
  }

  private var bytes: UnsafeRawBufferPointer { stored.buffer }

  /// Whether everything was read.
  public var isAtEnd: Bool { offset == end }

  /// The next value.
  public mutating func read<Stored: Storable>(_ type: Stored.Type = Stored.self) throws(DamagedBytes) -> Stored {
    try Stored(from: &self)
  }

  /// The bits of a value without references.
  public mutating func read<Bits: BitwiseCopyable>(bits: Bits.Type) throws(DamagedBytes) -> Bits {
    let start = try take(MemoryLayout<Bits>.size)
    return bytes.loadUnaligned(fromByteOffset: start, as: Bits.self)
  }

  /// Elements without references, written in one piece.
  public mutating func read<Bits: BitwiseCopyable>(arrayOfBits: Bits.Type) throws(DamagedBytes) -> [Bits] {
    let count = try readCount(elementSize: MemoryLayout<Bits>.stride)
    let size = count * MemoryLayout<Bits>.stride
    let start = try take(size)
    return [Bits](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[start..<start + size]))
      initialized = count
    }
  }

  /// Elements without references that begin at a multiple of `StoredBytes.alignment`, left where they are.
  mutating func readFlat<Bits: BitwiseCopyable>() throws(DamagedBytes) -> FlatArray<Bits> {
    let count = try read(bits: Int64.self)
    let rest = offset % StoredBytes.alignment
    if rest > 0 { _ = try take(StoredBytes.alignment - rest) }
    let stride = MemoryLayout<Bits>.stride
    guard count >= 0, count <= (end - offset) / stride else { throw DamagedBytes() }
    return FlatArray(in: stored, from: try take(Int(count) * stride), count: Int(count))
  }

  /// A number of elements of at least so many bytes each; the bytes that are left must hold them.
  public mutating func readCount(elementSize: Int = 1) throws(DamagedBytes) -> Int {
    let count = try read(bits: Int64.self)
    guard count >= 0, count <= (end - offset) / max(1, elementSize) else { throw DamagedBytes() }
    return Int(count)
  }

  /// A text of so many bytes.
  mutating func readText(_ count: Int) throws(DamagedBytes) -> String {
    let start = try take(count)
    return String(decoding: bytes[start..<start + count], as: UTF8.self)
  }

  /// Passes over a value that was written measured; returns what reads it and nothing else.
  mutating func readMeasured() throws(DamagedBytes) -> ByteReader {
    let count = try readCount()
    let start = try take(count)
    return ByteReader(stored, start..<start + count)
  }

  private mutating func take(_ count: Int) throws(DamagedBytes) -> Int {
    guard count <= end - offset else { throw DamagedBytes() }
    defer { offset += count }
    return offset
  }
}

/// Stored bytes end too early, or hold what nothing writes.
public struct DamagedBytes: Error, Hashable, Sendable {
  /// The bytes cannot be what was written.
  public init() {}
}
