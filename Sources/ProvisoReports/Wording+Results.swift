import ProvisoModel

extension Wording {
  /// What is said of a result in a sentence: the pack's words for what is broken, and for what is undetermined the
  /// doubt, since nobody knows whether anything is wrong.
  static func headline(_ result: RuleResult) -> String {
    guard result.outcome == .undetermined else { return result.message.isEmpty ? result.title : result.message }
    return "Not decided: \(doubt(result))."
  }

  /// `A discount shows its terms; needs offer.endsAt`.
  static func doubt(_ result: RuleResult) -> String {
    let needs = needs(result)
    return [result.title, needs.isEmpty ? result.reason : "needs \(needs)"].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// A rule that the same change mends, with the law behind it.
  static func also(_ result: RuleResult) -> String {
    let places = places(result).map { " in \($0)" } ?? ""
    let law = result.citations.first.map { " (\(source($0)))" } ?? ""
    return "\(result.ruleID), \(result.level.rawValue)\(places)\(law)"
  }

  /// The facts that would decide a rule: `consent.status, or draft.purpose and recipient.age`.
  static func needs(_ result: RuleResult) -> String {
    guard !result.missingSets.isEmpty else { return shortened(result.missingFacts, to: 5) }
    let sets = result.missingSets.prefix(Shown.missingSets).map { list($0) }
    return sets.joined(separator: ", or ") + (result.missingSets.count > sets.count ? ", or others" : "")
  }

  /// In which ways a rule may be broken that is broken in any case: `block if recipient.type is consumer: …`.
  static func openCases(_ result: RuleResult) -> [String] {
    result.openCases.enumerated().map { number, open in
      var start = open.level.rawValue
      if let condition = open.condition {
        start += " if \(condition)"
      } else if result.openCases.count > 1 {
        start = (number == 0 ? "at least " : "perhaps ") + start
      }
      return open.messages.isEmpty ? start : "\(start): \(open.messages.joined(separator: " Or: "))"
    }
  }

  /// What a result found in disguise or in parts: `reads `guns`, written as `g u n s``, one line a reading.
  static func readings(_ result: RuleResult) -> [String] {
    var order: [String] = []
    var written: [String: [String]] = [:]
    for location in result.locationsInOrder.prefix(Shown.locations) {
      guard let reading = location.readAs?.onOneLine else { continue }
      if written[reading] == nil { order.append(reading) }
      let form = "`\(shortened(location.matched).onOneLine)`"
      if written[reading]?.contains(form) != true { written[reading, default: []].append(form) }
    }
    return order.map { "reads `\($0)`, written as \(list(written[$0] ?? []))" }
  }

  /// Why a result does not count: `suppressed until 2026-12-31 by Ana: …`, `in the baseline`; nil where it does.
  static func exemption(_ result: RuleResult) -> String? {
    if let suppression = result.suppression {
      let owner = suppression.owner.map { " by \($0)" } ?? ""
      return "suppressed until \(suppression.expires)\(owner): \(suppression.reason)"
    }
    return result.counts ? nil : "in the baseline"
  }

  /// The source with its part: `Regulation (EU) 2016/679, art. 6(1)(a)`.
  static func source(_ citation: Citation) -> String {
    let title = citation.title.isEmpty ? citation.id : citation.title
    return citation.locator.isEmpty ? title : "\(title), \(citation.locator)"
  }

  /// What weakens the sources of a rule; nil where nothing does.
  static func weakness(_ confidence: Confidence) -> String? {
    switch confidence {
    case .verified, .general: nil
    case .secondary: "The source itself was not read for this; it is what others say of it."
    case .unverified: "Nobody has confirmed this in the source."
    }
  }
}
