import ProvisoModel

/// The phrases that the formats for people share.
enum Wording {
  /// `1 rule`, `2 rules`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(plural(noun, number))" }

  /// `and 1 more place`, `and 3 more places`.
  static func others(_ number: Int, _ noun: String) -> String { "and \(number) more \(plural(noun, number))" }

  private static func plural(_ noun: String, _ number: Int) -> String { number == 1 ? noun : noun + "s" }

  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String], _ conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// The first items and the number of the others: `DE, FR, IT and 11 more`. One more than `limit` is still
  /// listed, since "and 1 more" would be no shorter.
  static func shortened(_ items: [String], to limit: Int, _ conjunction: String = "and") -> String {
    guard items.count > limit + 1 else { return list(items, conjunction) }
    return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
  }

  /// The places of a result; nil where places play no part.
  static func places(_ result: RuleResult) -> String? {
    result.regions.isEmpty ? nil : shortened(result.regions, to: 3)
  }

  /// The first codes of places and the number of the places behind the others: `EEA, GB and 12 more`.
  static func places(_ named: [PlaceTable.Named], to limit: Int) -> String {
    guard named.count > limit + 1 else { return list(named.map(place)) }
    let others = named.dropFirst(limit).reduce(0) { $0 + $1.places }
    return named.prefix(limit).map(place).joined(separator: ", ") + " and \(others) more"
  }

  /// `US`, `EEA except IS and IT`.
  static func place(_ named: PlaceTable.Named) -> String {
    named.except.isEmpty ? named.code : "\(named.code) except \(list(named.except))"
  }

  /// The answers to choose from, shortened; empty where any answer may be given.
  static func answers(_ question: Question) -> String { shortened(question.answers, to: 5, "or") }

  /// What a verdict means for the one who wants to send; nil where the counts say it all.
  static func advice(_ verdict: Verdict) -> String? {
    switch verdict {
    case .block: "Do not send."
    case .needsFacts: "Not decided yet."
    case .warn: "A person must decide."
    case .pass: nil
    }
  }

  /// `2 rules broken, 1 piece of advice, 3 rules undetermined, 41 kept, 17 do not apply`, without what is zero.
  static func counts(_ draft: DraftReport) -> String {
    let (counts, tally) = (draft.counts, draft.tally)
    var parts: [String] = []
    var hasNoun = false
    func add(_ number: Int, _ words: String) {
      guard number > 0 else { return }
      parts.append((hasNoun ? String(number) : count(number, "rule")) + " " + words)
      hasNoun = true
    }
    add(tally.broken, "broken")
    if tally.advice > 0 {
      parts.append(pieces(tally.advice))
      hasNoun = false
    }
    add(tally.undetermined, "undetermined")
    add(counts.pass, "kept")
    add(counts.notApplicable, counts.notApplicable == 1 ? "does not apply" : "do not apply")
    return parts.isEmpty ? "No rule was evaluated" : parts.joined(separator: ", ")
  }

  /// `1 piece of advice`, `3 pieces of advice`.
  static func pieces(_ number: Int) -> String { count(number, "piece") + " of advice" }

  /// `3 rules cannot be decided yet`.
  static func undecided(_ number: Int) -> String { "\(count(number, "rule")) cannot be decided yet" }

  /// The same for a draft among others, with the first rule that its text gives cause for:
  /// `3 rules cannot be decided yet, first of all gdpr.missing-opt-out (line 6)`.
  static func undecided(_ draft: DraftReport) -> String {
    let first = draft.suspected.first.map { result in
      ", first of all \(result.ruleID)" + (result.locationsInOrder.first.map { " (line \($0.line))" } ?? "")
    }
    return undecided(draft.undecidedRules) + (first ?? "")
  }

  /// How a fix can be applied; nil where only a person can do it.
  static func applying(_ fix: Fix) -> String? {
    switch fix.applicability {
    case .safe: "`proviso fix` can do it."
    case .suggested: "`proviso fix` can do it; read the result before you send it."
    case .manual: nil
    }
  }

  /// `2 suppressed, 1 in the baseline`; nil where everything counts.
  static func exemptions(_ summary: ReportSummary) -> String? {
    var parts: [String] = []
    if summary.suppressed > 0 { parts.append("\(summary.suppressed) suppressed") }
    if summary.baselined > 0 { parts.append("\(summary.baselined) in the baseline") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The beginning of a text found, as much as is shown.
  static func shortened(_ text: String, to limit: Int = Shown.characters) -> String {
    let start = text.prefix(limit)
    return start.endIndex < text.endIndex ? start + "…" : text
  }

  /// What is to be said of a pack besides its findings.
  static func notices(_ pack: PackSummary) -> [String] { [switchedOff(pack), overdue(pack)].compactMap(\.self) }

  /// `2 rules of pack gdpr are switched off.`; nil where none is.
  static func switchedOff(_ pack: PackSummary) -> String? {
    let number = pack.switchedOff.count
    guard number > 0 else { return nil }
    return "\(count(number, "rule")) of pack \(pack.id) \(number == 1 ? "is" : "are") switched off."
  }

  /// What an overdue pack means.
  static func overdue(_ pack: PackSummary) -> String? {
    pack.overdueSince.map {
      "Pack \(pack.id) \(pack.version) is overdue for review since \($0); its sources may have changed."
    }
  }
}
