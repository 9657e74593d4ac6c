import ProvisoModel

/// Answers that rest on declared facts alone, kept from one draft to the next for as long as those facts stay the same:
/// what an organisation declares of itself is the same for all its drafts.
struct StandingAnswers {
  /// What is declared of a fact.
  struct Declared: BitwiseCopyable {
    private var value: Int64 = 0
    private var zone: Int16 = 0
    private var isKnown = false
    private var isAbsent = false
    /// Where in its facts a value stands that has no number; -1 where it has one.
    fileprivate var other: Int32 = -1
    /// Whether it was declared besides what the draft states.
    fileprivate var isLater = false

    init() {}

    init(_ entry: CodedFacts.Entry, isLater: Bool) {
      (value, zone, isKnown, isAbsent) = (entry.value, entry.zone, true, entry.isAbsent)
      (other, self.isLater) = (entry.other, isLater)
    }

    /// Whether the same is declared, as far as numbers tell.
    fileprivate func isSame(as second: Declared) -> Bool {
      value == second.value && zone == second.zone && isKnown == second.isKnown && isAbsent == second.isAbsent
        && (other < 0) == (second.other < 0)
    }
  }

  private let facts: FactAnswers
  /// What is declared of each fact at present; `FactBinder` notes it.
  var declared: [Declared]
  /// What was declared of each fact when the answers were given.
  private var standing: [Declared]
  /// The values of those facts that have no number.
  private var standingValues: [Value?]
  private var date: CalendarDate?
  /// For each variable the values that are possible; 0 while it was not answered.
  private var answers: [UInt64]
  /// The facts that open answers depend on.
  private var open: [Int: [String]] = [:]
  /// Whether the present draft has one set of facts for all recipients.
  private var isInUse = false

  init(_ facts: FactAnswers) {
    self.facts = facts
    declared = Array(repeating: Declared(), count: facts.reads.count)
    standing = declared
    standingValues = Array(repeating: nil, count: facts.reads.count)
    answers = Array(repeating: 0, count: facts.includes.count)
  }

  /// Forgets what is declared, and keeps the answers.
  mutating func reset() {
    for fact in declared.indices { declared[fact] = Declared() }
    isInUse = false
  }

  /// Forgets the answers that what is declared now takes away, and notes the others in `possible`.
  ///
  /// - Parameters:
  ///   - stated: what the draft states; `later` was declared besides, and stands in front.
  ///   - date: the day the draft is judged for.
  mutating func renew(
    _ stated: CodedFacts, _ later: CodedFacts, on date: CalendarDate, _ possible: inout [UInt64]
  ) {
    isInUse = true
    if self.date != date {
      for variable in facts.variables { answers[variable] = 0 }
      self.date = date
    }
    stated.others.withUnsafeBufferPointer { stated in
      later.others.withUnsafeBufferPointer { later in
        for number in declared.indices where !isStanding(number, stated, later) {
          standing[number] = declared[number]
          for variable in facts.reads[number].variables { answers[variable] = 0 }
        }
      }
    }
    for variable in facts.variables where answers[variable] != 0 { possible[variable] = answers[variable] }
  }

  /// Whether the same is declared of a fact as when the answers were given; notes its value if not.
  private mutating func isStanding(
    _ number: Int, _ stated: UnsafeBufferPointer<Value>, _ later: UnsafeBufferPointer<Value>
  ) -> Bool {
    let now = declared[number]
    guard now.other >= 0 else { return now.isSame(as: standing[number]) }
    let others = now.isLater ? later : stated
    if standingValues[number] == others[Int(now.other)] { return now.isSame(as: standing[number]) }
    standingValues[number] = others[Int(now.other)]
    return false
  }

  /// The facts that the open answer of a variable depends on; nil where it must be asked anew.
  func openFacts(_ variable: Int) -> [String]? {
    isInUse && answers[variable] == 0b11 ? open[variable] : nil
  }

  /// Keeps an answer, if it rests on facts alone.
  mutating func keep(_ variable: Int, _ possible: UInt64, open facts: [String]?) {
    guard isInUse, self.facts.includes[variable] else { return }
    answers[variable] = possible
    if let facts { open[variable] = facts }
  }
}
