import ProvisoSource

/// Spans in order, to ask again and again whether one of them overlaps another span.
struct SpanCover {
  private let spans: [Span]
  /// For each span the farthest end up to and with it.
  private let ends: [Int]

  init(_ spans: [Span]) {
    self.spans = spans.sorted()
    var farthest = 0
    ends = self.spans.map { span in
      farthest = max(farthest, span.upper)
      return farthest
    }
  }

  /// Whether one of the spans has a byte in common with `span`; costs the logarithm of their number.
  func overlaps(_ span: Span) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lower < span.upper { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] > span.lower
  }
}
