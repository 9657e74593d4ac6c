internal import ProvisoSource

/// Where libyaml takes a text for something else than YAML 1.2 does, or where people do: better refused than misread.
extension YAMLReading {
  /// The problem with an event that another reader would not have seen here; nil for nearly all.
  func misreading(of event: YAMLEvent, at span: Span) -> Diagnostic? {
    switch event.kind {
    case .alias(let name):
      tab(before: span.lower) ?? gluedName(name, at: span.lower)
    case .scalar, .sequenceStart, .mappingStart:
      tab(before: span.lower) ?? questionMark(before: span.lower) ?? anchor(of: event, in: span)
    default: nil
    }
  }

  /// `[?x]`: libyaml takes the question mark for the sign of a key.
  private func questionMark(before offset: Int) -> Diagnostic? {
    guard offset > start, bytes[offset - 1] == UInt8(ascii: "?") else { return nil }
    return wording.questionMark(at: Span(offset - 1, offset))
  }

  /// A tab among the blanks that begin the line, where tools disagree on how deep it indents.
  private func tab(before offset: Int) -> Diagnostic? {
    var tab: Int?
    var offset = offset
    while offset > start, bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 {
      offset -= 1
      if bytes[offset] == 0x09 { tab = offset }
    }
    guard let tab, offset == start || bytes[offset - 1] == 0x0A || bytes[offset - 1] == 0x0D else { return nil }
    return wording.tab(at: Span(tab, tab + 1))
  }

  /// The anchor of a node stands before or behind its tag.
  private func anchor(of event: YAMLEvent, in span: Span) -> Diagnostic? {
    guard let name = event.anchor, let place = bytes[span.lower...].firstIndex(of: UInt8(ascii: "&")) else {
      return nil
    }
    return gluedName(name, at: place)
  }

  /// `&an:chor`: libyaml's names end at the colon, those of YAML 1.2 at the next blank.
  private func gluedName(_ name: String, at place: Int) -> Diagnostic? {
    let end = place + 1 + name.utf8.count
    guard end < bytes.count, !" \t\r\n,]}".utf8.contains(bytes[end]) else { return nil }
    return wording.gluedName(at: Span(place, end))
  }
}
