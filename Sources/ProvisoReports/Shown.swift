/// How much of a report a person is shown; the JSON report holds everything.
enum Shown {
  /// Characters of a place in the text.
  static let characters = 120
  /// Characters of a sentence where a site cuts or refuses what is long.
  static let prose = 1_000
  /// Sets of facts that would decide one rule.
  static let missingSets = 3
  /// Places in the text for one result.
  static let locations = 6
  /// Questions for one draft.
  static let questions = 5
  /// Files in which something waits for facts.
  static let files = 5
  /// Questions about the same, for a whole run.
  static let questionsOfAKind = 4
  /// Undetermined rules that are told in full for one draft.
  static let suspected = 3
}
