import ProvisoSource

/// Reads what people see of an HTML text.
///
/// Tags, comments, scripts and styles are left out, and so is what is hidden. Hidden text before anything visible is the
/// preheader: programs show it behind the subject.
struct HTMLReader {
  /// A link that can be seen.
  struct Link {
    var label = TracedBytes()
    let address: String
  }

  private let html: TracedBytes
  private var index = 0
  private var elements = HTMLOpenElements()
  private var hiddenBefore = HTMLTextFlow()
  private(set) var visible = HTMLTextFlow()
  /// The texts of pictures.
  private(set) var pictures: [TracedBytes] = []
  private(set) var links: [Link] = []
  /// Where the label of the open link begins in the visible text.
  private var openLink: (address: String, start: Int)?

  init(_ html: TracedBytes) {
    self.html = html
  }

  var preheader: HTMLTextFlow { hiddenBefore }

  mutating func read() {
    let bytes = html.bytes
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): readMarkup(bytes)
      case UInt8(ascii: "&"): readReference(bytes)
      default:
        append(bytes[index], for: html.span(at: index))
        index += 1
      }
    }
    closeLink()
  }

  // MARK: - Text

  private mutating func append(_ byte: UInt8, for span: Span) {
    if !elements.isHidden {
      visible.append(byte, for: span)
    } else if visible.text.isEmpty {
      hiddenBefore.append(byte, for: span)
    }
  }

  private mutating func readReference(_ bytes: [UInt8]) {
    guard let reference = HTMLCharacterReference(bytes, at: index) else {
      append(bytes[index], for: html.span(at: index))
      index += 1
      return
    }
    let span = html.span(from: index, to: index + reference.length)
    for byte in String(reference.scalar).utf8 { append(byte, for: span) }
    index += reference.length
  }

  // MARK: - Markup

  private mutating func readMarkup(_ bytes: [UInt8]) {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      index = bytes.end(of: "-->", from: index + 2) ?? bytes.count
    } else if rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) {
      index = bytes.end(of: ">", from: index) ?? bytes.count
    } else if let tag = HTMLTag(bytes, at: index) {
      index = tag.range.upperBound
      read(tag, bytes)
    } else if index + 1 < bytes.count, bytes[index + 1].isLetter || bytes[index + 1] == UInt8(ascii: "/") {
      // No end of this tag is in the rest of the text, which therefore is shown by no program.
      index = bytes.count
    } else {
      append(bytes[index], for: html.span(at: index))
      index += 1
    }
  }

  private mutating func read(_ tag: HTMLTag, _ bytes: [UInt8]) {
    let span = html.span(from: tag.range.lowerBound, to: tag.range.upperBound)
    if tag.isEnd { closeElement(tag, span) } else { openElement(tag, span, bytes) }
  }

  private mutating func closeElement(_ tag: HTMLTag, _ span: Span) {
    if tag.name == "a" { closeLink() }
    breakText(at: tag.name, span)
    elements.close(tag.name)
  }

  private mutating func openElement(_ tag: HTMLTag, _ span: Span, _ bytes: [UInt8]) {
    if ["script", "style", "title", "textarea"].contains(tag.name) {
      index = bytes.start(ofEndTag: tag.name, from: index) ?? bytes.count
      return
    }
    breakText(at: tag.name, span)
    elements.open(tag.name, isHidden: isHidden(tag))
    guard !elements.isHidden else { return }
    if tag.name == "img" || tag.name == "area", let alt = tag.attributes["alt"] { addPicture(alt) }
    if tag.name == "a", let address = tag.attributes["href"].map({ decoded($0).trimmed.text }) {
      closeLink()
      // A link inside the same page leads nowhere.
      if !address.isEmpty, !address.hasPrefix("#") { openLink = (address, visible.text.count) }
    }
  }

  private mutating func breakText(at name: String, _ span: Span) {
    guard !elements.isHidden else { return }
    switch HTMLOpenElements.layout(of: name) {
    case .inline: break
    case .forcedBreak: visible.breakLine(span)
    case .cell: visible.beginCell(span)
    case .line: visible.beginLine(span)
    case .paragraph: visible.beginParagraph(span)
    }
  }

  private func isHidden(_ tag: HTMLTag) -> Bool {
    if tag.attributes["hidden"] != nil { return true }
    guard let style = tag.attributes["style"] else { return false }
    let letters = decoded(style).text.lowercased().filter { !$0.isWhitespace }
    return letters.contains("display:none") || letters.contains("visibility:hidden")
  }

  private mutating func addPicture(_ alt: Range<Int>) {
    let text = decoded(alt).trimmed
    if !text.isEmpty { pictures.append(text) }
  }

  private mutating func closeLink() {
    guard let (address, start) = openLink else { return }
    openLink = nil
    var label = TracedBytes()
    label.append(visible.text, from: start)
    links.append(Link(label: label, address: address))
  }

  /// The value of an attribute with its character references replaced.
  private func decoded(_ range: Range<Int>) -> TracedBytes {
    var result = TracedBytes()
    var index = range.lowerBound
    while index < range.upperBound {
      let reference = html.bytes[index] == UInt8(ascii: "&") ? HTMLCharacterReference(html.bytes, at: index) : nil
      if let reference, index + reference.length <= range.upperBound {
        result.append(reference.scalar, for: html.span(from: index, to: index + reference.length))
        index += reference.length
      } else {
        result.append(html.bytes[index], for: html.span(at: index))
        index += 1
      }
    }
    return result
  }
}

extension [UInt8] {
  /// The offset behind the first `mark` from `start` on.
  fileprivate func end(of mark: StaticString, from start: Int) -> Int? {
    let mark = Array(mark.description.utf8)
    guard let first = mark.first else { return nil }
    var index = start
    while let found = self[index...].firstIndex(of: first) {
      if self[found...].starts(with: mark) { return found + mark.count }
      index = found + 1
    }
    return nil
  }

  /// The offset of the first `</name` from `start` on, in upper or lower case.
  fileprivate func start(ofEndTag name: String, from start: Int) -> Int? {
    var index = start
    while let found = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      let tail = self[found...].dropFirst().prefix(name.utf8.count + 1)
      if String(decoding: tail, as: UTF8.self).lowercased() == "/\(name)" { return found }
      index = found + 1
    }
    return nil
  }
}
