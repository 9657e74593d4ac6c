internal import ProvisoSource

/// Finds, for each byte of a scalar's value, the byte of the file that holds it.
///
/// It walks the scalar as written and the value that libyaml made of it in step. Where the two do not agree, the rest
/// of the value is one replaced run: imprecise, never wrong.
struct YAMLScalarMap {
  private let source: UnsafeBufferPointer<UInt8>
  private let value: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var at: Int
  /// How much of the value has been found.
  private var done = 0
  private var map: SpanMap

  /// The map of `value`, which stands in the region `span` of `source`, quotes and block header included.
  static func map(
    of value: String, _ style: YAMLStyle, in source: UnsafeBufferPointer<UInt8>, at span: Span
  ) -> SpanMap {
    var value = value
    return value.withUTF8 { value in
      let content =
        switch style {
        case .plain: span
        case .singleQuoted, .doubleQuoted: Span(span.lower + 1, span.upper - 1)
        case .block: Span(headerEnd(source, span), span.upper)
        }
      var walk = YAMLScalarMap(source, value, content)
      switch style {
      case .plain: walk.walkFlow(escape: nil)
      case .singleQuoted: walk.walkFlow(escape: UInt8(ascii: "'"))
      case .doubleQuoted: walk.walkFlow(escape: UInt8(ascii: "\\"))
      case .block: walk.walkBlock()
      }
      return walk.finished()
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, _ content: Span) {
    self.source = source
    self.value = value
    at = content.lower
    end = content.upper
    map = SpanMap(startingAt: content.lower)
  }

  private func finished() -> SpanMap {
    var map = map
    map.appendReplaced(value.count - done, for: Span(min(at, end), end))
    return map
  }

  // MARK: Steps taken on both sides

  /// Takes `count` bytes that must be the same on both sides.
  private mutating func copy(_ count: Int) -> Bool {
    var same = 0
    while same < count, done + same < value.count, source[at + same] == value[done + same] { same += 1 }
    map.appendCopied(same, from: at)
    at += same
    done += same
    return same == count
  }

  /// Takes a `byte` of the value that stands for the line break at `lineBreak`.
  private mutating func take(_ byte: UInt8, for lineBreak: Span) -> Bool {
    guard done < value.count, value[done] == byte else { return false }
    if lineBreak.length == 1, source[lineBreak.lower] == byte {
      map.appendCopied(1, from: lineBreak.lower)
    } else {
      map.appendReplaced(1, for: lineBreak)
    }
    done += 1
    return true
  }

  /// Takes line breaks of which the first is folded away: one becomes a space, of several the others stay.
  private mutating func fold(_ breaks: [Span]) -> Bool {
    if breaks.count == 1 { return take(UInt8(ascii: " "), for: breaks[0]) }
    return keep(breaks.dropFirst())
  }

  private mutating func keep(_ breaks: some Sequence<Span>) -> Bool {
    for lineBreak in breaks where !take(UInt8(ascii: "\n"), for: lineBreak) { return false }
    return true
  }

  /// The line break at `offset`: LF, CR LF or CR.
  private func lineBreak(at offset: Int) -> Span? {
    guard offset < end else { return nil }
    switch source[offset] {
    case 0x0A: return Span(offset, offset + 1)
    case 0x0D: return Span(offset, offset + 1 < end && source[offset + 1] == 0x0A ? offset + 2 : offset + 1)
    default: return nil
    }
  }
}

// MARK: Plain and quoted scalars

extension YAMLScalarMap {
  /// - Parameter escape: the byte that begins an escape in this style.
  private mutating func walkFlow(escape: UInt8?) {
    var agrees = true
    while agrees, at < end {
      let byte = source[at]
      if byte.isBlank || byte.isLineEnd {
        agrees = walkBlanks()
      } else if byte == escape {
        agrees = walkEscape(byte)
      } else {
        var stop = at + 1
        while stop < end, !source[stop].isBlank, !source[stop].isLineEnd, source[stop] != escape { stop += 1 }
        agrees = copy(stop - at)
      }
    }
  }

  /// Blanks inside of a line stay; blanks around line breaks vanish, and the breaks are folded.
  private mutating func walkBlanks() -> Bool {
    let (breaks, stop) = blanks(from: at)
    if breaks.isEmpty { return copy(stop - at) }
    guard fold(breaks) else { return false }
    at = stop
    return true
  }

  private mutating func walkEscape(_ escape: UInt8) -> Bool {
    guard at + 1 < end else { return false }
    if escape == UInt8(ascii: "\\"), let hidden = lineBreak(at: at + 1) {
      let (breaks, stop) = blanks(from: hidden.upper)
      guard keep(breaks) else { return false }
      at = stop
      return true
    }
    let length: Int
    switch (escape, source[at + 1]) {
    case (UInt8(ascii: "\\"), UInt8(ascii: "x")): length = 4
    case (UInt8(ascii: "\\"), UInt8(ascii: "u")): length = 6
    case (UInt8(ascii: "\\"), UInt8(ascii: "U")): length = 10
    default: length = 2
    }
    guard at + length <= end, done < value.count else { return false }
    // Every escape stands for one character, whose first byte in the value tells its length.
    let width = max(1, (~value[done]).leadingZeroBitCount)
    guard done + width <= value.count else { return false }
    map.appendReplaced(width, for: Span(at, at + length))
    at += length
    done += width
    return true
  }

  /// The line breaks among the blanks from `start` on, and where the blanks end.
  private func blanks(from start: Int) -> (breaks: [Span], end: Int) {
    var breaks: [Span] = []
    var stop = start
    while stop < end {
      if let found = lineBreak(at: stop) {
        breaks.append(found)
        stop = found.upper
      } else if source[stop].isBlank {
        stop += 1
      } else {
        break
      }
    }
    return (breaks, stop)
  }
}

// MARK: Block scalars

extension YAMLScalarMap {
  private static func headerEnd(_ source: UnsafeBufferPointer<UInt8>, _ span: Span) -> Int {
    var offset = span.lower
    while offset < span.upper, !source[offset].isLineEnd { offset += 1 }
    if offset + 1 < span.upper, source[offset] == 0x0D, source[offset + 1] == 0x0A { offset += 1 }
    return min(offset + 1, span.upper)
  }

  /// Goes line by line. How many line breaks the value has between two lines tells whether they were folded, so
  /// literal and folded blocks need no difference.
  private mutating func walkBlock() {
    let indent = indentation()
    var breaks: [Span] = []
    while at < end {
      var lineEnd = at
      while lineEnd < end, !source[lineEnd].isLineEnd { lineEnd += 1 }
      let content = min(at + indent, at + spaces(from: at))
      if content < lineEnd {
        guard joinLines(breaks) else { return }
        breaks = []
        at = content
        guard copy(lineEnd - content) else { return }
      }
      let lineBreak = lineBreak(at: lineEnd)
      if let lineBreak { breaks.append(lineBreak) }
      at = lineBreak?.upper ?? end
      if done == value.count { return }
    }
    _ = keep(breaks.prefix(value.count - done))
  }

  private mutating func joinLines(_ breaks: [Span]) -> Bool {
    let kept = value[done...].prefix { $0 == 0x0A }.count
    return kept == breaks.count ? keep(breaks) : kept == breaks.count - 1 && fold(breaks)
  }

  /// How many spaces of each line are indentation. The first line with content has the same text in the value, only
  /// with fewer spaces before it, whether the indentation was found or declared.
  private func indentation() -> Int {
    let emptyLines = value.prefix { $0 == 0x0A }.count
    if emptyLines == value.count { return .max / 2 }
    var offset = at
    for _ in 0..<emptyLines {
      while offset < end, !source[offset].isLineEnd { offset += 1 }
      offset = lineBreak(at: offset)?.upper ?? end
    }
    return max(0, spaces(from: offset) - value[emptyLines...].prefix { $0 == 0x20 }.count)
  }

  private func spaces(from offset: Int) -> Int {
    var stop = offset
    while stop < end, source[stop] == 0x20 { stop += 1 }
    return stop - offset
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
