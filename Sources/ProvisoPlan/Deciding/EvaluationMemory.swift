import ProvisoLanguage
import ProvisoLogic
public import ProvisoModel
import ProvisoPacks

/// Judges one draft after the other and keeps its memory between them, so that a draft about which there is nothing to
/// say costs no allocation. Each thread needs its own.
public final class EvaluationMemory {
  private let plan: Plan
  private let text: DraftText
  private var knowledge: Knowledge
  private var dispatch: Dispatch.Memory
  /// What is known before an audience is looked at, where there are several.
  private var base: [UInt64] = []
  /// The groups of the places declared last, with what is known of the place variable for each.
  private var groups: (key: GroupKey, groups: [AudienceGrouping.Group], masks: [UInt64])?
  private var inForce: RulesInForce?

  /// Memory for evaluations with `plan`.
  public init(_ plan: Plan) throws(ScanFailure) {
    self.plan = plan
    text = try DraftText(plan.texts)
    knowledge = Knowledge(plan.compiled)
    dispatch = Dispatch.Memory(rules: plan.rules.count)
  }

  /// Judges a draft; see `Plan.evaluate`.
  public func evaluate(
    _ draft: Draft, facts: Facts, asOf day: CalendarDate, only rule: String? = nil
  ) throws(ScanFailure) -> Decision {
    try text.scan(draft.segments)
    var run = Evaluation(plan: plan, text: text, draft: draft, layers: (draft.facts, facts), date: day)
    if let planned = run.plannedDay { run.date = planned }
    let rules = rulesInForce(on: run.date, only: rule)
    bind(run)
    let (groups, masks) = groups(of: run)
    if groups.count > 1 { base = knowledge.possible }
    for number in groups.indices {
      if number > 0 { knowledge.reset(to: base) }
      bind(groups[number], masks.isEmpty ? nil : masks[number], run)
      run.enter(groups[number], number)
      plan.compiled.dispatch.findCandidates(
        knowledge.possible, plan.compiled.diagram.domains, found: text.found, &dispatch)
      decideCandidates(rules, &run)
    }
    if run.findings.count > 1, groups.count > 1 { run.sortFindings() }
    return Decision(date: run.date, findings: run.findings, facts: run.declared, rules: rules.numbers)
  }

  // MARK: What is known

  private func bind(_ run: Evaluation) {
    knowledge.reset()
    let binder = plan.compiled.binder
    for layer in [run.layers.0, run.layers.1] where !layer.states.isEmpty {
      if let coded = layer.coded, coded.schema == plan.schema.fingerprint {
        knowledge.bind(binder, coded, layer.states)
      } else {
        knowledge.bind(binder, plan.schema.coded(layer.states), layer.states)
      }
    }
    knowledge.bind(Fact.sendingDate, .known(.date(run.date)))
  }

  private func bind(_ group: AudienceGrouping.Group, _ mask: UInt64?, _ run: Evaluation) {
    if let audience = group.audience {
      for (path, state) in run.audiences[audience].facts { knowledge.bind(path, state) }
    }
    if let mask, let variable = plan.compiled.placeVariable { knowledge.bind(variable, mask) }
  }

  /// What the groups of places hang on, where no audience has facts of its own.
  private struct GroupKey: Equatable {
    let places: [String]
    let states: [FactState?]
  }

  private func groups(of run: Evaluation) -> ([AudienceGrouping.Group], [UInt64]) {
    let grouping = plan.audiences
    let key = GroupKey(places: run.places, states: grouping.setFacts.map(run.state))
    if let groups, groups.key == key, run.audiences.isEmpty { return (groups.groups, groups.masks) }
    let made = grouping.groups(key.places, run.audiences, state: run.state)
    let masks = plan.compiled.placeVariable == nil ? [] : made.map { plan.compiled.placeMask($0.places.first) }
    if run.audiences.isEmpty { groups = (key, made, masks) }
    return (made, masks)
  }

  // MARK: Rules

  /// The rules that count on one day.
  private struct RulesInForce {
    let date: CalendarDate
    let only: String?
    /// The numbers, and one bit for each of them.
    let numbers: [Int]
    let bits: [UInt64]
  }

  private func rulesInForce(on date: CalendarDate, only rule: String?) -> RulesInForce {
    if let inForce, inForce.date == date, inForce.only == rule { return inForce }
    let numbers = plan.rules.indices.filter {
      plan.rules[$0].isInForce(on: date) && (rule == nil || plan.rules[$0].id == rule)
    }
    var bits = [UInt64](repeating: 0, count: (plan.rules.count + 63) / 64)
    for number in numbers { bits[number >> 6] |= 1 << UInt64(number & 63) }
    let made = RulesInForce(date: date, only: rule, numbers: numbers, bits: bits)
    inForce = made
    return made
  }

  private func decideCandidates(_ rules: RulesInForce, _ run: inout Evaluation) {
    for word in rules.bits.indices {
      var rest = dispatch.candidates[word] & rules.bits[word]
      while rest != 0 {
        let rule = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        if run.isNewHere(rule) { run.add(knowledge.decide(rule, plan.rules[rule].table, run.answers), of: rule) }
      }
    }
  }
}
