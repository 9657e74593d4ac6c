internal import ProvisoSource

/// The checks of a YAML text that come before any parsing: its encoding, and characters that may not stand in it.
enum YAMLText {
  /// Where the text begins, behind a byte order mark.
  static func start(
    of bytes: UnsafeBufferPointer<UInt8>, in source: SourceFile, _ limits: DocumentLimits
  ) throws(DocumentFailure) -> Int {
    let problems = YAMLWording(source)
    guard bytes.count <= limits.bytes else { throw DocumentFailure(problems.tooLarge(limits.bytes)) }
    let text = UTF8Bytes(bytes: bytes, region: Span(0, bytes.count))
    if text.looksLikeUTF16 { throw DocumentFailure(problems.utf16) }
    if let malformed = text.firstMalformed() { throw DocumentFailure(problems.malformed(at: malformed)) }
    if let bad = firstForbidden(in: text) { throw DocumentFailure(problems.forbidden(bad.value, at: bad.span)) }
    return text.textStart
  }

  private static func firstForbidden(in text: UTF8Bytes) -> (value: UInt32, span: Span)? {
    var offset = text.textStart
    while offset < text.region.upper {
      let byte = text.bytes[offset]
      if 0x20..<0x7F ~= byte || byte == 0x0A {
        offset += 1
        continue
      }
      guard let scalar = text.scalar(at: offset) else { return nil }
      if isForbidden(scalar.value) { return (scalar.value, Span(offset, offset + scalar.length)) }
      offset += scalar.length
    }
    return nil
  }

  /// Control characters, and those that end a line in YAML 1.1 but not in YAML 1.2: readers would disagree on them.
  private static func isForbidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
