import ProvisoLanguage
import ProvisoLogic
public import ProvisoModel
import ProvisoPacks

/// Judges one draft after the other and keeps its memory between them, so that a draft about which there is nothing to
/// say costs no allocation. Each thread needs its own.
///
/// What every draft touches is not checked for overlapping accesses: nothing here calls anybody who could reach it again.
public final class EvaluationMemory {
  let plan: Plan
  let text: DraftText
  let questions: QuestionMemory
  @exclusivity(unchecked) private var knowledge: Knowledge
  @exclusivity(unchecked) private var dispatch: Dispatch.Memory
  /// What is known before an audience is looked at, where there are several.
  @exclusivity(unchecked) private var base: [UInt64] = []
  @exclusivity(unchecked) private var groups: PlaceGroups
  @exclusivity(unchecked) private var day: PlannedDay
  /// What is judged at present.
  @exclusivity(unchecked) private var subject = Subject()
  /// Decides what the diagram cannot, for the present audience; made when it is first needed.
  @exclusivity(unchecked) private var evaluator: Evaluator?

  private struct Subject {
    var draft: Draft?
    /// What is declared besides what the draft states.
    var facts = Facts()
    /// The number of its group of places.
    var audience = 0
  }

  /// Memory for evaluations with `plan`.
  public init(_ plan: Plan) throws(ScanFailure) {
    self.plan = plan
    text = try DraftText(plan.texts)
    questions = QuestionMemory(plan)
    knowledge = Knowledge(plan.compiled)
    dispatch = Dispatch.Memory(rules: plan.rules.count)
    groups = PlaceGroups.undeclared
    day = PlannedDay(plan, CalendarDate(day: 0), only: nil)
  }

  /// Judges a draft; see `Plan.evaluate`.
  ///
  /// - Parameter tellingApplicable: whether the decision tells which rules apply, as a report needs it.
  public func evaluate(
    _ draft: Draft, facts: Facts, asOf day: CalendarDate, only rule: String? = nil, tellingApplicable: Bool = false
  ) throws(ScanFailure) -> Decision {
    try text.scan(draft)
    var notice = FactBinder.Notice()
    knowledge.reset()
    let (stated, later) = (coded(draft.facts), coded(facts))
    knowledge.bind(stated, draft.facts.states, isLater: false, &notice)
    knowledge.bind(later, facts.states, isLater: true, &notice)
    enter(notice.planned?.date ?? day, only: rule)
    for (variable, mask) in self.day.masks { knowledge.bind(variable, mask) }
    for (test, limit) in self.day.measures {
      let holds = test.holds(text.measure(test.measure, of: .scope(test.scope)), limit)
      knowledge.bind(test.variable, holds ? 0b10 : 0b01)
    }
    let hasAudiences = !facts.audiences.isEmpty || !draft.facts.audiences.isEmpty
    let audiences = hasAudiences ? draft.facts.overridden(by: facts).audiences : []
    if notice.hasPlaces || hasAudiences {
      groups = PlaceGroups.of(draft.facts, facts, audiences, plan, after: groups)
    } else {
      groups = PlaceGroups.undeclared
    }
    if !hasAudiences, groups.groups.count == 1 { knowledge.renewStandingAnswers(stated, later, on: self.day.date) }
    var found = DecisionMarks()
    var applying: [UInt64] = []
    if tellingApplicable { applying = Array(repeating: 0, count: self.day.inForce.count) }
    if groups.groups.count > 1 {
      // Appended, since a copy would be shared, and cost another copy once either changes.
      base.removeAll(keepingCapacity: true)
      base.append(contentsOf: knowledge.possible)
    }
    subject = Subject(draft: draft, facts: facts)
    defer { subject = Subject() }
    for number in groups.groups.indices {
      subject.audience = number
      if number > 0 { knowledge.reset(to: base) }
      bindGroup(number, audiences)
      plan.compiled.dispatch.sort(
        knowledge.possible, plan.compiled.diagram.domains, plan.compiled.textTests, found: text.found,
        isPlain: text.isPlain, &dispatch)
      if evaluator != nil { evaluator = nil }
      collect(number, hasAudiences: hasAudiences, &found)
      if tellingApplicable { noteApplying(number, hasAudiences: hasAudiences, &applying) }
    }
    if evaluator != nil { evaluator = nil }
    if groups.groups.count > 1 { found.sort() }
    return Decision(
      date: self.day.date, stated: draft.facts, declared: facts, rules: self.day.numbers,
      applying: applying,
      groups: groups.groups, marks: found.marks, open: found.open, shared: found.shared)
  }

  // MARK: What is known

  private func coded(_ layer: Facts) -> CodedFacts {
    if layer.states.isEmpty { return .none }
    if let coded = layer.coded, coded.schema == plan.schema.fingerprint { return coded }
    return plan.schema.coded(layer.states)
  }

  private func bindGroup(_ number: Int, _ audiences: [Facts.Audience]) {
    if let audience = groups.groups[number].audience {
      for (path, state) in audiences[audience].facts { knowledge.bind(path, state) }
    }
    if !groups.masks.isEmpty, let variable = plan.compiled.placeVariable {
      knowledge.bind(variable, groups.masks[number])
    }
  }

  private func enter(_ date: CalendarDate, only rule: String?) {
    if day.date != date || day.only != rule || day.isEmpty { day = PlannedDay(plan, date, only: rule) }
  }

  // MARK: Rules

  /// Notes what the rules say of an audience.
  private func collect(_ number: Int, hasAudiences: Bool, _ found: inout DecisionMarks) {
    let inForce = day.inForce
    if number == 0 { found.reserve(zip(dispatch.broken, inForce).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }) }
    for word in inForce.indices {
      var rest = (dispatch.candidates[word] | dispatch.broken[word]) & inForce[word]
      // Whatever does not ask for the place was said of the first audience.
      if number > 0, !hasAudiences { rest &= plan.localRules[word] }
      while rest != 0 {
        let bit = rest & ~(rest &- 1)
        let rule = word * 64 + rest.trailingZeroBitCount
        rest ^= bit
        let isLocal = hasAudiences || plan.localRules[word] & bit != 0
        if dispatch.broken[word] & bit != 0 {
          let broken = dispatch.cases[rule]
          found.addBroken(rule, broken, plan.levels.level(of: rule, Int(broken)), number, isLocal: isLocal)
        } else {
          decide(rule, number, isLocal, &found)
        }
      }
    }
  }

  /// Notes the rules that apply to an audience, or may apply.
  private func noteApplying(_ number: Int, hasAudiences: Bool, _ applying: inout [UInt64]) {
    for rule in day.numbers {
      let (word, bit) = (rule >> 6, UInt64(1) << UInt64(rule & 63))
      guard applying[word] & bit == 0, number == 0 || hasAudiences || plan.localRules[word] & bit != 0 else { continue }
      if knowledge.mayApply(rule, plan.rules[rule].table, text, madeEvaluator) { applying[word] |= bit }
    }
  }

  private func decide(_ rule: Int, _ audience: Int, _ isLocal: Bool, _ found: inout DecisionMarks) {
    let decision = knowledge.decide(rule, plan.rules[rule].table, text, madeEvaluator)
    if case .decided(let result) = decision {
      guard case .fail(let broken) = result else { return }
      let level = plan.levels.level(of: rule, broken)
      found.addBroken(rule, Int32(broken), level, audience, isLocal: isLocal)
      return
    }
    addOpen(rule, decision, audience, isLocal, &found)
  }

  /// Notes a rule of which something is open, be it only its case.
  private func addOpen(
    _ rule: Int, _ decision: RuleDecision, _ audience: Int, _ isLocal: Bool, _ found: inout DecisionMarks
  ) {
    let planned = plan.rules[rule]
    func addBroken(_ number: Int) {
      let level = planned.levels[number]
      found.addOpen(rule, decision, broken: Int32(number), level, audience, isLocal: isLocal)
    }
    switch decision {
    case .broken(let cases): addBroken(cases[0])
    case .undetermined(let open):
      // Only how grave it is stays open: broken it is in any case, and people should see where.
      if let mildest = planned.certainFailure(in: open) { addBroken(mildest) }
      found.addOpen(rule, decision, planned.worstLevel(of: open), audience, isLocal: isLocal)
    case .decided, .failed: found.addOpen(rule, decision, planned.level, audience, isLocal: isLocal)
    }
  }

  /// What decides where the diagram cannot; made when it is first needed for an audience.
  private func madeEvaluator() -> Evaluator {
    if let evaluator { return evaluator }
    if let draft = subject.draft { text.attach(draft) }
    let made = Evaluator(
      Situation(
        schema: plan.schema, facts: subject.draft?.facts.states ?? [:], later: subject.facts.states,
        own: groups.states[subject.audience], date: day.date, draft: text))
    evaluator = made
    return made
  }
}
