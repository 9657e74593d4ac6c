import ProvisoLanguage

/// What can be said of a plan's text variables from what was found alone, before any rule is looked at.
struct TextTests: Sendable {
  /// One text variable.
  struct Test {
    /// A stretch of `triggers`; without one of them found, the answer is no. Empty for a variable of another kind.
    var triggers: Range<Int32> = 0..<0
    /// Whether one of them found makes the answer yes.
    var isSufficient = false
  }

  private(set) var tests: [Test] = []
  private(set) var triggers: [Int32] = []

  init(_ variables: [VariableTable.Variable], _ texts: TextTables) {
    for variable in variables {
      let start = Int32(triggers.count)
      var isSufficient = false
      if case .answer(.text(.scope(let scope), let check)) = variable {
        switch check {
        case .mentions(let mention) where mention.languages == nil:
          triggers += mention.vocabularies.compactMap { texts.vocabularies.numbers[$0].map(Int32.init) }
          isSufficient = TextTests.isSufficient(mention, in: scope)
        case .matches(let pattern):
          triggers += texts.patterns[pattern].map { [Int32(texts.trigger(pattern: $0))] } ?? []
        case .detector(let name, _):
          triggers += texts.detectors[name].map { [Int32(texts.trigger(detector: $0))] } ?? []
        case .mentions, .contains, .containsFact, .isOneOf, .isPhrase: break
        }
      }
      tests.append(Test(triggers: start..<Int32(triggers.count), isSufficient: isSufficient))
    }
  }

  /// Whether a phrase found anywhere makes a mention true, in a text where every find counts for the whole.
  static func isSufficient(_ mention: Mention, in scope: TextScope) -> Bool {
    scope == .text && mention.nearness.isEmpty && mention.languages == nil
  }

  /// The answer of a variable; nil where more must be looked at.
  func answer(_ variable: Int, _ found: TriggerSet, isPlain: Bool) -> Bool? {
    let test = tests[variable]
    guard !test.triggers.isEmpty else { return nil }
    for place in test.triggers where found.contains(Int(triggers[Int(place)])) {
      return test.isSufficient && isPlain ? true : nil
    }
    return false
  }
}
