internal import CYAML

/// How a scalar is written.
enum YAMLStyle {
  case plain, singleQuoted, doubleQuoted
  /// `|` and `>`.
  case block
}

/// One step of a YAML text, copied out of libyaml's memory.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case alias(String)
    case scalar(String, YAMLStyle)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
    /// What bears no meaning for the tree.
    case other
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  /// The first character and the one behind the last, counted from the beginning of the text.
  let characters: Range<Int>

  init(_ event: yaml_event_t) {
    let start = event.start_mark.index
    characters = start..<max(start, event.end_mark.index)
    (kind, anchor, tag) =
      switch event.type {
      case YAML_DOCUMENT_START_EVENT: (.documentStart, nil, nil)
      case YAML_ALIAS_EVENT: (.alias(String(event.data.alias.anchor) ?? ""), nil, nil)
      case YAML_SCALAR_EVENT: YAMLEvent.scalar(event)
      case YAML_SEQUENCE_START_EVENT:
        (.sequenceStart, String(event.data.sequence_start.anchor), String(event.data.sequence_start.tag))
      case YAML_MAPPING_START_EVENT:
        (.mappingStart, String(event.data.mapping_start.anchor), String(event.data.mapping_start.tag))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (.collectionEnd, nil, nil)
      case YAML_STREAM_END_EVENT: (.streamEnd, nil, nil)
      default: (.other, nil, nil)
      }
  }

  private static func scalar(_ event: yaml_event_t) -> (Kind, String?, String?) {
    let scalar = event.data.scalar
    let value = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let style: YAMLStyle =
      switch scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    return (.scalar(value, style), String(scalar.anchor), String(scalar.tag))
  }
}

extension String {
  fileprivate init?(_ text: UnsafeMutablePointer<yaml_char_t>?) {
    guard let text else { return nil }
    self.init(cString: text)
  }
}
