import ProvisoLanguage
import ProvisoModel

/// What can be said of a plan's variables about texts and lists from what was found alone, before any rule is looked at.
struct TextTests: Sendable {
  /// One variable.
  struct Test {
    /// A stretch of `groups`: of each of them something must be found; empty for a variable that hangs on more.
    var groups: Range<Int> = 0..<0
    /// The answer while of one of them nothing was found.
    var whenSilent = false
    /// Whether one find makes the answer yes.
    var isSufficient = false
  }

  private var tests: [Test] = []
  /// Stretches of `triggers`.
  private var groups: [Range<Int>] = []
  private var triggers: [Int32] = []

  init(_ variables: [VariableTable.Variable], _ texts: TextTables, _ schema: FactSchema) {
    let silence = Silence(texts, schema)
    for variable in variables {
      var test = Test()
      if case .answer(let atom) = variable, let (needed, answer) = silence.answer(of: atom) {
        test = Test(
          groups: groups.count..<groups.count + needed.count, whenSilent: answer, isSufficient: atom.isFoundAlone)
        for group in needed {
          groups.append(triggers.count..<triggers.count + group.count)
          triggers += group
        }
      }
      tests.append(test)
    }
  }

  /// For each group of triggers that a variable hangs on, those triggers, and its answer while of one group nothing was
  /// found; nil where it hangs on more.
  func silent(_ variable: Int) -> (groups: [[Int]], answer: Bool)? {
    let test = tests[variable]
    guard !test.groups.isEmpty else { return nil }
    return (groups[test.groups].map { triggers[$0].map(Int.init) }, test.whenSilent)
  }

  /// The answer of a variable; nil where more must be looked at.
  func answer(_ variable: Int, _ found: TriggerSet, isPlain: Bool) -> Bool? {
    let test = tests[variable]
    guard !test.groups.isEmpty else { return nil }
    if isSilent(variable, found) { return test.whenSilent }
    return test.isSufficient && isPlain ? true : nil
  }

  /// Whether a variable has the answer of a text in which nothing is found, as far as finds tell.
  func isSilent(_ variable: Int, _ found: TriggerSet) -> Bool {
    tests[variable].groups.contains { !isFound(groups[$0], found) }
  }

  private func isFound(_ group: Range<Int>, _ found: TriggerSet) -> Bool {
    for place in group where found.contains(Int(triggers[place])) { return true }
    return false
  }
}

extension Atom {
  /// Whether a phrase found anywhere makes it true, in a text where every find counts for the whole.
  var isFoundAlone: Bool {
    guard case .text(.scope(.text), .mentions(let mention)) = self else { return false }
    return mention.nearness.isEmpty && mention.languages == nil
  }
}
