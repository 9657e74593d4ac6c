import ProvisoDocuments
import ProvisoModel

/// What a run has to say beside its results: facts that are missing, inputs that could not be checked, packs whose
/// sources must be read again, rules that are switched off.
struct SARIFNotices {
  /// A kind of notice, as the tool declares it.
  private struct Kind: Hashable {
    let id: String
    let description: String?
  }

  private static let missingFact = Kind(id: "fact.missing", description: "A fact that rules wait for is not known.")
  private static let overdue = Kind(id: "pack.overdue", description: "A pack's sources must be read again.")
  private static let switchedOff = Kind(id: "rule.switched-off", description: "Rules of a pack are not evaluated.")

  private var kinds: [Kind] = []
  private let isSuccessful: Bool
  private var execution: [JSONValue] = []
  private var configuration: [JSONValue] = []

  init(_ report: Report) {
    isSuccessful = report.errors.isEmpty
    for draft in report.drafts { add(draft) }
    for error in report.errors {
      let region = SARIFReport.region(line: error.line ?? 1, column: error.column ?? 1)
      execution.append(
        notice(
          Kind(id: error.code, description: nil), error.message, "error",
          at: SARIFReport.physicalLocation(error.path, region)))
    }
    for pack in report.packs {
      guard let text = Wording.switchedOff(pack) else { continue }
      configuration.append(
        notice(SARIFNotices.switchedOff, text, "note", properties: [("rules", .strings(pack.switchedOff))]))
    }
    for text in report.packs.compactMap(Wording.overdue) {
      configuration.append(notice(SARIFNotices.overdue, text, "warning"))
    }
  }

  /// The facts that undetermined rules of a draft wait for, each with the question and the rules.
  private mutating func add(_ draft: DraftReport) {
    var order: [String] = []
    var rules: [String: Set<String>] = [:]
    for result in draft.results(.undetermined) {
      for fact in result.missingFacts {
        if rules[fact] == nil { order.append(fact) }
        rules[fact, default: []].insert(result.ruleID)
      }
    }
    let questions = Dictionary(draft.questions.map { ($0.path, $0.text) }) { first, _ in first }
    for fact in order {
      let waiting = rules[fact]?.sorted() ?? []
      let text = "\(fact) is not known; needed by \(Wording.count(waiting.count, "rule"))."
      let question = questions[fact].map { " \($0)" } ?? ""
      execution.append(
        notice(
          SARIFNotices.missingFact, text + question, "note",
          at: SARIFReport.physicalLocation(draft.path, SARIFReport.region()),
          properties: [("fact", .string(fact)), ("draft", .string(draft.label)), ("rules", .strings(waiting))]))
    }
  }

  private mutating func notice(
    _ kind: Kind, _ text: String, _ level: String, at place: JSONValue? = nil,
    properties: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    let index = kinds.firstIndex(of: kind) ?? kinds.count
    if index == kinds.count { kinds.append(kind) }
    return .members([
      ("descriptor", .object([("id", .string(kind.id)), ("index", .number(index))])),
      ("level", .string(level)), ("message", SARIFReport.message(text.onOneLine)),
      ("locations", place.map { .array([.object([("physicalLocation", $0)])]) }),
      ("properties", properties.isEmpty ? nil : .object(properties)),
    ])
  }

  /// The kinds that occur.
  var descriptors: [JSONValue] {
    kinds.map { kind in
      .members([("id", .string(kind.id)), ("shortDescription", kind.description.map(SARIFReport.message))])
    }
  }

  /// The run itself. The exit code depends on options that a report does not know.
  var invocation: JSONValue {
    .object([
      ("executionSuccessful", .truth(isSuccessful)), ("toolExecutionNotifications", .array(execution)),
      ("toolConfigurationNotifications", .array(configuration)),
    ])
  }
}
