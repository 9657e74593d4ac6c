import ProvisoSource

/// Encoded words in header fields: `=?utf-8?Q?Oferta_rel=C3=A2mpago?=` (RFC 2047).
enum EncodedWords {
  /// The text of a header field in UTF-8.
  ///
  /// What is not an encoded word stays as it is; white space between two encoded words is dropped. Words of one
  /// character set are decoded together, since some programs cut characters in two.
  static func decode(_ field: TracedBytes) throws(MailFailure) -> TracedBytes {
    var result = TracedBytes()
    var pending = TracedBytes()
    var charset = "utf-8"
    var index = 0
    var plainStart = 0
    while index < field.count {
      guard let word = word(in: field, at: index) else {
        index += 1
        continue
      }
      let isBetweenWords = field.bytes[plainStart..<index].allSatisfy(\.isWhiteSpace) && !pending.isEmpty
      if !isBetweenWords || word.charset != charset {
        result.append(try Charset.decode(pending, from: charset))
        pending = TracedBytes()
        if !isBetweenWords { result.append(try plain(field, from: plainStart, to: index)) }
      }
      charset = word.charset
      pending.append(word.content)
      index = word.end
      plainStart = index
    }
    result.append(try Charset.decode(pending, from: charset))
    result.append(try plain(field, from: plainStart, to: field.count))
    return result
  }

  private static func plain(_ field: TracedBytes, from lower: Int, to upper: Int) throws(MailFailure) -> TracedBytes {
    var text = TracedBytes()
    text.append(field, from: lower, to: upper)
    return try Charset.decode(text, from: "utf-8")
  }

  private typealias Word = (charset: String, content: TracedBytes, end: Int)

  /// The encoded word that begins at `start`, decoded as far as bytes of its character set.
  private static func word(in field: TracedBytes, at start: Int) -> Word? {
    let bytes = field.bytes
    guard bytes[start...].starts(with: "=?".utf8) else { return nil }
    let question = UInt8(ascii: "?")
    // A word has at most 75 letters; programs that do not keep to that are read too, but not without end.
    let reach = bytes[(start + 2)...].prefix(1000)
    guard let first = reach.firstIndex(of: question), first + 2 < bytes.count, bytes[first + 2] == question,
      let end = bytes[(first + 3)...].prefix(1000).firstIndex(of: question), end + 1 < bytes.count,
      bytes[end + 1] == UInt8(ascii: "=")
    else { return nil }
    var content = TracedBytes()
    content.append(field, from: first + 3, to: end)
    // A language may follow the name of the character set: `utf-8*en`.
    let charset = String(decoding: reach[..<first], as: UTF8.self).lowercased().prefix { $0 != "*" }
    switch bytes[first + 1] | 0x20 {
    case UInt8(ascii: "q"): content = TransferEncoding.quotedPrintable(content, underscoreIsSpace: true)
    case UInt8(ascii: "b"):
      guard let decoded = try? TransferEncoding.base64(content) else { return nil }
      content = decoded
    default: return nil
    }
    return (String(charset), content, end + 2)
  }
}
