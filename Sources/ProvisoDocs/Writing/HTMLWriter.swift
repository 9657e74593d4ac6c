import ProvisoReports

/// A page as HTML that needs nothing from outside.
struct HTMLWriter {
  private var html = ""

  static func write(_ page: Page, version: String) -> String {
    var writer = HTMLWriter()
    for block in page.blocks { writer.add(block) }
    return HTMLFrame.page(page.name, title: page.title, content: writer.html, version: version)
  }

  // MARK: Blocks

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, let line, let anchor):
      let id = anchor.map { " id=\"\($0.html)\"" } ?? ""
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
      let lang = language.map { " lang=\"\($0.html)\"" } ?? ""
      html += "<blockquote\(lang)>\(Self.lines(text, joint: "<br>"))</blockquote>\n"
    case .details(let summary, let blocks):
      html += "<details><summary>\(summary.html)</summary>\n"
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
    text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).html }.joined(separator: joint)
  }

  // MARK: Lines

  private static func inline(_ line: [Inline]) -> String { line.map(inline).joined() }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): return text.onOneLine(keepingEdges: true).html
    case .strong(let text): return "<strong>\(text.onOneLine(keepingEdges: true).html)</strong>"
    case .code(let text): return "<code>\(text.onOneLine(keepingEdges: false).html)</code>"
    case .date(let day): return "<time>\(day.html)</time>"
    case .mark(let word): return "<span class=\"mark \(word.html)\">\(word.html)</span>"
    case .link(let text, .page(let page, let anchor)):
      return "<a href=\"\(page).html\(anchor.map { "#\($0.html)" } ?? "")\">\(text.html)</a>"
    case .link(let text, .address(let address)):
      guard let page = address.webAddress else { return "\(text.html) (\(address.html))" }
      return "<a href=\"\(page.html)\">\(text.html)</a>"
    }
  }
}
