import ProvisoModel

extension PrettyReport {
  /// Whether a draft is told in one line.
  func isOneLine(_ draft: DraftReport) -> Bool { draft.isClean && !options.showAll }

  mutating func add(_ draft: DraftReport) {
    addHeadline(draft)
    var drawn: [TextLocation] = []
    for group in FindingGroup.groups(draft.results(.fail)) {
      terminal.blank()
      addBroken(group, of: draft, drawn: drawn)
      drawn = group.first.locations
    }
    if draft.undecidedRules > 0 {
      // Among others a draft of which nothing is said but this takes few lines.
      if isSingle || !draft.results(.fail).isEmpty { terminal.blank() }
      addUndecided(draft)
    }
    addUncounted(draft)
    if options.showAll {
      addList("Undetermined:", draft.results(.undetermined))
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

  /// - Parameter drawn: the places that were drawn last.
  private mutating func addBroken(_ group: FindingGroup, of draft: DraftReport, drawn: [TextLocation]) {
    let result = group.first
    paragraph(label(result.level.rawValue, .level(result.level)), Wording.headline(result), .bold)
    indented(StyledText(result.ruleID + (Wording.places(result).map { " · in \($0)" } ?? ""), .dim))
    addExcerpts(result, of: draft, drawn: drawn)
    paragraph(label("why"), result.reason)
    for (index, text) in Wording.openCases(result).enumerated() {
      paragraph(index == 0 ? label("case") : StyledText(), text)
    }
    if !result.missingFacts.isEmpty { paragraph(label("needs"), Wording.needs(result)) }
    for (index, citation) in result.citations.enumerated() { addCitation(citation, isFirst: index == 0) }
    if let doubt = Wording.weakness(result.confidence) { paragraph(StyledText(), doubt) }
    for (index, fix) in result.fixes.enumerated() {
      paragraph(index == 0 ? label("fix", .outcome(.pass)) : StyledText(), fix.advice)
      if let applying = Wording.applying(fix) { paragraph(StyledText(), applying, .dim) }
    }
    for (index, other) in group.others.enumerated() {
      paragraph(index == 0 ? label("also") : StyledText(), Wording.also(other))
    }
  }

  /// What is suppressed or in the baseline, and why.
  private mutating func addUncounted(_ draft: DraftReport) {
    let results = draft.uncounted
    guard !results.isEmpty else { return }
    terminal.blank()
    terminal.line(label("Not counted:"))
    for result in results {
      paragraph(label(result.level.rawValue), Wording.headline(result))
      let places = Wording.places(result).map { " · in \($0)" } ?? ""
      let line = result.locationsInOrder.first.map { " · line \($0.line)" } ?? ""
      indented(StyledText(result.ruleID + places + line, .dim))
      if let exemption = Wording.exemption(result) { paragraph(StyledText(), exemption, .dim) }
    }
  }

  /// The lines of the file that a result speaks of; those that were drawn last are only named.
  mutating func addExcerpts(_ result: RuleResult, of draft: DraftReport, drawn: [TextLocation] = []) {
    let locations = result.locationsInOrder
    guard let first = locations.first else { return }
    let shown = Array(locations.prefix(Shown.locations))
    let isDrawn = result.locations == drawn
    let place = "\(first.role), \(draft.path):\(first.line):\(first.column)"
    indented(StyledText(place + (isDrawn ? ", as above" : ""), .dim))
    if isDrawn { return }
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

  /// One line a rule.
  private mutating func addList(_ heading: String, _ results: [RuleResult]) {
    guard let outcome = results.first?.outcome else { return }
    terminal.blank()
    terminal.line(label(heading, .outcome(outcome)))
    for result in results {
      let words = outcome == .undetermined ? Wording.doubt(result) : result.title
      paragraph(StyledText("    ") + StyledText(result.ruleID, .dim) + StyledText("  "), words)
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
