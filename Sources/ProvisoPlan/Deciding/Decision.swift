import ProvisoLanguage
public import ProvisoModel

/// What all rules say of one draft. Rules that are kept or do not apply are not listed.
public struct Decision {
  /// What one rule says for some of the places.
  struct Finding {
    /// The rule's number in the plan.
    let rule: Int
    let decision: RuleDecision
    /// Whether it says that the rule is broken, be it that only its case is open.
    let isBroken: Bool
    /// The places it holds for, in alphabetical order; empty when places play no part.
    let places: [String]
    /// The number of an audience it holds for.
    let audience: Int
    /// How grave it is; for an undetermined rule the gravest it may still become.
    let level: Level

    var outcome: Outcome { isBroken ? .fail : .undetermined }

    /// The cases by which the rule is or may be broken, in ascending order.
    var cases: [Int] {
      switch decision {
      case .decided(let result): result.failure.map { [$0] } ?? []
      case .broken(let numbers): numbers
      case .undetermined(let open): open.possible.compactMap(\.failure)
      case .failed: []
      }
    }
  }

  /// A finding as it is noted while rules are decided: numbers only, so that thousands cost little.
  struct Mark: BitwiseCopyable {
    let rule: Int32
    /// The case that is broken, the mildest where several may be; -1 where the rule is not decided.
    let broken: Int32
    /// The number of its decision in `open`; -1 for a rule that is broken by a certain case.
    let detail: Int32
    /// The first audience it holds for.
    let audience: Int32
    /// The number of its audiences in `shared`; -1 where there is one only.
    var audiences: Int32 = -1
    private let isWarning: Bool, isBlock: Bool
    /// Whether places play a part.
    let isLocal: Bool

    var isBroken: Bool { broken >= 0 }
    var level: Level { isBlock ? .block : isWarning ? .warn : .advice }

    init(rule: Int, broken: Int32, detail: Int = -1, audience: Int, level: Level, isLocal: Bool) {
      self.rule = Int32(rule)
      self.broken = broken
      self.detail = Int32(detail)
      self.audience = Int32(audience)
      (isWarning, isBlock) = (level == .warn, level == .block)
      self.isLocal = isLocal
    }
  }

  /// The day the draft was judged for.
  public let date: CalendarDate
  /// What the draft states, and what was declared besides.
  let stated: Facts, declared: Facts
  /// The numbers of the rules that were evaluated.
  let rules: [Int]
  /// One bit for each rule of the plan, set for those of `rules` that apply somewhere or may apply; empty where nobody
  /// asked.
  let applying: [UInt64]
  /// The groups of places that rules can tell apart.
  let groups: [AudienceGrouping.Group]
  /// The broken and the undetermined rules, in the order of the plan.
  let marks: [Mark]
  /// What is said of rules that are undetermined, or of which only the case is.
  let open: [RuleDecision]
  /// The audiences of marks that hold for several.
  let shared: [[Int32]]

  /// The broken and the undetermined rules, in the order of the plan.
  var findings: [Finding] {
    marks.map { mark in
      let audiences = mark.audiences < 0 ? [mark.audience] : shared[Int(mark.audiences)]
      return Finding(
        rule: Int(mark.rule),
        decision: mark.detail < 0 ? .decided(.fail(Int(mark.broken))) : open[Int(mark.detail)],
        isBroken: mark.isBroken,
        places: mark.isLocal ? audiences.flatMap { groups[Int($0)].places }.sorted() : [],
        audience: Int(mark.audience), level: mark.level)
    }
  }

  /// Everything that was declared.
  var facts: Facts { stated.overridden(by: declared) }

  /// Whether a rule applies somewhere, or may apply.
  func mayApply(_ rule: Int) -> Bool { applying.isEmpty || applying[rule >> 6] >> UInt64(rule & 63) & 1 == 1 }

  /// The worst of all outcomes.
  public var verdict: Verdict {
    marks.lazy.map { Verdict(of: $0.isBroken ? .fail : .undetermined, $0.level) }.max() ?? .pass
  }

  /// The gravest level that is broken in any case; advice where nothing graver is, since advice never spoils a verdict.
  var certainLevel: Level { marks.filter(\.isBroken).map(\.level).max() ?? .advice }
}
