public import Synchronization

/// A value that stays stored bytes until it is first asked for, and is kept from then on.
///
/// Its bytes were written by `store` and checked together with all others before any of them was read, so reading them
/// late cannot fail: whoever opens a store checks all of it, and what is damaged anywhere is not opened.
public final class Deferred<Value: Storable & Sendable>: Sendable {
  @usableFromInline
  final class Made: Sendable {
    @usableFromInline let value: Value

    init(_ value: Value) { self.value = value }
  }

  @usableFromInline let made = AtomicLazyReference<Made>()
  /// Stands in front of the bytes; nil where the value was never stored.
  private let stored: ByteReader?

  /// A value that is already there.
  public init(_ value: Value) {
    stored = nil
    _ = made.storeIfNil(Made(value))
  }

  private init(at stored: ByteReader) { self.stored = stored }

  /// The value. Threads that ask for it first at the same time may each read it, and all get the same.
  @inlinable
  public var value: Value {
    if let made = made.load() { return made.value }
    return read().value
  }

  @usableFromInline
  func read() -> Made {
    guard var reader = stored, let value = try? reader.read(Value.self), reader.isAtEnd else {
      // Reached only where nobody checked the bytes, which no caller leaves out.
      preconditionFailure("stored bytes were not checked")
    }
    return made.storeIfNil(Made(value))
  }
}

extension Deferred: Storable {
  /// The number of bytes, and the value.
  public func store(in writer: inout ByteWriter) { writer.write(measured: value) }

  /// Passes over the value.
  public convenience init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(at: try reader.readMeasured())
  }
}

extension Deferred: Equatable, Hashable where Value: Hashable {
  /// Whether two values are equal, wherever they stand.
  public static func == (left: Deferred, right: Deferred) -> Bool { left.value == right.value }
  /// The value.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
