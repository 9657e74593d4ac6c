import ProvisoSource

/// Tells an e-mail from a text that begins with a colon or two.
enum MailRecognition {
  /// Fields that only mail programs write.
  private static let technical: Set<String> = [
    "mime-version", "message-id", "content-type", "received", "return-path", "delivered-to", "dkim-signature",
    "list-unsubscribe",
  ]
  /// Fields that people write too.
  private static let personal: Set<String> = ["from", "to", "cc", "reply-to", "sender", "subject", "date"]

  /// Whether the file begins with a block of header fields, up to an empty line or its end, that is one of an e-mail:
  /// it has a technical field, or two different personal ones, or it begins with `Subject:`.
  ///
  /// In lower case, `subject:` alone is a key of our own form.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    var names: [String] = []
    var offset = bytes.textStart
    while offset < min(bytes.count, HeaderBlock.limit) {
      let line = TextLine(bytes, at: offset, before: bytes.count)
      offset = line.next
      if line.text.length == 0 { break }
      let first = bytes[line.text.lower]
      if !names.isEmpty, first == 0x20 || first == 0x09 { continue }
      guard let colon = HeaderBlock.colon(bytes, in: line.text) else { return false }
      names.append(String(decoding: bytes[line.text.lower..<colon], as: UTF8.self))
    }
    let known = Set(names.map { $0.lowercased() })
    return !known.isDisjoint(with: technical) || known.intersection(personal).count > 1
      || names.first.map { $0.lowercased() == "subject" && $0 != "subject" } == true
  }
}
