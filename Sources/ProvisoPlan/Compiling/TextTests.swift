import ProvisoLanguage
import ProvisoModel

/// What can be said of a plan's variables about texts and lists from what was found alone, before any rule is looked at.
struct TextTests: Sendable {
  /// One variable.
  struct Test {
    /// A stretch of `triggers`; empty for a variable that hangs on more than they tell.
    var triggers: Range<Int32> = 0..<0
    /// The answer while none of them was found.
    var whenSilent = false
    /// Whether one of them found makes the answer yes.
    var isSufficient = false
  }

  private(set) var tests: [Test] = []
  private(set) var triggers: [Int32] = []

  init(_ variables: [VariableTable.Variable], _ texts: TextTables, _ schema: FactSchema) {
    let silence = Silence(texts, schema)
    for variable in variables {
      var test = Test()
      if case .answer(let atom) = variable, let (needed, answer) = silence.answer(of: atom) {
        let start = Int32(triggers.count)
        triggers += needed
        test = Test(triggers: start..<Int32(triggers.count), whenSilent: answer, isSufficient: atom.isFoundAlone)
      }
      tests.append(test)
    }
  }

  /// What a variable hangs on, and its answer while nothing of that was found; nil where it hangs on more.
  func silent(_ variable: Int) -> (triggers: ArraySlice<Int32>, answer: Bool)? {
    let test = tests[variable]
    guard !test.triggers.isEmpty else { return nil }
    return (triggers[Int(test.triggers.lowerBound)..<Int(test.triggers.upperBound)], test.whenSilent)
  }

  /// The answer of a variable; nil where more must be looked at.
  func answer(_ variable: Int, _ found: TriggerSet, isPlain: Bool) -> Bool? {
    let test = tests[variable]
    guard !test.triggers.isEmpty else { return nil }
    for place in test.triggers where found.contains(Int(triggers[Int(place)])) {
      return test.isSufficient && isPlain ? true : nil
    }
    return test.whenSilent
  }
}

extension Atom {
  /// Whether a phrase found anywhere makes it true, in a text where every find counts for the whole.
  var isFoundAlone: Bool {
    guard case .text(.scope(.text), .mentions(let mention)) = self else { return false }
    return mention.nearness.isEmpty && mention.languages == nil
  }
}
