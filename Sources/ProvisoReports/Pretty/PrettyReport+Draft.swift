import ProvisoModel

extension PrettyReport {
  /// Whether a draft is told in one line.
  func isOneLine(_ draft: DraftReport) -> Bool { draft.isClean && !options.showAll }

  mutating func add(_ draft: DraftReport) {
    addHeadline(draft)
    for result in draft.results(.fail) {
      terminal.blank()
      addBroken(result, of: draft)
    }
    if draft.undecidedRules > 0 {
      terminal.blank()
      addUndecided(draft)
    }
    addUncounted(draft)
    if options.showAll {
      addList("Kept:", draft.results(.pass))
      addList("Not applicable:", draft.results(.notApplicable))
    }
  }

  /// `✗ block  drafts/sale.json  summer_sale`, and below it what to do and how many rules came out how.
  private mutating func addHeadline(_ draft: DraftReport) {
    var line = StyledText("\(draft.verdict.sign) \(draft.verdict.rawValue)", .verdict(draft.verdict))
    line.add("  ")
    line.add(draft.path, .bold)
    if let id = draft.id { line.add("  \(id)") }
    let counts = Wording.counts(draft)
    if draft.isClean {
      line.add("  \(counts)", .dim)
      terminal.line(line)
    } else {
      terminal.line(line)
      let isEvaluated = draft.counts.evaluated > 0
      let advice = isEvaluated ? Wording.advice(draft.verdict) : nil
      let sentences = [advice, counts + "."].compactMap(\.self).joined(separator: " ")
      paragraph(StyledText("  "), sentences, isEvaluated ? .plain : .caution, at: 2)
    }
  }

  private mutating func addBroken(_ result: RuleResult, of draft: DraftReport) {
    paragraph(label(result.level.rawValue, .level(result.level)), result.headline, .bold)
    let places = Wording.places(result).map { " · in \($0)" } ?? ""
    indented(StyledText(result.ruleID + places, .dim))
    addExcerpts(result, of: draft)
    paragraph(label("why"), result.reason)
    for (index, text) in Wording.openCases(result).enumerated() {
      paragraph(index == 0 ? label("case") : StyledText(), text)
    }
    if !result.missingFacts.isEmpty { paragraph(label("needs"), Wording.needs(result)) }
    for (index, citation) in result.citations.enumerated() { addCitation(citation, isFirst: index == 0) }
    if let doubt = Wording.doubt(result.confidence) { paragraph(StyledText(), doubt) }
    for (index, fix) in result.fixes.enumerated() {
      paragraph(index == 0 ? label("fix", .outcome(.pass)) : StyledText(), fix.advice)
      if let applying = Wording.applying(fix) { paragraph(StyledText(), applying, .dim) }
    }
  }

  /// What is suppressed or in the baseline, and why.
  private mutating func addUncounted(_ draft: DraftReport) {
    let results = draft.uncounted
    guard !results.isEmpty else { return }
    terminal.blank()
    terminal.line(label("Not counted:"))
    for result in results {
      paragraph(label(result.level.rawValue), result.headline)
      let places = Wording.places(result).map { " · in \($0)" } ?? ""
      let line = result.locationsInOrder.first.map { " · line \($0.line)" } ?? ""
      indented(StyledText(result.ruleID + places + line, .dim))
      if let exemption = Wording.exemption(result) { paragraph(StyledText(), exemption, .dim) }
    }
  }

  /// The lines of the file that a result speaks of.
  private mutating func addExcerpts(_ result: RuleResult, of draft: DraftReport) {
    let locations = result.locationsInOrder
    guard let first = locations.first else { return }
    let shown = Array(locations.prefix(Shown.locations))
    indented(StyledText("\(first.role), \(draft.path):\(first.line):\(first.column)", .dim))
    let column = PrettyReport.textColumn
    for excerpt in Excerpt.excerpts(of: shown, columns: width - column - 2, style: .level(result.level)) {
      let number = String(excerpt.number)
      let gutter = String(repeating: " ", count: max(0, column - 1 - number.count)) + number + " │ "
      terminal.line(StyledText(gutter, .dim) + excerpt.text)
      terminal.line(StyledText(String(repeating: " ", count: column) + "│ ", .dim) + excerpt.marks)
    }
    let others = locations.count - shown.count
    if others > 0 { indented(StyledText(Wording.others(others, "place"), .dim)) }
    for reading in Wording.readings(result) { paragraph(StyledText(), reading, .dim) }
  }

  /// The source and where to read it: as a link where links are wanted, else on the same line if it fits.
  private mutating func addCitation(_ citation: Citation, isFirst: Bool) {
    let margin = isFirst ? label("see") : StyledText()
    let source = Wording.source(citation)
    if options.colour, options.hyperlinks, !citation.url.isEmpty {
      var line = margin
      line.pad(to: PrettyReport.textColumn)
      line.add(source, link: citation.url)
      return terminal.line(line)
    }
    let url = StyledText(citation.url, .dim)
    let sourceWidth = source.onOneLine.displayWidth
    if PrettyReport.textColumn + sourceWidth + 2 + url.width <= width {
      var line = margin
      line.pad(to: PrettyReport.textColumn)
      line.add(source.onOneLine + "  ")
      terminal.line(line + url)
    } else {
      paragraph(margin, source)
      indented(url)
    }
  }

  /// One line a rule, for rules that need no action.
  private mutating func addList(_ heading: String, _ results: [RuleResult]) {
    guard let outcome = results.first?.outcome else { return }
    terminal.blank()
    terminal.line(label(heading, .outcome(outcome)))
    for result in results {
      paragraph(StyledText("    ") + StyledText(result.ruleID, .dim) + StyledText("  "), result.title)
    }
  }
}

extension Verdict {
  /// A sign for the eye; the word always stands beside it.
  var sign: String {
    switch self {
    case .block: "✗"
    case .needsFacts: "?"
    case .warn: "!"
    case .pass: "✓"
    }
  }
}
