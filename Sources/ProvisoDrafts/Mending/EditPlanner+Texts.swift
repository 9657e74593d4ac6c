import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// Changes of the texts that are there.
extension EditPlanner {
  /// Ends the body with a text.
  func endOfBody(_ text: String) -> PlannedEdits? {
    guard let body = number(of: .body, last: true) else { return nil }
    let written = draft.segments[body].text
    return plan([body: [TextEdit(at: written.textEnd, lineGap(in: written) + text)]])
  }

  /// Begins a part with a text.
  func front(of part: Remedy.Part, _ text: String) -> PlannedEdits? {
    guard let number = number(of: part == .subject ? .subject : .body) else { return nil }
    return plan([number: [TextEdit(at: 0, text + " ")]])
  }

  /// Puts words before a placeholder that begins the body, and behind one that ends it.
  func surround(_ before: String, _ after: String) -> PlannedEdits? {
    guard let body = number(of: .body) else { return nil }
    let segment = draft.segments[body]
    guard let first = segment.placeholders.first, let last = segment.placeholders.last else { return nil }
    let bytes = Array(segment.text.utf8)
    func hasWords(_ part: ArraySlice<UInt8>) -> Bool {
      String(decoding: part, as: UTF8.self).contains { $0.isLetter || $0.isNumber }
    }
    var edits: [TextEdit] = []
    if !hasWords(bytes[..<first.span.lower]) { edits.append(TextEdit(at: first.span.lower, before + " ")) }
    if !hasWords(bytes[last.span.upper...]) {
      edits.append(TextEdit(at: segment.text.textEnd, lineGap(in: segment.text) + after))
    }
    return plan([body: edits])
  }

  /// Writes parts anew.
  func rewrite(_ parts: [Remedy.Part], _ rewriting: Remedy.Rewriting) -> PlannedEdits? {
    var edits: [Int: [TextEdit]] = [:]
    for (number, segment) in draft.segments.enumerated()
    where parts.contains(where: { $0.roles.contains(segment.role) }) {
      let isFree = { (edit: TextEdit) in !segment.placeholders.contains { $0.span.overlaps(edit.span) } }
      edits[number] = rewriting.edits(of: segment.text).filter(isFree)
    }
    var others: [FileEdit] = []
    if parts.contains(.links) { others += links.flatMap { self.edits(rewriting, of: $0.text, at: $0.place) } }
    if parts.contains(.samples) {
      let samples = Set(draft.segments.flatMap { $0.placeholders.compactMap(\.example) })
      others += samples.flatMap { self.edits(rewriting, of: $0.text, at: $0.place) }
    }
    return plan(edits, besides: others)
  }

  private func edits(_ rewriting: Remedy.Rewriting, of text: String, at place: SourcePlace) -> [FileEdit] {
    let edits = rewriting.edits(of: text)
    return edits.isEmpty ? [] : writer.edits(edits, of: text, at: place) ?? []
  }

  /// The addresses of the message's own buttons.
  private var links: [(text: String, place: SourcePlace)] {
    (document.buttons?.items ?? []).compactMap { button in
      button["url"].flatMap { url in url.node.text.map { ($0, url.place) } }
    }
  }

  // MARK: Numbers

  /// Puts X for all but the last four letters and digits of the numbers that were found.
  func mask(_ found: [TextLocation]) -> PlannedEdits? {
    let spans = found.map { Span($0.byteOffset, $0.byteOffset + $0.byteLength) }
    var edits: [Int: [TextEdit]] = [:]
    for (number, segment) in draft.segments.enumerated() {
      let bytes = Array(segment.text.utf8)
      var signs: [Span: [Int]] = [:]
      for offset in bytes.indices where bytes[offset].isLetter || bytes[offset].isDigit {
        let place = segment.place.map.source(of: Span(offset, offset + 1))
        if let span = spans.first(where: { $0.contains(place) }) { signs[span, default: []].append(offset) }
      }
      // Words around a number are found with it.
      let numbers = signs.values.filter { $0.count { bytes[$0].isDigit } >= 5 }
      let masked = Set(numbers.flatMap { $0.dropLast(4) }).sorted()
      edits[number] = masked.map { TextEdit(Span($0, $0 + 1), "X") }
    }
    return plan(edits)
  }

  // MARK: Places

  /// The number of a segment that text can be added to.
  private func number(of role: SegmentRole, last: Bool = false) -> Int? {
    if isFilledTemplate { return nil }
    let matches: (Segment) -> Bool = { $0.role == role }
    return last ? draft.segments.lastIndex(where: matches) : draft.segments.firstIndex(where: matches)
  }

  /// What sets a sentence off from the text before it.
  private func lineGap(in text: String) -> String {
    if channel == "sms" { return " " }
    return text.contains(where: \.isNewline) ? "\n\n" : "\n"
  }
}

extension Remedy.Part {
  /// The segments it stands for.
  fileprivate var roles: [SegmentRole] {
    switch self {
    case .subject: [.subject]
    case .header: [.header]
    case .body: [.body]
    case .footer: [.footer]
    case .buttons: [.button]
    case .links, .samples: []
    }
  }
}
