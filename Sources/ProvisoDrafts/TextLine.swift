import ProvisoSource

/// One line of a file: its text without the line end, and where the next line begins.
struct TextLine {
  let text: Span
  let next: Int

  init(_ bytes: [UInt8], at start: Int, before end: Int) {
    let feed = bytes[start..<end].firstIndex(of: 0x0A)
    next = feed.map { $0 + 1 } ?? end
    var upper = feed ?? end
    if upper > start, bytes[upper - 1] == 0x0D { upper -= 1 }
    text = Span(start, upper)
  }
}
