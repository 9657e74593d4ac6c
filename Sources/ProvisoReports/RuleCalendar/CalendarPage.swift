import ProvisoModel

/// A calendar for a person at a terminal: days in the margin, what changes beside them.
struct CalendarPage {
  /// Where what happens on a day begins, and where its details do.
  static let textColumn = 12, detailColumn = 20

  let width: Int
  var terminal: Terminal

  static func render(_ calendar: RuleCalendar, _ options: RenderOptions) -> String {
    var page = CalendarPage(options)
    if let packs = calendar.packs { page.add(packs, calendar) }
    for (number, draft) in calendar.drafts.enumerated() {
      if number > 0 || calendar.packs != nil { page.terminal.blank() }
      page.add(draft, calendar)
    }
    for error in calendar.errors {
      if !page.terminal.text.isEmpty { page.terminal.blank() }
      page.terminal.line(
        StyledText("✗ error  ", .error) + StyledText(error.path, .bold) + StyledText("  could not be checked"))
      for drawn in error.drawing.split(whereSeparator: \.isNewline) {
        page.terminal.line(StyledText("  " + String(drawn)))
      }
    }
    return page.terminal.text
  }

  private init(_ options: RenderOptions) {
    width = min(100, max(48, options.width))
    terminal = Terminal(colour: options.colour, hyperlinks: false)
  }

  /// A word with prose behind it, below a day.
  mutating func detail(_ label: String, _ prose: String, _ style: Style = .plain, labelled labelStyle: Style = .dim) {
    var line = StyledText()
    line.pad(to: CalendarPage.textColumn)
    line.add(label, labelStyle)
    for text in prose.wrapped(to: width - CalendarPage.detailColumn) {
      line.pad(to: CalendarPage.detailColumn)
      line.add(text, style)
      terminal.line(line)
      line = StyledText()
    }
  }

  /// The first source with its address, and how many there are besides.
  mutating func sources(_ citations: [Citation]) {
    guard let first = citations.first else { return }
    let others = citations.count - 1
    detail("see", Wording.source(first) + (others > 0 ? " \(Wording.others(others, "source"))" : ""))
    // An address that is broken in two leads nowhere.
    var line = StyledText()
    line.pad(to: CalendarPage.detailColumn)
    terminal.line(line + StyledText(first.url, .dim))
  }
}
