import ProvisoReports

/// A page as HTML that needs nothing from outside.
struct HTMLWriter {
  private var html = ""

  static func write(_ page: Page, version: String) -> String {
    var writer = HTMLWriter()
    for block in page.blocks { writer.add(block) }
    return HTMLFrame.page(page.name, title: page.title, content: writer.html, version: version)
  }

  /// Text with everything a browser would obey, or a reader would not see, written out.
  static func escape(_ text: String) -> String {
    var result = ""
    for character in text.visible {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  // MARK: Blocks

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let line, let anchor):
      let id = anchor.map { " id=\"\(Self.escape($0))\"" } ?? ""
      html += "<h\(level)\(id)>\(Self.inline(line))</h\(level)>\n"
    case .paragraph(let line): html += "<p>\(Self.inline(line))</p>\n"
    case .list(let items):
      html += "<ul>\n"
      for item in items { add(item: item) }
      html += "</ul>\n"
    case .table(let heading, let rows): add(heading, rows)
    case .code(let text):
      // A block of code can be wider than a phone, so that the keyboard must be able to scroll it.
      html += "<pre tabindex=\"0\"><code>\(Self.lines(text))</code></pre>\n"
    case .quote(let text, let language):
      let lang = language.map { " lang=\"\(Self.escape($0))\"" } ?? ""
      html += "<blockquote\(lang)>\(Self.lines(text, joint: "<br>"))</blockquote>\n"
    case .details(let summary, let blocks):
      html += "<details><summary>\(Self.escape(summary))</summary>\n"
      for block in blocks { add(block) }
      html += "</details>\n"
    case .section(let blocks):
      html += "<section>\n"
      for block in blocks { add(block) }
      html += "</section>\n"
    case .search(let entries): html += HTMLSearch.block(entries)
    }
  }

  /// A paragraph alone in an item needs no tags of its own.
  private mutating func add(item: [Block]) {
    if case .paragraph(let line)? = item.first, item.count == 1 {
      html += "<li>\(Self.inline(line))</li>\n"
      return
    }
    html += "<li>"
    for block in item { add(block) }
    html += "</li>\n"
  }

  private mutating func add(_ heading: [[Inline]], _ rows: [[[Inline]]]) {
    // On a narrow screen rows become blocks, and browsers then forget that this is a table.
    html += "<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">"
    for cell in heading { html += "<th role=\"columnheader\" scope=\"col\">\(Self.inline(cell))</th>" }
    html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
    let labels = heading.map(Self.inline)
    for row in rows {
      let cells = zip(labels, row).map { "<td role=\"cell\" data-label=\"\($0)\">\(Self.inline($1))</td>" }
      html += "<tr role=\"row\">\(cells.joined())</tr>\n"
    }
    html += "</tbody></table>\n"
  }

  private static func lines(_ text: String, joint: String = "\n") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escape(String($0)) }.joined(separator: joint)
  }

  // MARK: Lines

  private static func inline(_ line: [Inline]) -> String { line.map(inline).joined() }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): return escape(text.onOneLine(keepingEdges: true))
    case .strong(let text): return "<strong>\(escape(text.onOneLine(keepingEdges: true)))</strong>"
    case .code(let text): return "<code>\(escape(text.onOneLine(keepingEdges: false)))</code>"
    case .date(let day): return "<time>\(escape(day))</time>"
    case .mark(let word): return "<span class=\"mark \(escape(word))\">\(escape(word))</span>"
    case .link(let text, .page(let page, let anchor)):
      return "<a href=\"\(page).html\(anchor.map { "#\(escape($0))" } ?? "")\">\(escape(text))</a>"
    case .link(let text, .address(let address)):
      guard address.isWebAddress else { return "\(escape(text)) (\(escape(address)))" }
      return "<a href=\"\(escape(address))\">\(escape(text))</a>"
    }
  }
}
