import ProvisoDocuments
import ProvisoModel

/// A calendar for programs.
enum CalendarJSON {
  static func render(_ calendar: RuleCalendar) -> String {
    var members: [(key: String, value: JSONValue)] = [
      ("schema_version", .string(JSONReport.schemaVersion)),
      ("tool", .object([("name", .string("proviso")), ("version", .string(calendar.toolVersion))])),
      ("from", .string(calendar.from.description)),
      ("until", .string(calendar.until.description)),
    ]
    if let packs = calendar.packs { members.append(("pack_changes", .array(packs.map(change)))) }
    members.append(("drafts", .array(calendar.drafts.map(draft))))
    members.append(("errors", .array(calendar.errors.map { .object(JSONReport.error($0)) })))
    return JSONValue.object(members).text + "\n"
  }

  // MARK: Packs

  private static func change(_ change: PackChange) -> JSONValue {
    .object(
      [("date", .string(change.date.description))] + kind(change.kind) + [
        ("pack_id", .string(change.packID)), ("rules", .array(change.rules.map(rule))),
      ])
  }

  private static func kind(_ kind: PackChange.Kind) -> [(key: String, value: JSONValue)] {
    switch kind {
    case .begins: [("kind", .string("rule-begins"))]
    case .ends: [("kind", .string("rule-ends"))]
    case .parameter(let name, let before, let after):
      [
        ("kind", .string("parameter")), ("name", .string(name)), ("before", .optional(before)),
        ("after", .string(after)),
      ]
    case .day(let name, let day):
      [("kind", .string("day")), ("name", .optional(name)), ("day", .string(day.description))]
    case .review(let version): [("kind", .string("review")), ("version", .string(version))]
    }
  }

  private static func rule(_ rule: PackChange.Rule) -> JSONValue {
    .object([
      ("rule_id", .string(rule.id)), ("title", .string(rule.title)), ("level", .string(rule.level.rawValue)),
      ("citations", .array(rule.citations.map(JSONReport.citation))),
    ])
  }

  // MARK: Drafts

  private static func draft(_ draft: DraftTimeline) -> JSONValue {
    .object([
      ("path", .string(draft.path)), ("id", .optional(draft.id)),
      ("planned", .optional(draft.planned?.description)), ("verdict", .string(draft.verdict.rawValue)),
      ("steps", .array(draft.steps.map(step))),
    ])
  }

  private static func step(_ step: DraftTimeline.Step) -> JSONValue {
    .object([
      ("date", .string(step.date.description)), ("verdict", .string(step.verdict.rawValue)),
      ("changes", .array(step.changes.map(change))),
    ])
  }

  private static func change(_ change: DraftTimeline.Change) -> JSONValue {
    .object([
      ("rule_id", .optional(change.result?.ruleID)), ("newly_broken", .truth(change.isNewlyBroken)),
      ("before", .array(change.before.map(said))), ("after", .array(change.after.map(said))),
    ])
  }

  private static func said(_ result: RuleResult) -> JSONValue {
    .object([
      ("outcome", .string(result.outcome.rawValue)), ("level", .string(result.level.rawValue)),
      ("message", .string(result.message)), ("reason", .string(result.reason)),
      ("regions", .strings(result.regions)), ("citations", .array(result.citations.map(JSONReport.citation))),
      ("missing_facts", .strings(result.missingFacts)),
    ])
  }
}
