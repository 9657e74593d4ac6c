import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// One text that is scanned by itself: a segment as written, a segment with its examples put in, or an example.
///
/// Findings never reach across units. A unit becomes one text after the other and keeps its memory.
struct TextUnit {
  enum View: Hashable { case written, filled, sample }

  private(set) var view = View.written
  /// The segment of the draft that it is, or belongs to.
  private(set) var segment = 0
  private(set) var role = SegmentRole.body
  /// Whether the same segment is there with its examples put in, too.
  private(set) var hasFilledTwin = false
  private(set) var folded = FoldedText()
  /// What was found in it.
  var finds = UnitFinds()
  /// What it says in disguise; nil where nothing.
  private(set) var disguised: SecondReading?
  private var measures: TextMeasures?
  private var pieces: [Piece] = []
  private var spans: [Span] = []

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

  private mutating func begin(_ view: View, _ role: SegmentRole, _ number: Int) {
    self.view = view
    self.segment = number
    self.role = role
    hasFilledTwin = false
    if disguised != nil { disguised = nil }
    measures = nil
    pieces.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }

  /// Becomes a segment as written.
  mutating func setWritten(_ segments: [Segment], _ number: Int) {
    begin(.written, segments[number].role, number)
    for placeholder in segments[number].placeholders {
      spans.append(placeholder.span)
      if placeholder.example != nil { hasFilledTwin = true }
    }
    folded.fold(segments[number].text, placeholders: spans)
    pieces.append(Piece(start: 0, origin: .segment(0)))
  }

  /// Becomes a segment with its examples put in.
  mutating func setFilled(_ segment: Segment, _ number: Int) {
    begin(.filled, segment.role, number)
    var text: [UInt8] = []
    let source = Array(segment.text.utf8)
    var offset = 0
    for placeholder in segment.placeholders {
      guard placeholder.span.lower >= offset, placeholder.span.upper <= source.count else { continue }
      pieces.append(Piece(start: text.count, origin: .segment(offset)))
      text += source[offset..<placeholder.span.lower]
      offset = placeholder.span.upper
      pieces.append(Piece(start: text.count, origin: .example(placeholder)))
      let value = placeholder.example.map { Array($0.text.utf8) } ?? Array(source[placeholder.span.lower..<offset])
      if placeholder.example == nil { spans.append(Span(text.count, text.count + value.count)) }
      text += value
    }
    pieces.append(Piece(start: text.count, origin: .segment(offset)))
    text += source[offset...]
    folded.fold(String(decoding: text, as: UTF8.self), placeholders: spans)
  }

  /// Becomes the example of a placeholder.
  mutating func setSample(_ example: Example, of placeholder: Placeholder, _ segment: Segment, _ number: Int) {
    begin(.sample, segment.role, number)
    folded.fold(example.text, placeholders: spans)
    pieces.append(Piece(start: 0, origin: .example(placeholder)))
  }

  /// Becomes a text that is no part of the draft.
  mutating func setForeign(_ text: String) {
    folded.fold(text, placeholders: spans)
  }

  /// Scans its text, and reads it a second time where it may be in disguise.
  mutating func scan(_ tables: TextTables, _ hits: inout TextHits) throws(PatternError) {
    try tables.scanner.scan(folded, into: &hits)
    finds.load(hits, tables.vocabularies)
    guard let second = tables.scanner.secondView(of: folded) else { return }
    disguised = try SecondReading(second, of: folded, besides: &finds, tables, &hits)
  }

  /// The measures of its text as written; taken when they are first asked for.
  mutating func measured() -> TextMeasures {
    if let measures { return measures }
    let taken = folded.measures
    measures = taken
    return taken
  }

  /// Where spans of the folded text stand in the draft's file.
  func places(of spans: [FoundSpan], in segments: [Segment]) -> [FoundText] {
    spans.map { place(of: $0.span, in: segments, readAs: $0.readAs) }
  }

  /// Where a span of the folded text stands in the draft's file.
  ///
  /// - Parameter readAs: what was found there, where it was written otherwise.
  func place(of span: Span, in segments: [Segment], readAs: String? = nil) -> FoundText {
    let written = folded.sourceSpan(of: span)
    let segment = segments[segment]
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
  /// Whether a unit of this kind belongs to the scope.
  func includes(_ view: TextUnit.View, _ role: SegmentRole, hasFilledTwin: Bool) -> Bool {
    switch self {
    case .text: view != .sample
    case .samples: view == .sample
    // A text without examples is its own filled text.
    case .filled: view == .filled || (view == .written && !hasFilledTwin)
    case .subject, .preheader, .header, .body, .footer, .buttons, .cards: view != .sample && self.role == role
    }
  }

  /// The part of the message; nil for scopes that cut across the parts.
  var role: SegmentRole? {
    switch self {
    case .subject: .subject
    case .preheader: .preheader
    case .header: .header
    case .body: .body
    case .footer: .footer
    case .buttons: .button
    case .cards: .card
    case .text, .samples, .filled: nil
    }
  }
}
