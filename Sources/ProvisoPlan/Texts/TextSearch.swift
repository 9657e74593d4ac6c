import ProvisoSource
import ProvisoText

/// Looks for a text that only the draft's facts know, such as a brand name.
enum TextSearch {
  /// Where `needle` stands in `text`, both folded; where it begins or ends with a letter or digit, a word must begin
  /// or end there too. An empty needle is nowhere.
  static func spans(of needle: String, in text: FoldedText) -> [Span] {
    let wanted = FoldedText(needle).bytes.trimmed
    let bytes = text.bytes
    guard let first = wanted.first, let last = wanted.last, wanted.count <= bytes.count else { return [] }
    var found: [Span] = []
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      let end = start + wanted.count
      guard bytes[start..<end].elementsEqual(wanted) else { continue }
      let beginsInside = start > 0 && isWord(bytes[start - 1]) && isWord(first)
      let endsInside = end < bytes.count && isWord(bytes[end]) && isWord(last)
      if !beginsInside, !endsInside { found.append(Span(start, end)) }
    }
    return found
  }

  /// Whether two texts read the same: both folded, white space at their ends left out.
  static func isSame(_ left: String, _ right: String) -> Bool { isSame(left, FoldedText(right)) }

  /// The same, of a text and a folded one.
  static func isSame(_ left: String, _ right: FoldedText) -> Bool {
    FoldedText(left).bytes.trimmed == right.bytes.trimmed
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte >= 0x80
  }
}

extension [UInt8] {
  /// Without white space at either end.
  fileprivate var trimmed: ArraySlice<UInt8> {
    var slice = self[...]
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return slice
  }
}
