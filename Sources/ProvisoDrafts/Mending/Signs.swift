import ProvisoSource

/// The Unicode scalars of a text with their UTF-8 offsets.
struct Signs {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append((offsets.last ?? 0) + UTF8.width(scalar)) }
    self.offsets = offsets
  }

  var count: Int { scalars.count }
  var indices: Range<Int> { scalars.indices }
  subscript(index: Int) -> Unicode.Scalar { scalars[index] }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// Replaces a range.
  func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(Span(offsets[range.lowerBound], offsets[range.upperBound]), text)
  }

  /// The longest stretches of scalars that belong.
  func runs(_ belongs: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in indices {
      if belongs(scalars[index]) {
        start = start ?? index
      } else if let begun = start {
        runs.append(begun..<index)
        start = nil
      }
    }
    return start.map { runs + [$0..<count] } ?? runs
  }
}
