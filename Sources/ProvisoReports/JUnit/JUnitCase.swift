import ProvisoModel

/// One test: a result, a draft without results, a rule that is switched off, or an input that could not be checked.
struct JUnitCase {
  /// How a test can end; the words are the names of the elements.
  enum End: String {
    case passed, failure, error, skipped
  }

  let end: End
  private let group: String
  let name: String
  private let file: String
  /// The rule or the code of a problem.
  private let type: String
  private let message: String
  private let details: String

  /// A result. What is undetermined or does not count is skipped, with the reason.
  init(_ result: RuleResult, of draft: DraftReport) {
    group = result.packID
    // The same rule may come out differently in other places, and every test needs a name of its own.
    let places = result.regions.isEmpty ? "" : " in " + result.regions.joined(separator: ", ")
    name = "\(draft.label) :: \(result.ruleID)\(places)"
    file = draft.path
    type = result.ruleID
    let headline = Wording.shortened(Wording.headline(result).onOneLine, to: Shown.prose)
    if let exemption = Wording.exemption(result) {
      end = .skipped
      message = "\(headline) (\(exemption.onOneLine))"
    } else {
      switch result.outcome {
      case .fail: (end, message) = (.failure, "\(result.level.rawValue): \(headline)")
      case .undetermined: (end, message) = (.skipped, headline)
      case .notApplicable: (end, message) = (.skipped, "not applicable")
      case .pass: (end, message) = (.passed, "")
      }
    }
    let lines = result.locationsInOrder.prefix(Shown.locations).map { place in
      "\(draft.path):\(place.line):\(place.column): \(place.role): \(Wording.shortened(place.matched).onOneLine)"
    }
    details = (lines + ResultNote.notes(on: result).map(\.line)).joined(separator: "\n")
  }

  /// A draft of which no rule has anything to say.
  init(clean draft: DraftReport) {
    (end, group, name, file) = (.passed, "proviso", "\(draft.label) :: all rules", draft.path)
    (type, message, details) = ("", "", "")
  }

  /// A rule that is not evaluated.
  init(switchedOff rule: String, of pack: PackSummary) {
    (end, group, name, file) = (.skipped, pack.id, rule, "")
    (type, message, details) = (rule, "switched off", "")
  }

  init(_ error: InputError) {
    (end, group, file) = (.error, "proviso", error.path)
    name = "\(error.path.isEmpty ? "input" : error.path) :: \(error.code)"
    (type, message, details) = (error.code, error.message, error.drawing)
  }

  /// The test as an element.
  ///
  /// - Parameter number: which of the tests with this name it is, from 1.
  func xml(number: Int) -> String {
    let name = number == 1 ? name : "\(name) (\(number))"
    var text = "    <testcase classname=\"\(group.onOneLine.xml)\" name=\"\(name.onOneLine.xml)\""
    if !file.isEmpty { text += " file=\"\(file.onOneLine.xml)\"" }
    guard end != .passed else { return text + "/>\n" }
    text += ">\n      <\(end.rawValue)"
    if end != .skipped { text += " type=\"\(type.onOneLine.xml)\"" }
    text += " message=\"\(message.onOneLine.xml)\""
    text += details.isEmpty ? "/>" : ">\(details.xml)</\(end.rawValue)>"
    return text + "\n    </testcase>\n"
  }
}
