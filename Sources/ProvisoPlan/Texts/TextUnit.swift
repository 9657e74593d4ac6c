import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// One text that is scanned by itself: a segment as written, a segment with its examples put in, or an example.
///
/// Findings never reach across units.
struct TextUnit {
  enum View: Hashable { case written, filled, sample }

  let view: View
  /// The segment of the draft that it is, or belongs to.
  let segment: Int
  let role: SegmentRole
  let folded: FoldedText
  /// The text before folding.
  let source: [UInt8]
  private let pieces: [Piece]

  /// A stretch of the unit's text and the text it was taken from.
  private struct Piece {
    let start: Int
    let origin: Origin

    enum Origin {
      /// The segment's own text, from this offset on.
      case segment(Int)
      /// The example of this placeholder.
      case example(Placeholder)
    }
  }

  /// The units of a draft: each segment as written, filled in where it has examples, and the examples themselves.
  static func units(of draft: Draft) -> [TextUnit] {
    var units: [TextUnit] = []
    for (number, segment) in draft.segments.enumerated() {
      units.append(TextUnit(written: segment, number))
      let examples = segment.placeholders.filter { $0.example != nil }
      guard !examples.isEmpty else { continue }
      units.append(TextUnit(filled: segment, number))
      units += examples.compactMap { TextUnit(sampleOf: $0, segment, number) }
    }
    return units
  }

  private init(written segment: Segment, _ number: Int) {
    view = .written
    self.segment = number
    role = segment.role
    source = Array(segment.text.utf8)
    folded = FoldedText(source, placeholders: segment.placeholders.map(\.span))
    pieces = [Piece(start: 0, origin: .segment(0))]
  }

  private init(filled segment: Segment, _ number: Int) {
    var text: [UInt8] = []
    var pieces: [Piece] = []
    var open: [Span] = []
    let written = Array(segment.text.utf8)
    var offset = 0
    for placeholder in segment.placeholders {
      guard placeholder.span.lower >= offset, placeholder.span.upper <= written.count else { continue }
      pieces.append(Piece(start: text.count, origin: .segment(offset)))
      text += written[offset..<placeholder.span.lower]
      offset = placeholder.span.upper
      pieces.append(Piece(start: text.count, origin: .example(placeholder)))
      let value = placeholder.example.map { Array($0.text.utf8) } ?? Array(written[placeholder.span.lower..<offset])
      if placeholder.example == nil { open.append(Span(text.count, text.count + value.count)) }
      text += value
    }
    pieces.append(Piece(start: text.count, origin: .segment(offset)))
    text += written[offset...]
    view = .filled
    self.segment = number
    role = segment.role
    source = text
    folded = FoldedText(text, placeholders: open)
    self.pieces = pieces
  }

  private init?(sampleOf placeholder: Placeholder, _ segment: Segment, _ number: Int) {
    guard let example = placeholder.example else { return nil }
    view = .sample
    self.segment = number
    role = segment.role
    source = Array(example.text.utf8)
    folded = FoldedText(source)
    pieces = [Piece(start: 0, origin: .example(placeholder))]
  }

  /// Where a span of the folded text stands in the draft's file.
  ///
  /// - Parameter readAs: what was found there, where it was written otherwise.
  func place(of span: Span, in draft: Draft, readAs: String? = nil) -> FoundText {
    let written = folded.sourceSpan(of: span)
    let segment = draft.segments[segment]
    let first = piece(at: written.lower)
    if case .example(let placeholder) = first.origin, let example = placeholder.example,
      written.upper <= first.start + example.text.utf8.count
    {
      let inner = Span(written.lower - first.start, written.upper - first.start)
      return FoundText(
        role: role, pointer: example.place.pointer, span: example.place.map.source(of: inner), readAs: readAs)
    }
    let lower = offset(of: written.lower, end: false)
    let upper = offset(of: max(written.lower, written.upper - 1), end: true)
    return FoundText(
      role: role, pointer: segment.place.pointer, span: segment.place.map.source(of: Span(lower, upper)),
      readAs: readAs)
  }

  /// The offset in the segment's text; inside an example, the edge of its placeholder.
  private func offset(of offset: Int, end: Bool) -> Int {
    let piece = piece(at: offset)
    switch piece.origin {
    case .segment(let start): return start + offset - piece.start + (end ? 1 : 0)
    case .example(let placeholder): return end ? placeholder.span.upper : placeholder.span.lower
    }
  }

  private func piece(at offset: Int) -> Piece {
    pieces.last { $0.start <= offset } ?? pieces[0]
  }
}

extension TextScope {
  /// Whether a unit belongs to the scope.
  func includes(_ unit: TextUnit, hasFilledTwin: Bool) -> Bool {
    switch self {
    case .text: unit.view != .sample
    case .samples: unit.view == .sample
    // A text without examples is its own filled text.
    case .filled: unit.view == .filled || (unit.view == .written && !hasFilledTwin)
    case .subject, .header, .body, .footer, .buttons, .cards: unit.view != .sample && unit.role == role
    }
  }

  /// The part of the message; nil for scopes that cut across the parts.
  var role: SegmentRole? {
    switch self {
    case .subject: .subject
    case .header: .header
    case .body: .body
    case .footer: .footer
    case .buttons: .button
    case .cards: .card
    case .text, .samples, .filled: nil
    }
  }
}
