public import ProvisoSource

/// The part of a message that a text stands in.
public enum SegmentRole: String, Hashable, Sendable, CaseIterable {
  case subject, header, body, footer, button, card, preheader
  /// Text a picture carries for those who cannot see it.
  case alt
}

/// Where a text stands in the file it was read from.
public struct SourcePlace: Hashable, Sendable {
  /// A JSON Pointer into the document (`/components/1/text`); nil where the file has no structure.
  public let pointer: String?
  /// From the text's bytes to the file's bytes.
  public let map: SpanMap

  /// A place in the draft's file.
  public init(pointer: String?, map: SpanMap) {
    self.pointer = pointer
    self.map = map
  }
}

/// One piece of text that a recipient reads.
public struct Segment: Hashable, Sendable {
  /// The part of the message.
  public let role: SegmentRole
  /// The text, placeholders as they are written.
  public let text: String
  /// The placeholders in the text, in order, as UTF-8 offsets into it.
  public let placeholders: [Placeholder]
  /// Where the text came from.
  public let place: SourcePlace

  /// A piece of text.
  public init(role: SegmentRole, text: String, placeholders: [Placeholder], place: SourcePlace) {
    self.role = role
    self.text = text
    self.placeholders = placeholders
    self.place = place
  }
}

/// A hole in a text that is filled when the message is sent: `{{1}}`, `{{first_name}}`.
public struct Placeholder: Hashable, Sendable {
  /// The name or number between the braces.
  public let name: String
  /// Its bytes in the segment's text, braces included.
  public let span: Span
  /// The example value, if one is given.
  public let example: Example?

  /// A placeholder.
  public init(name: String, span: Span, example: Example? = nil) {
    self.name = name
    self.span = span
    self.example = example
  }

  /// Whether the name is a number.
  public var isPositional: Bool { !name.isEmpty && name.utf8.allSatisfy { 48...57 ~= $0 } }
}

/// An example value of a placeholder, or the value it is sent with.
public struct Example: Hashable, Sendable {
  /// The value.
  public let text: String
  /// Where it came from.
  public let place: SourcePlace

  /// An example value.
  public init(text: String, place: SourcePlace) {
    self.text = text
    self.place = place
  }
}

/// Something a recipient can tap.
public struct Button: Hashable, Sendable {
  /// The kind, in lower case with hyphens: `quick-reply`, `url`, `phone-number`, `copy-code`, `otp`, `reply`, `list-row` …
  public let kind: String
  /// The label; empty where the platform sets it. It is also a segment of the draft, with role `button` or `card`.
  public let label: String
  /// The address of a link.
  public let url: String?
  /// The number that is called.
  public let phone: String?
  /// The code that is copied.
  public let code: String?
  /// The example of a link with a placeholder.
  public let example: String?
  /// The number of the card it stands on, from 0; nil on the message itself.
  public let card: Int?

  /// A button.
  public init(
    kind: String, label: String, url: String? = nil, phone: String? = nil, code: String? = nil,
    example: String? = nil, card: Int? = nil
  ) {
    self.kind = kind
    self.label = label
    self.url = url
    self.phone = phone
    self.code = code
    self.example = example
    self.card = card
  }
}

/// One card of a carousel.
public struct Card: Hashable, Sendable {
  /// The format of its header in lower case (`image`, `video`, `product`); nil without one.
  public let headerFormat: String?
  /// Its text; nil without one. It is also a segment of the draft, with role `card`.
  public let body: String?
  /// The kinds of its buttons, in order.
  public let buttonKinds: [String]

  /// A card.
  public init(headerFormat: String?, body: String?, buttonKinds: [String]) {
    self.headerFormat = headerFormat
    self.body = body
    self.buttonKinds = buttonKinds
  }
}

/// One message to check.
public struct Draft: Hashable, Sendable {
  /// The name of the template or message; nil where it has none.
  public var id: String?
  /// The texts in reading order: subject, header, body, footer, buttons, cards.
  public var segments: [Segment]
  /// What can be tapped, in order; those of cards included.
  public var buttons: [Button]
  /// The cards of a carousel.
  public var cards: [Card]
  /// The format of the header in lower case: `text`, `image`, `video`, `document`, `location` …; nil without one.
  public var headerFormat: String?
  /// The facts that the draft itself states or shows: its channel, kind, category, what its author declared.
  public var facts: Facts
  /// The file the draft was read from.
  public var source: SourceFile
  /// The bytes of the file that hold this draft alone and can be read by themselves; nil where it cannot be cut out.
  public var extent: Span?

  /// A draft.
  public init(
    id: String? = nil, segments: [Segment], buttons: [Button] = [], cards: [Card] = [], headerFormat: String? = nil,
    facts: Facts, source: SourceFile, extent: Span? = nil
  ) {
    self.id = id
    self.segments = segments
    self.buttons = buttons
    self.cards = cards
    self.headerFormat = headerFormat
    self.facts = facts
    self.source = source
    self.extent = extent
  }
}
