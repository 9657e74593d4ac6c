import ProvisoModel
import ProvisoSource

@testable import ProvisoDrafts

/// A small schema with the facts that the tests speak of.
enum Fixture {
  static let places = PlaceTable(
    parts: ["EEA": ["DE", "FR"], "DE": [], "FR": [], "BR": [], "US": ["US-CA", "US-NY"], "CA": []],
    names: [:], dialling: ["49": ["DE"], "33": ["FR"], "55": ["BR"], "1": ["US", "CA"]])

  static let schema = FactSchema(
    [
      fact("draft.channel", .symbol(["whatsapp", "email", "sms", "rcs", "push"])),
      fact(
        "draft.kind",
        .symbol([
          "whatsapp-template", "whatsapp-template-message", "whatsapp-session", "whatsapp-interactive", "email", "sms",
        ])),
      fact("draft.category", .symbol(["marketing", "utility", "authentication", "service"])),
      fact("draft.languages", .symbols(["de", "en", "pt"])),
      fact("draft.headerFormat", .symbol(["none", "text", "image", "video", "document", "location"])),
      fact("draft.visibleRecipients", .number),
      fact("draft.purpose", .symbols(["newsletter", "promotion", "survey"])),
      fact("draft.plannedSendAt", .instant),
      fact("draft.scheduledLocalTime", .time),
      fact("template.name", .text, absent: true),
      fact("template.language", .text, absent: true),
      fact("template.category", .text, absent: true),
      fact("template.previousCategory", .text, absent: true),
      fact("template.status", .symbol(["draft", "pending", "approved", "in-appeal"])),
      fact("template.parameterFormat", .symbol(["named", "positional"])),
      fact("template.messageSendTtlSeconds", .number, absent: true),
      fact("template.codeExpirationMinutes", .number, absent: true),
      fact("template.addSecurityRecommendation", .truth),
      fact("template.limitedTimeOffer.text", .text, absent: true),
      fact("template.limitedTimeOffer.hasExpiration", .truth),
      fact("template.headerCount", .number), fact("template.bodyCount", .number),
      fact("template.footerCount", .number), fact("template.headerSample", .truth),
      fact("recipient.regions", .places), fact("recipient.region", .place, each: "recipient.regions"),
      fact("consent.status", .symbol(["explicit", "given", "none"])),
      fact("consent.record.exists", .truth), fact("consent.record.when", .date, absent: true),
      fact("sender.brandNames", .texts), fact("sender.legalName", .text),
      fact("offer.endsAt", .instant, absent: true), fact("offer.price", .number),
      fact("email.subject", .text, absent: true), fact("email.fromName", .text, absent: true),
      fact("email.fromDomain", .text, absent: true), fact("email.replyTo", .text, absent: true),
      fact("optOut.listUnsubscribeHeader", .truth), fact("optOut.oneClickRfc8058", .truth),
    ], places: places)

  private static func fact(
    _ path: String, _ type: ValueType, absent: Bool = false, each: String? = nil
  ) -> FactDefinition {
    FactDefinition(
      path: path, type: type, canBeAbsent: absent, dataClass: .business, question: "?", help: "", each: each)
  }
}

func read(_ text: String, name: String = "draft") -> DraftReading {
  DraftReader.read(SourceFile(name: name, text: text), schema: Fixture.schema)
}

func read(_ bytes: [UInt8], name: String = "draft") -> DraftReading {
  DraftReader.read(SourceFile(name: name, bytes: bytes), schema: Fixture.schema)
}

extension DraftReading {
  /// The one draft of a file without problems; nil otherwise.
  var only: Draft? { diagnostics.isEmpty && drafts.count == 1 ? drafts[0] : nil }

  /// Each problem as `id line:column`.
  func problems(in text: String) -> [String] {
    let index = LineIndex(Array(text.utf8))
    return diagnostics.map {
      let position = index.position(of: $0.span.lower)
      return "\($0.id) \(position.line):\(position.column)"
    }
  }
}

extension Draft {
  /// Each text as `role: text`.
  var texts: [String] { segments.map { "\($0.role.rawValue): \($0.text)" } }

  /// Each button as `kind label`, with what else it has.
  var buttonList: [String] {
    buttons.map { button in
      [button.kind, button.label, button.url, button.phone, button.code, button.example]
        .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
    }
  }

  /// A fact as it is written in a facts file; nil while it is unknown.
  func fact(_ path: String) -> String? {
    switch facts[path] {
    case .known(let value): value.description
    case .absent: "null"
    case nil: nil
    }
  }

  /// Where `needle`, a part of some text of the draft, stands in the file: `line:column raw text`.
  func place(of needle: String) -> String? {
    for segment in segments {
      guard let range = segment.text.utf8.firstRange(of: needle.utf8) else { continue }
      let lower = segment.text.utf8.distance(from: segment.text.utf8.startIndex, to: range.lowerBound)
      return describe(segment.place.map.source(of: Span(lower, lower + needle.utf8.count)))
    }
    return nil
  }

  func describe(_ span: Span) -> String {
    let position = LineIndex(source.bytes).position(of: span.lower)
    return "\(position.line):\(position.column) \(source.text(in: span))"
  }
}

extension String.UTF8View {
  fileprivate func firstRange(of other: String.UTF8View) -> Range<Index>? {
    indices.first { self[$0...].starts(with: other) }.map { $0..<index($0, offsetBy: other.count) }
  }
}
