/// Bytes that stay where they are for as long as anybody holds them: a mapped file, or memory of their own.
///
/// What is read from them may refer to them in place of being copied.
public final class StoredBytes: @unchecked Sendable {
  // Sendable without the compiler's proof: nobody writes to the bytes once they are here.

  /// The bytes.
  public let buffer: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Bytes that `release` gives back; they must not change before.
  public init(_ buffer: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
    self.buffer = buffer
    self.release = release
  }

  /// A copy of `bytes`.
  public convenience init(_ bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: StoredBytes.alignment)
    memory.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(memory)) { $0.deallocate() }
  }

  deinit { release(buffer) }

  /// Every array in stored bytes begins at a multiple of this; so must the bytes themselves.
  public static let alignment = 16

  /// How many bytes there are.
  public var count: Int { buffer.count }
}
