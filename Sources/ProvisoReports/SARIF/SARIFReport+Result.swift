import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension SARIFReport {
  mutating func result(_ result: RuleResult, of draft: DraftReport) -> JSONValue {
    let places = result.locationsInOrder
    return .members([
      ("ruleId", .string(result.ruleID)), ("rule", catalogue.rule(of: result)),
      ("kind", .string(result.outcome.kind)),
      ("level", .string(result.outcome == .fail ? result.level.word : "none")),
      ("message", SARIFReport.message(text(result, hasPlace: !places.isEmpty))),
      ("locations", .array([location(places.first, of: draft)])),
      (
        "relatedLocations",
        places.count < 2
          ? nil : .array(places.enumerated().dropFirst().map { location($1, number: $0, of: draft) })
      ),
      ("taxa", .array(articles(result))),
      ("partialFingerprints", fingerprints(result, of: draft, at: places.first)),
      ("suppressions", hasSuppressions ? .array(result.suppression.map { [suppression($0)] } ?? []) : nil),
      ("baselineState", result.baselineState.map { .string($0.rawValue) }),
      ("fixes", fixes(result, of: draft)),
      ("properties", properties(result)),
    ])
  }

  private func text(_ result: RuleResult, hasPlace: Bool) -> String {
    var lines = [Wording.headline(result).onOneLine]
    if let places = Wording.places(result) { lines.append("in: \(places)".onOneLine) }
    // The sources stand with the rule.
    lines += ResultNote.notes(on: result).filter { $0.label != "see" }.map(\.line)
    if !hasPlace { lines.append("No place in the file decides this, so it is shown at line 1.") }
    return lines.joined(separator: "\n")
  }

  /// A place of a result, or the beginning of the file. The first place is the result's own and needs no number.
  private func location(_ place: TextLocation?, number: Int? = nil, of draft: DraftReport) -> JSONValue {
    let reading = place?.readAs.map { SARIFReport.message("reads `\($0)`".onOneLine) }
    return .members([
      ("id", number.map { .number($0) }),
      (
        "physicalLocation",
        SARIFReport.physicalLocation(draft.path, place.map(SARIFReport.region) ?? SARIFReport.region())
      ),
      (
        "logicalLocations",
        place.map { place in
          .array([
            .members([
              ("name", .string(place.role)), ("fullyQualifiedName", place.pointer.map(JSONValue.string)),
              ("kind", place.pointer.map { _ in .string("value") }),
            ])
          ])
        }
      ),
      ("message", number == nil ? reading : reading ?? place.map { SARIFReport.message("also in \($0.role)") }),
    ])
  }

  /// The articles a result rests on, each only once.
  private func articles(_ result: RuleResult) -> [JSONValue] {
    result.citations.enumerated().filter { index, citation in !result.citations[..<index].contains(citation) }
      .compactMap { catalogue.article(of: $1) }
  }

  /// What tells code-scanning sites that two runs found the same.
  private mutating func fingerprints(
    _ result: RuleResult, of draft: DraftReport, at place: TextLocation?
  ) -> JSONValue {
    // Sites join the hash with the rule and the file; the number tells results in alike lines apart.
    let words = place.map { $0.lineText.split(whereSeparator: \.isWhitespace).joined() } ?? result.fingerprint
    let hash = SHA256.hexDigest(of: Array(words.utf8)).prefix(16)
    let count = lineCounts["\(draft.path)\u{0}\(result.ruleID)\u{0}\(hash)", default: 0] + 1
    lineCounts["\(draft.path)\u{0}\(result.ruleID)\u{0}\(hash)"] = count
    return .object([
      ("proviso/v1", .string(result.fingerprint)), ("primaryLocationLineHash", .string("\(hash):\(count)")),
    ])
  }

  private func suppression(_ suppression: Suppression) -> JSONValue {
    let owner = suppression.owner.map { ", \($0)" } ?? ""
    return .object([
      ("kind", .string(suppression.kind == .inSource ? "inSource" : "external")), ("status", .string("accepted")),
      ("justification", .string("\(suppression.reason) (until \(suppression.expires)\(owner))".onOneLine)),
      (
        "properties",
        .members([
          ("expires", .string(suppression.expires.description)), ("owner", suppression.owner.map(JSONValue.string)),
        ])
      ),
    ])
  }

  /// The fixes that can be applied as they are; nil where there are none.
  private func fixes(_ result: RuleResult, of draft: DraftReport) -> JSONValue? {
    guard let artifact = SARIFReport.artifact(draft.path) else { return nil }
    let fixes = result.fixes.filter { $0.applicability != .manual && !$0.edits.isEmpty }
    if fixes.isEmpty { return nil }
    return .array(
      fixes.map { fix in
        let replacements = fix.edits.map { edit in
          JSONValue.object([
            ("deletedRegion", SARIFReport.region(edit.location)),
            ("insertedContent", .object([("text", .string(edit.newText))])),
          ])
        }
        let change = JSONValue.object([("artifactLocation", artifact), ("replacements", .array(replacements))])
        return .object([
          ("description", SARIFReport.message(fix.advice.onOneLine)), ("artifactChanges", .array([change])),
          ("properties", .object([("applicability", .string(fix.applicability.rawValue))])),
        ])
      })
  }

  private func properties(_ result: RuleResult) -> JSONValue {
    .members([
      ("level", .string(result.level.rawValue)),
      ("regions", result.regions.isEmpty ? nil : .strings(result.regions)),
      ("missingFacts", result.missingFacts.isEmpty ? nil : .strings(result.missingFacts)),
    ])
  }
}

extension Outcome {
  /// The outcome as SARIF's kind of a result.
  fileprivate var kind: String {
    switch self {
    case .fail: "fail"
    case .pass: "pass"
    case .notApplicable: "notApplicable"
    case .undetermined: "open"
    }
  }
}
