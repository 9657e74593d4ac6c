import ProvisoModel

/// What stands behind the headline and places of a result: a reason, a source, a fix, each with its label.
struct ResultNote {
  let label: String
  /// One line, without what a terminal would obey.
  let text: String
  /// Where a source can be read; empty for anything else.
  var address = ""

  private init(_ label: String, _ text: String, address: String = "") {
    self.label = label
    self.text = text.onOneLine
    self.address = address.onOneLine
  }

  /// The text, with the address behind it.
  var whole: String { address.isEmpty ? text : "\(text) \(address)" }

  /// The note with its label.
  var line: String { "\(label): \(whole)" }

  /// The notes of a result, in the order in which a person wants to know.
  static func notes(on result: RuleResult) -> [ResultNote] {
    var notes = Wording.readings(result).map { ResultNote("disguise", $0) }
    notes.append(ResultNote("why", result.reason))
    notes += Wording.openCases(result).map { ResultNote("case", $0) }
    // Of an undetermined rule the headline says it.
    if result.outcome != .undetermined, !result.missingFacts.isEmpty {
      notes.append(ResultNote("needs", Wording.needs(result)))
    }
    notes += result.citations.map { ResultNote("see", Wording.source($0), address: $0.url) }
    if let doubt = Wording.weakness(result.confidence) { notes.append(ResultNote("doubt", doubt)) }
    notes += result.fixes.map { fix in
      // Whether there is anything to mend is not known of an undetermined rule.
      ResultNote(
        result.outcome == .undetermined ? "if broken" : "fix",
        [fix.advice, Wording.applying(fix)].compactMap(\.self).joined(separator: " "))
    }
    return notes.filter { !$0.whole.isEmpty }
  }
}
