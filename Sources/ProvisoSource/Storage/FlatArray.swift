/// An array of elements without references that may stand in stored bytes, and is then used where it stands.
///
/// Changing one that stands in stored bytes makes a copy first.
public struct FlatArray<Element: BitwiseCopyable & Sendable>: Sendable {
  @usableFromInline
  enum Place: Sendable {
    case own([Element])
    case stored(StoredBytes, UnsafeStretch)
  }

  /// A stretch of stored bytes, which nobody writes to.
  @usableFromInline
  struct UnsafeStretch: @unchecked Sendable {
    @usableFromInline let elements: UnsafeBufferPointer<Element>
  }

  @usableFromInline var place: Place

  /// The elements of `array`.
  public init(_ array: [Element] = []) {
    place = .own(array)
  }

  /// One element so many times.
  public init(repeating element: Element, count: Int) {
    self.init(Array(repeating: element, count: count))
  }

  /// The elements in `bytes` from `start` on, which is a multiple of `StoredBytes.alignment`.
  init(in bytes: StoredBytes, from start: Int, count: Int) {
    let first = count > 0 ? bytes.buffer.baseAddress.map { $0 + start } : nil
    let elements = UnsafeBufferPointer(
      start: first?.assumingMemoryBound(to: Element.self), count: first == nil ? 0 : count)
    place = .stored(bytes, UnsafeStretch(elements: elements))
  }

  /// Lends all elements.
  @inlinable @inline(__always)
  public func withUnsafeBufferPointer<Result, Failure>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch place {
    case .own(let array): return try array.withUnsafeBufferPointer(body)
    case .stored(let bytes, let stretch):
      defer { withExtendedLifetime(bytes) {} }
      return try body(stretch.elements)
    }
  }

  /// The elements as an array of their own, taken out so that changing it copies nothing.
  @inlinable
  mutating func takeArray() -> [Element] {
    defer { place = .own([]) }
    switch place {
    case .own(let array): return array
    case .stored(_, let stretch): return Array(stretch.elements)
    }
  }

  @inlinable
  mutating func change(_ body: (inout [Element]) -> Void) {
    var array = takeArray()
    body(&array)
    place = .own(array)
  }

  /// Adds an element at the end.
  @inlinable
  public mutating func append(_ element: Element) { change { $0.append(element) } }

  /// Adds elements at the end.
  @inlinable
  public mutating func append(contentsOf elements: some Sequence<Element>) {
    change { $0.append(contentsOf: elements) }
  }
}

extension FlatArray: RandomAccessCollection, MutableCollection {
  /// The first place, 0.
  public var startIndex: Int { 0 }
  /// The number of elements.
  public var endIndex: Int {
    switch place {
    case .own(let array): array.count
    case .stored(_, let stretch): stretch.elements.count
    }
  }

  /// The element at a place.
  @inlinable
  public subscript(index: Int) -> Element {
    get { withUnsafeBufferPointer { $0[index] } }
    set { change { $0[index] = newValue } }
  }
}

extension FlatArray: Storable {
  /// The count, and the elements in one piece.
  public func store(in writer: inout ByteWriter) { withUnsafeBufferPointer { writer.write(aligned: $0) } }

  /// Elements that stay where they are.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self = try reader.readFlat() }
}
