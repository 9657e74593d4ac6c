import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// What is found with the words around it, as it reads: the same wherever it moves, however it is escaped, indented or
/// broken into lines.
struct Surroundings {
  let draft: Draft

  /// Words on either side that tell one place from another, and the most bytes they are looked for in.
  private static let words = 5, reach = 200
  /// The most characters of a text that are quoted.
  private static let mostQuoted = 40

  /// What is found, folded, with its neighbours; what stands in no text of the message is taken as it is in the file.
  func text(_ found: FoundText) -> String {
    for segment in draft.segments where segment.role == found.role && segment.place.pointer == found.pointer {
      var text = segment.text
      if let words = text.withUTF8({ excerpt($0, segment.place.map, found.span) }) { return words }
    }
    return Surroundings.folded(draft.source.text(in: found.span))
  }

  /// What is found as it reads, on one line; nil where nothing can be read.
  func quotation(_ found: FoundText) -> String? {
    if found.span.length == 0 { return nil }
    let text = found.readAs ?? segmentText(found) ?? draft.source.text(in: found.span)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > Surroundings.mostQuoted ? words.prefix(Surroundings.mostQuoted) + "…" : words
  }

  /// What is found as it stands in a text of the message, without the escapes of its file.
  private func segmentText(_ found: FoundText) -> String? {
    for segment in draft.segments where segment.role == found.role && segment.place.pointer == found.pointer {
      var text = segment.text
      let map = segment.place.map
      let quoted = text.withUTF8 { bytes -> String? in
        let whole = map.source(of: Span(0, bytes.count))
        guard whole.lower <= found.span.lower, found.span.upper <= whole.upper else { return nil }
        let lower = offset(of: found.span.lower, map, bytes.count)
        let upper = offset(of: found.span.upper, map, bytes.count)
        return lower < upper ? String(decoding: bytes[lower..<upper], as: UTF8.self) : nil
      }
      if let quoted { return quoted }
    }
    return nil
  }

  private func excerpt(_ text: UnsafeBufferPointer<UInt8>, _ map: SpanMap, _ span: Span) -> String? {
    let whole = map.source(of: Span(0, text.count))
    guard whole.lower <= span.lower, span.upper <= whole.upper else { return nil }
    let lower = Surroundings.start(text, before: offset(of: span.lower, map, text.count))
    let upper = Surroundings.end(text, behind: offset(of: span.upper, map, text.count))
    guard lower < upper else { return nil }
    return Surroundings.folded(String(decoding: text[lower..<upper], as: UTF8.self))
  }

  /// The first offset of the text that came from `place` in the file or from behind it.
  private func offset(of place: Int, _ map: SpanMap, _ count: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if map.source(of: Span(middle, middle)).lower < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the words before `offset` begin.
  private static func start(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
    var (place, left) = (offset, words)
    while place > 0, offset - place < reach {
      if text[place - 1].isSpace, place < offset, !text[place].isSpace {
        left -= 1
        if left == 0 { break }
      }
      place -= 1
    }
    while place < offset, text[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// Where the words behind `offset` end.
  private static func end(_ text: UnsafeBufferPointer<UInt8>, behind offset: Int) -> Int {
    var (place, left) = (offset, words)
    while place < text.count, place - offset < reach {
      if text[place].isSpace, place > offset, !text[place - 1].isSpace {
        left -= 1
        if left == 0 { break }
      }
      place += 1
    }
    while place < text.count, place > offset, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  private static func folded(_ text: String) -> String {
    let folded = FoldedText(text)
    let words = folded.words.map { String(decoding: folded.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    return words.isEmpty ? text : words.joined(separator: " ")
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
}
