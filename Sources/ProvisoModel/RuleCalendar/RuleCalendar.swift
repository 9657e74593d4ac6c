/// What changes with time: in the packs, and for drafts.
public struct RuleCalendar: Hashable, Sendable {
  /// The version of the program.
  public var toolVersion: String
  /// The day from which it is told, and the last day.
  public var from: CalendarDate, until: CalendarDate
  /// What changes in the packs, in the order of time; nil where only drafts were asked about.
  public var packs: [PackChange]?
  /// The drafts in the order they were read.
  public var drafts: [DraftTimeline]
  /// What could not be read.
  public var errors: [InputError]

  /// A calendar.
  public init(
    toolVersion: String, from: CalendarDate, until: CalendarDate, packs: [PackChange]?, drafts: [DraftTimeline],
    errors: [InputError]
  ) {
    self.toolVersion = toolVersion
    self.from = from
    self.until = until
    self.packs = packs
    self.drafts = drafts
    self.errors = errors
  }
}
