import Proviso

/// A page of documentation with its fenced blocks and tables.
struct MarkdownPage {
  /// What stands between two fences, the line ends included.
  struct Block {
    /// The word behind the opening fence.
    let language: String
    let text: String
    /// The lines of the page that it covers, without the fences.
    let lines: Range<Int>
  }

  let path: String
  let lines: [Substring]
  let blocks: [Block]

  init(_ path: String) throws {
    self.path = path
    lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    var blocks: [Block] = []
    var start: (line: Int, language: String)?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let open = start {
        let text = lines[open.line..<number].map { $0 + "\n" }.joined()
        blocks.append(Block(language: open.language, text: text, lines: open.line..<number))
        start = nil
      } else {
        start = (number + 1, String(line.dropFirst(3)))
      }
    }
    self.blocks = blocks
  }

  /// The blocks that are files: those with a name in their first line, `# shop.yaml`.
  var files: [String: SourceFile] {
    let named = blocks.compactMap { block -> SourceFile? in
      guard let first = block.text.split(separator: "\n").first, first.hasPrefix("# "), first.hasSuffix(".yaml")
      else { return nil }
      return SourceFile(name: String(first.dropFirst(2)), text: block.text)
    }
    return Dictionary(named.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cells of all rows of the table below the heading row that begins with `heading`.
  func table(_ heading: String) -> [[String]] {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("| \(heading) |") }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { row in
      row.split(separator: "|").map { cell in String(cell.trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed())
      }
    }
  }

  /// The page with other texts in place of some blocks.
  func replacing(_ changes: [(block: Block, text: String)]) -> String {
    var lines = lines
    for change in changes.sorted(by: { $0.block.lines.lowerBound > $1.block.lines.lowerBound }) {
      lines.replaceSubrange(
        change.block.lines, with: change.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false))
    }
    return lines.joined(separator: "\n")
  }
}
