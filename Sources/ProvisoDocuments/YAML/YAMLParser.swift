internal import CYAML

/// libyaml's parser over bytes that somebody else lends: it must not outlive them.
struct YAMLParser: ~Copyable {
  private let raw: UnsafeMutablePointer<yaml_parser_t>

  /// A parser of UTF-8 without a byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLSyntaxProblem) {
    let raw = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(raw) == 1 else {
      raw.deallocate()
      throw YAMLSyntaxProblem(text: "out of memory", character: 0, context: nil, contextCharacter: nil)
    }
    yaml_parser_set_encoding(raw, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(raw, bytes.baseAddress, bytes.count)
    self.raw = raw
  }

  deinit {
    yaml_parser_delete(raw)
    raw.deallocate()
  }

  /// The next step of the text; not to be called again after the end of the stream or a problem.
  mutating func next() throws(YAMLSyntaxProblem) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(raw, &event) == 1 else { throw YAMLSyntaxProblem(raw.pointee) }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }
}

/// What libyaml objects to, in its own words and places.
struct YAMLSyntaxProblem: Error {
  let text: String
  let character: Int
  let context: String?
  let contextCharacter: Int?

  init(text: String, character: Int, context: String?, contextCharacter: Int?) {
    self.text = text
    self.character = character
    self.context = context
    self.contextCharacter = contextCharacter
  }

  fileprivate init(_ parser: yaml_parser_t) {
    text = parser.problem.map { String(cString: $0) } ?? "out of memory"
    character = parser.problem_mark.index
    context = parser.context.map { String(cString: $0) }
    contextCharacter = parser.context == nil ? nil : parser.context_mark.index
  }
}
