import ProvisoModel
import ProvisoSource

/// Bytes that know, each by itself, which bytes of the file they stand for.
///
/// An e-mail is decoded in layers: transfer encoding, character set, HTML. Every layer hands the places of the layer
/// below on, so none of them has to know how deep it lies.
struct TracedBytes {
  private(set) var bytes: [UInt8] = []
  // Files are far smaller than 4 GiB, and there is one pair for every byte.
  private var lowers: [UInt32] = []
  private var uppers: [UInt32] = []

  init() {}

  /// The bytes of the file in `span`, as they are.
  init(_ source: [UInt8], in span: Span) {
    for offset in span.lower..<span.upper { append(source[offset], for: Span(offset, offset + 1)) }
  }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  /// What the byte at `index` stands for.
  func span(at index: Int) -> Span {
    Span(Int(lowers[index]), Int(uppers[index]))
  }

  /// What the bytes from `lower` up to `upper`, at least one, stand for.
  func span(from lower: Int, to upper: Int) -> Span {
    span(at: lower).union(span(at: upper - 1))
  }

  mutating func append(_ byte: UInt8, for span: Span) {
    bytes.append(byte)
    lowers.append(UInt32(span.lower))
    uppers.append(UInt32(span.upper))
  }

  /// Appends a scalar whose bytes all stand for `span`.
  mutating func append(_ scalar: Unicode.Scalar, for span: Span) {
    for byte in String(scalar).utf8 { append(byte, for: span) }
  }

  mutating func append(_ other: TracedBytes, from lower: Int = 0, to upper: Int? = nil) {
    let upper = upper ?? other.count
    bytes += other.bytes[lower..<upper]
    lowers += other.lowers[lower..<upper]
    uppers += other.uppers[lower..<upper]
  }

  /// The bytes without white space at both ends.
  var trimmed: TracedBytes {
    let lower = bytes.firstIndex { !$0.isWhiteSpace } ?? 0
    let upper = (bytes.lastIndex { !$0.isWhiteSpace }).map { $0 + 1 } ?? lower
    var result = TracedBytes()
    result.append(self, from: lower, to: upper)
    return result
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// From these bytes to the file's bytes.
  var place: SourcePlace {
    var map = SpanMap(startingAt: lowers.first.map(Int.init) ?? 0)
    var index = 0
    while index < count {
      var end = index + 1
      while end < count, lowers[end] == lowers[index], uppers[end] == uppers[index] { end += 1 }
      let span = span(at: index)
      if end == index + 1, span.length == 1 {
        map.appendCopied(1, from: span.lower)
      } else {
        map.appendReplaced(end - index, for: span)
      }
      index = end
    }
    return SourcePlace(pointer: nil, map: map)
  }
}
