public import ProvisoModel
public import ProvisoSource

/// What a rule may ask of a draft. The interpreter sees the draft only through this, so it needs no scanner.
public protocol DraftQuestions {
  /// Where the text answers a check; empty when it does not.
  ///
  /// - Parameter values: the texts of a `containsFact` check, or the languages of a `mentions … for` check.
  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText]
  /// A measure of a text.
  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number
  /// How many different phrases of a mention's vocabularies the text has.
  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int
  /// The items of a list, in the order of the draft.
  func items(_ list: ItemList) -> [DraftItem]
  /// The text of a part of the message as it was written; nil when the draft has no such part.
  func text(of scope: TextScope) -> String?
}

/// A text that a test can be run on.
public enum ResolvedSubject: Hashable, Sendable {
  case scope(TextScope)
  /// The text of an item, as a segment of the draft; nil when it has none.
  case segment(Int?)
  /// A text that is no part of the message: a fact's, a field's.
  case text(String)
}

/// Something found in a draft.
public struct FoundText: Hashable, Sendable {
  /// The part of the message.
  public let role: SegmentRole
  /// A JSON Pointer to the text in the draft's file; nil where the file has no structure.
  public let pointer: String?
  /// Its bytes in the draft's file.
  public let span: Span
  /// What it reads as, where it is written in disguise or in two parts; nil where it was found as it is written.
  public let readAs: String?

  /// Something found.
  public init(role: SegmentRole, pointer: String?, span: Span, readAs: String? = nil) {
    self.role = role
    self.pointer = pointer
    self.span = span
    self.readAs = readAs
  }
}

/// A button, card, placeholder or link, as conditions see it.
public struct DraftItem: Hashable, Sendable {
  /// The fields by name; one that is not here is absent.
  public let fields: [String: Value]
  /// The segment that holds the item's text; nil when it has none.
  public let segment: Int?
  /// Where the item stands.
  public let place: FoundText?

  /// An item.
  public init(fields: [String: Value], segment: Int?, place: FoundText?) {
    self.fields = fields
    self.segment = segment
    self.place = place
  }
}

/// Everything a rule is evaluated against: one draft, one audience, one day.
public struct Situation {
  /// The facts and places there are.
  public let schema: FactSchema
  /// What is declared, in layers: the first that speaks of a fact counts.
  private let own: [String: FactState], later: [String: FactState], earlier: [String: FactState]
  /// The day the draft is judged for.
  public let date: CalendarDate
  /// The draft.
  public let draft: any DraftQuestions

  /// A situation.
  ///
  /// - Parameters:
  ///   - facts: what is declared for everybody.
  ///   - later: what is declared for everybody besides; it stands in front of `facts`.
  ///   - own: what is declared for this audience alone; it stands in front of both.
  public init(
    schema: FactSchema, facts: [String: FactState], later: [String: FactState] = [:],
    own: [String: FactState] = [:], date: CalendarDate, draft: any DraftQuestions
  ) {
    self.schema = schema
    (self.own, self.later, earlier) = (own, later, facts)
    self.date = date
    self.draft = draft
  }

  /// What is declared of a fact; nil while nothing is.
  public func state(of path: String) -> FactState? { own[path] ?? later[path] ?? earlier[path] }

  /// Everything that is declared.
  public var facts: [String: FactState] { earlier.merging(later) { _, later in later }.merging(own) { _, own in own } }
}
