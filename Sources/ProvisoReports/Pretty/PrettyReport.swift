import ProvisoModel

/// A report for a person at a terminal: the worst first, the text that is meant underlined, and a way to mend it.
struct PrettyReport {
  /// Where the text of every entry begins; labels and line numbers stand before it.
  static let textColumn = 10
  /// The widest lines that prose is set in; longer ones are hard to read.
  private static let measure = 100

  let options: RenderOptions
  /// Whether it is about one draft only, which is told in more detail.
  let isSingle: Bool
  /// The columns of the terminal.
  let width: Int
  var terminal: Terminal

  private init(_ options: RenderOptions, isSingle: Bool) {
    self.isSingle = isSingle
    self.options = options
    width = max(40, options.width)
    terminal = Terminal(colour: options.colour, hyperlinks: options.hyperlinks)
  }

  static func render(_ report: Report, _ options: RenderOptions) -> String {
    var page = PrettyReport(options, isSingle: report.drafts.count == 1)
    for (index, draft) in report.drafts.enumerated() {
      // Drafts with nothing to say stand line under line.
      if index > 0, !page.isOneLine(draft) || !page.isOneLine(report.drafts[index - 1]) { page.terminal.blank() }
      page.add(draft)
    }
    page.add(RunQuestions(report))
    for error in report.errors {
      if !page.terminal.text.isEmpty { page.terminal.blank() }
      page.add(error)
    }
    if !page.terminal.text.isEmpty { page.terminal.blank() }
    page.addEnd(report)
    return page.terminal.text
  }

  /// Prose behind a label, wrapped; the lines after the first stand under its beginning.
  mutating func paragraph(_ label: StyledText, _ prose: String, _ style: Style = .plain, at column: Int = textColumn) {
    var line = label
    let indent = max(column, label.width)
    for text in prose.wrapped(to: min(width, PrettyReport.measure) - indent) {
      line.pad(to: indent)
      line.add(text, style)
      terminal.line(line)
      line = StyledText()
    }
  }

  /// The label of an entry: a word in the margin.
  func label(_ word: String, _ style: Style = .dim) -> StyledText { StyledText("  ") + StyledText(word, style) }

  /// Text that stands under the entries, without a label.
  mutating func indented(_ text: StyledText) {
    var line = StyledText()
    line.pad(to: PrettyReport.textColumn)
    terminal.line(line + text)
  }
}
