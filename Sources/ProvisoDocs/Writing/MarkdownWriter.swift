import ProvisoReports

/// A page as Markdown, with HTML only where Markdown has no word for it: anchors and what opens on demand.
struct MarkdownWriter {
  private var text = ""

  static func write(_ page: Page) -> String {
    var writer = MarkdownWriter()
    writer.add(page.blocks, indent: "")
    return writer.text
  }

  // MARK: Blocks

  private mutating func add(_ blocks: [Block], indent: String) {
    for block in blocks {
      if !text.isEmpty { line("", indent) }
      add(block, indent)
    }
  }

  private mutating func line(_ line: String, _ indent: String) { text += line.isEmpty ? "\n" : "\(indent)\(line)\n" }

  private mutating func add(_ block: Block, _ indent: String) {
    switch block {
    case .heading(let level, let heading, let anchor):
      if let anchor {
        line("<a id=\"\(anchor.html)\"></a>", indent)
        line("", indent)
      }
      line("\(String(repeating: "#", count: level)) \(Self.inline(heading))", indent)
    case .paragraph(let paragraph): line(Self.inline(paragraph), indent)
    case .list(let items): for item in items { add(item: item, indent) }
    case .table(let heading, let rows):
      line(Self.row(heading), indent)
      line("|" + String(repeating: " --- |", count: heading.count), indent)
      for row in rows { line(Self.row(row), indent) }
    case .code(let code):
      let fence = String(repeating: "`", count: max(3, code.longestRun(of: "`") + 1))
      line(fence, indent)
      for part in code.split(separator: "\n", omittingEmptySubsequences: false) { line(String(part).visible, indent) }
      line(fence, indent)
    case .quote(let quote, _):
      for part in quote.split(separator: "\n", omittingEmptySubsequences: false) {
        line("> \(Self.escape(String(part)))  ", indent)
      }
    case .details(let summary, let blocks):
      line("<details><summary>\(summary.html)</summary>", indent)
      add(blocks, indent: indent)
      line("", indent)
      line("</details>", indent)
    case .section(let blocks):
      for (number, block) in blocks.enumerated() {
        if number > 0 { line("", indent) }
        add(block, indent)
      }
    case .search(let entries):
      for entry in entries {
        let page = entry.page.replacing(".html", with: ".md", maxReplacements: 1)
        line("- \(Self.escape(entry.mark)) [\(Self.escape(entry.title))](\(page)) \(Self.code(entry.id))", indent)
      }
    }
  }

  private mutating func add(item: [Block], _ indent: String) {
    for (number, block) in item.enumerated() {
      if number == 0, case .paragraph(let paragraph) = block {
        line("- \(Self.inline(paragraph))", indent)
        continue
      }
      if case .list = block {} else { line("", indent) }
      add(block, indent + "  ")
    }
  }

  private static func row(_ cells: [[Inline]]) -> String { "|" + cells.map { " \(inline($0)) |" }.joined() }

  // MARK: Lines

  private static func inline(_ line: [Inline]) -> String { line.map(inline).joined() }

  private static func inline(_ part: Inline) -> String {
    switch part {
    case .text(let text): return escape(text.onOneLine(keepingEdges: true))
    case .strong(let text):
      // A space inside the stars would make them mere stars.
      let words = text.onOneLine(keepingEdges: false)
      return "**\(escape(words))**" + (text.last?.isWhitespace == true ? " " : "")
    case .date(let day): return escape(day)
    case .mark(let word): return "**\(escape(word))**"
    case .code(let text): return code(text)
    case .link(let text, .page(let page, let anchor)):
      return "[\(escape(text))](\(page).md\(anchor.map { "#\($0)" } ?? ""))"
    case .link(let text, .address(let address)):
      guard let page = address.webAddress else { return "\(escape(text)) (\(escape(address)))" }
      return "[\(escape(text))](<\(page)>)"
    }
  }

  private static func code(_ text: String) -> String {
    let text = text.onOneLine(keepingEdges: false).visible
    guard !text.isEmpty else { return "" }
    let ticks = String(repeating: "`", count: text.longestRun(of: "`") + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    // A bar would end the cell of a table, even inside code.
    return ticks + space + text.replacing("|", with: "\\|") + space + ticks
  }

  /// Text that means nothing to Markdown but itself.
  private static func escape(_ text: String) -> String {
    var result = ""
    for character in text.visible {
      if means(character, behind: result) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func means(_ character: Character, behind text: String) -> Bool {
    switch character {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": true
    // These begin a heading or a list, at the start of a line only.
    case "#", "-", "+": text.isEmpty
    case ".", ")": !text.isEmpty && text.allSatisfy(\.isNumber)
    default: false
    }
  }
}

extension String {
  /// How often a character stands in a row at most.
  fileprivate func longestRun(of wanted: Character) -> Int {
    var (longest, current) = (0, 0)
    for character in self {
      current = character == wanted ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
