import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// One draft on its way through all rules.
struct Evaluation {
  /// Answers what the diagram asks about one audience, and builds the interpreter only when it is needed.
  final class Answers: Knowledge.Source {
    let text: DraftText
    private let plan: Plan
    private let draft: Draft
    private let facts: Facts
    private let group: AudienceGrouping.Group
    private let date: CalendarDate

    init(_ run: borrowing Evaluation, _ group: AudienceGrouping.Group) {
      (plan, text, draft, facts, date) = (run.plan, run.text, run.draft, run.declared, run.date)
      self.group = group
    }

    private(set) lazy var evaluator: Evaluator = {
      text.attach(draft)
      let states = plan.audiences.states(facts, of: group)
      return Evaluator(Situation(schema: plan.schema, facts: states, date: date, draft: text))
    }()
  }

  let plan: Plan
  let text: DraftText
  let draft: Draft
  /// What the draft states, and what was declared besides, which stands in front.
  let layers: (Facts, Facts)
  var date: CalendarDate
  private(set) var findings: [Decision.Finding] = []
  private var group = AudienceGrouping.Group(places: [], audience: nil)
  private var audience = 0
  private var answersOfGroup: Answers?

  init(plan: Plan, text: DraftText, draft: Draft, layers: (Facts, Facts), date: CalendarDate) {
    (self.plan, self.text, self.draft, self.layers, self.date) = (plan, text, draft, layers, date)
  }

  // MARK: Facts

  func state(_ path: String) -> FactState? { layers.1.states[path] ?? layers.0.states[path] }

  /// The day of a planned sending; nil while none is declared.
  var plannedDay: CalendarDate? {
    if case .known(.instant(let planned))? = state(Fact.plannedSending) { planned.date } else { nil }
  }

  /// The places that are declared.
  var places: [String] {
    guard let path = plan.audiences.places, case .known(.places(let codes))? = state(path) else { return [] }
    return codes
  }

  var audiences: [Facts.Audience] { layers.1.audiences.isEmpty ? layers.0.audiences : layers.1.audiences }

  /// Both layers as one.
  var declared: Facts {
    if layers.1.states.isEmpty, layers.1.audiences.isEmpty { return layers.0 }
    return layers.0.overridden(by: layers.1)
  }

  // MARK: Audiences

  /// Goes on to the next audience.
  mutating func enter(_ group: AudienceGrouping.Group, _ number: Int) {
    self.group = group
    audience = number
    answersOfGroup = nil
  }

  var answers: Answers {
    mutating get {
      if let answersOfGroup { return answersOfGroup }
      let made = Answers(self, group)
      answersOfGroup = made
      return made
    }
  }

  /// Whether a rule can say of this audience what it did not say of the first.
  func isNewHere(_ rule: Int) -> Bool { audience == 0 || dependsOnAudience(rule) }

  private func dependsOnAudience(_ rule: Int) -> Bool { plan.rules[rule].asksPlace || !audiences.isEmpty }

  // MARK: Findings

  /// Adds what a rule says of the audience; audiences of which it says the same are taken together.
  mutating func add(_ decision: RuleDecision, of rule: Int) {
    let level: Level
    switch decision {
    case .decided(.pass), .decided(.notApplicable): return
    case .decided(.fail(let number)): level = plan.rules[rule].cases[number].level
    case .undetermined(let open):
      level = plan.rules[rule].worstCase(of: open).level
      // Only how grave it is stays open: broken it is in any case, and people should see where.
      if let mildest = plan.rules[rule].certainFailure(in: open) { add(.decided(mildest), of: rule) }
    case .failed: level = plan.rules[rule].level
    }
    let places = dependsOnAudience(rule) ? group.places : []
    if audience > 0, let same = findings.firstIndex(where: { $0.rule == rule && $0.decision == decision }) {
      findings[same].places = (findings[same].places + places).sorted()
    } else {
      findings.append(
        Decision.Finding(rule: rule, decision: decision, places: places, audience: audience, level: level))
    }
  }

  /// Puts the findings of several audiences into the order of the rules.
  mutating func sortFindings() {
    let ordered = findings.enumerated().sorted { ($0.element.rule, $0.offset) < ($1.element.rule, $1.offset) }
    findings = ordered.map(\.element)
  }
}
