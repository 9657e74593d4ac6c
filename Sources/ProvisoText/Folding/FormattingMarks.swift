import ProvisoSource

/// Finds the marks of WhatsApp's formatting (`*bold*`, `_italic_`, `~strike~`, back-ticks) that a reader never sees.
///
/// A mark counts when it stands in a pair on one line: one at the start of a word, the other at the end of one. Stars
/// count inside a word as well (`ca*si*no`) if both stand between letters. Up to three equal marks in a row are one.
struct FormattingMarks {
  /// What stands beside a mark.
  private enum Neighbour {
    case space, letter, digit, other

    var isEdge: Bool { self != .letter && self != .digit }
  }

  /// A mark that may begin a pair.
  private struct Opening {
    let offset: Int
    let length: Int
    let isOutside: Bool
    var spaceFollowed = false
  }

  private let source: UnsafeBufferPointer<UInt8>
  private var openings: [4 of Opening?] = [nil, nil, nil, nil]
  private var found: [Int] = []

  /// Appends the offsets of the marks to be removed, in order, to the empty `found`.
  static func findRemovable(in source: UnsafeBufferPointer<UInt8>, placeholders: [Span], _ found: inout [Int]) {
    var marks = FormattingMarks(source)
    swap(&marks.found, &found)
    marks.search(placeholders)
    marks.found.sort()
    swap(&marks.found, &found)
  }

  /// How many equal marks stand in a row from `offset` on.
  static func length(in source: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    var end = offset + 1
    while end < source.count, source[end] == source[offset] { end += 1 }
    return end - offset
  }

  private static func slot(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "*"): 0
    case UInt8(ascii: "_"): 1
    case UInt8(ascii: "~"): 2
    case UInt8(ascii: "`"): 3
    default: nil
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  private mutating func search(_ placeholders: [Span]) {
    var offset = 0
    var spans = placeholders.makeIterator()
    var hidden = spans.next()
    var hiddenEnd = -1
    while offset < source.count {
      if let span = hidden, span.lower <= offset {
        (offset, hiddenEnd, hidden) = (span.upper, span.upper, spans.next())
      } else if let slot = FormattingMarks.slot(of: source[offset]) {
        let length = FormattingMarks.length(in: source, at: offset)
        if length <= 3 {
          let before = offset == hiddenEnd ? Neighbour.other : neighbour(before: offset)
          let after = offset + length == hidden?.lower ? Neighbour.other : neighbour(after: offset + length)
          consider(offset, length, slot, before, after)
        }
        offset += length
      } else {
        noteBlank(source[offset])
        offset += 1
      }
    }
  }

  private mutating func noteBlank(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      openings = [nil, nil, nil, nil]
    } else if byte == 0x20 {
      for slot in openings.indices { openings[slot]?.spaceFollowed = true }
    }
  }

  private mutating func consider(
    _ offset: Int, _ length: Int, _ slot: Int, _ before: Neighbour, _ after: Neighbour
  ) {
    let isBetweenLetters = slot == 0 && before == .letter && after == .letter
    if before != .space, let opening = openings[slot], opening.length == length,
      opening.isOutside && after.isEdge || slot == 0 && !opening.spaceFollowed && (isBetweenLetters || after.isEdge)
    {
      found.append(opening.offset)
      found.append(offset)
      openings[slot] = nil
    } else if after != .space, before.isEdge || isBetweenLetters {
      openings[slot] = Opening(offset: offset, length: length, isOutside: before.isEdge)
    }
  }

  private func neighbour(before offset: Int) -> Neighbour {
    offset == 0 ? .space : neighbour(ScalarReader.read(source, before: offset))
  }

  private func neighbour(after offset: Int) -> Neighbour {
    offset >= source.count ? .space : neighbour(ScalarReader.read(source, at: offset).scalar)
  }

  private func neighbour(_ scalar: UInt32) -> Neighbour {
    if scalar == 0x5F { return .other }
    switch FoldingTable.shared[scalar].kind {
    case .letter, .capital, .lone, .mark, .diacritic: return .letter
    case .digit: return .digit
    case .space, .lineBreak: return .space
    default: return .other
    }
  }
}
