/// The elements that are open at one place of an HTML text, as far as it matters for what can be seen.
struct HTMLOpenElements {
  /// How an element parts the text around it.
  enum Layout {
    case inline, forcedBreak, cell, line, paragraph
  }

  /// The most open elements that are remembered; beyond them text counts as visible, so that it is checked.
  private static let limit = 256

  private var open: [(name: String, isHidden: Bool)] = []
  private var hiddenCount = 0

  /// Whether text at this place cannot be seen.
  var isHidden: Bool { hiddenCount > 0 }

  mutating func open(_ name: String, isHidden: Bool) {
    if HTMLOpenElements.closesParagraph.contains(name), open.last?.name == "p" { removeLast() }
    if HTMLOpenElements.closesItself.contains(name), open.last?.name == name { removeLast() }
    guard !HTMLOpenElements.void.contains(name), open.count < HTMLOpenElements.limit else { return }
    open.append((name, isHidden))
    if isHidden { hiddenCount += 1 }
  }

  /// Closes the innermost element of that name, and those inside it.
  mutating func close(_ name: String) {
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > index { removeLast() }
  }

  private mutating func removeLast() {
    if let last = open.popLast(), last.isHidden { hiddenCount -= 1 }
  }

  static func layout(of name: String) -> Layout {
    switch name {
    case "br": .forcedBreak
    case "td", "th": .cell
    case _ where lines.contains(name): .line
    case _ where paragraphs.contains(name): .paragraph
    default: .inline
    }
  }

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
  ]
  private static let lines: Set = [
    "address", "article", "aside", "body", "center", "dd", "div", "dt", "figcaption", "figure", "footer", "form",
    "header", "legend", "li", "main", "nav", "option", "section", "tr",
  ]
  private static let paragraphs: Set = [
    "blockquote", "dl", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
  ]
  private static let closesItself: Set = ["dd", "dt", "li", "option", "td", "th", "tr"]
  private static let closesParagraph = lines.union(paragraphs)
}
