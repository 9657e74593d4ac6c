public import ProvisoModel

/// What an interview about a draft came to, for people: one labelled line after the other.
public struct InterviewReport: Sendable {
  /// The most rules or questions named.
  private static let mostNamed = 5

  /// What is known of the draft in the end.
  public var draft: DraftReport
  /// The questions that still matter.
  public var open: [Question]
  /// How many questions were asked.
  public var asked: Int
  /// The file with the answers; nil where none was written.
  public var factsFile: String?

  /// A report on an interview.
  public init(draft: DraftReport, open: [Question], asked: Int, factsFile: String?) {
    self.draft = draft
    self.open = open
    self.asked = asked
    self.factsFile = factsFile
  }

  /// The whole text.
  public var text: String {
    let advice = Wording.advice(draft.verdict).map { ". \($0)" } ?? ""
    var lines = ["verdict: \(draft.verdict.rawValue)\(advice)"]
    let broken = draft.results.filter { $0.outcome == .fail && $0.level > .advice }
    lines += InterviewReport.list("broken", broken.map(InterviewReport.line))
    lines += InterviewReport.list("still open", open.map { "\($0.path): \($0.text)" })
    lines.append("questions: \(asked)")
    if let factsFile { lines.append("facts: \(factsFile)") }
    return lines.map { "\($0.visible)\n" }.joined()
  }

  private static func line(_ result: RuleResult) -> String {
    let places = Wording.places(result).map { " in \($0)" } ?? ""
    return "\(result.ruleID) (\(result.level.rawValue)\(places)): \(result.message.onOneLine)"
  }

  private static func list(_ name: String, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    // One more than the limit is no longer than saying so.
    guard items.count > mostNamed + 1 else { return ["\(name):"] + items.map { "  \($0)" } }
    return ["\(name):"] + items.prefix(mostNamed).map { "  \($0)" } + ["  and \(items.count - mostNamed) more"]
  }
}
