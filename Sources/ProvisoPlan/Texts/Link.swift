import Glibc
import ProvisoSource

/// An address in a text or behind a button.
struct Link: Hashable {
  /// The address as written.
  let url: String
  /// The scheme in lower case; empty where none is written.
  let scheme: String
  /// The host in lower case, without user, port and a leading `www.`; nil where there is none.
  let host: String?

  init(_ url: String) {
    self.url = url
    let parts = url.split(separator: ":", maxSplits: 1)
    scheme = url.contains("://") ? parts.first.map { $0.lowercased() } ?? "" : ""
    host = Link.host(of: url)
  }

  /// The host of an address.
  static func host(of url: String) -> String? {
    var rest = url[...]
    let scheme = url.firstRange(of: "://")
    if let scheme { rest = url[scheme.upperBound...] }
    rest = rest.prefix { !"/?#\\".contains($0) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    if !rest.hasPrefix("["), let colon = rest.lastIndex(of: ":") { rest = rest[..<colon] }
    var host = rest.lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    while host.hasSuffix(".") { host.removeLast() }
    // Without a scheme only a dot tells a host from a word.
    return scheme != nil && !host.isEmpty || host.contains(".") || host.hasPrefix("[") ? host : nil
  }

  /// The addresses in a text that begin with `http://`, `https://` or `www.`, with their UTF-8 offsets.
  static func links(in text: String) -> [(link: Link, span: Span)] {
    let bytes = Array(text.utf8)
    var found: [(Link, Span)] = []
    var offset = 0
    while offset < bytes.count {
      guard beginnings.contains(where: { starts(bytes, offset, with: $0) }), offset == 0 || !isWord(bytes[offset - 1])
      else {
        offset += 1
        continue
      }
      var end = offset
      while end < bytes.count, bytes[end] > 0x20, !"<>\"".utf8.contains(bytes[end]) { end += 1 }
      // Punctuation that ends the sentence does not belong to the address.
      while end > offset, ".,;:!?)'*_~".utf8.contains(bytes[end - 1]) { end -= 1 }
      found.append((Link(String(decoding: bytes[offset..<end], as: UTF8.self)), Span(offset, end)))
      offset = max(end, offset + 1)
    }
    return found
  }

  /// Whether a text may hold an address; where it may not, `links` finds none.
  static func mayStand(in text: String) -> Bool {
    // Colons and full stops are rare, so the search for them is all that most texts cost.
    text.utf8.withContiguousStorageIfAvailable { bytes in
      holds(bytes, UInt8(ascii: ":")) { $0 + 2 < bytes.count && bytes[$0 + 1] == bytes[$0 + 2] }
        || holds(bytes, UInt8(ascii: ".")) { $0 > 0 && bytes[$0 - 1] | 0x20 == UInt8(ascii: "w") }
    } ?? true
  }

  /// Whether a byte stands at any place that `accepts`.
  private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: UInt8, _ accepts: (Int) -> Bool) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    var rest = UnsafeRawPointer(start)
    let end = rest + bytes.count
    while let found = memchr(rest, Int32(byte), end - rest) {
      if accepts(UnsafeRawPointer(found) - UnsafeRawPointer(start)) { return true }
      rest = UnsafeRawPointer(found) + 1
    }
    return false
  }

  private static let beginnings = ["http://", "https://", "www."].map { Array($0.utf8) }

  private static func starts(_ bytes: [UInt8], _ offset: Int, with beginning: [UInt8]) -> Bool {
    bytes.count - offset >= beginning.count
      && zip(bytes[offset...], beginning).allSatisfy { byte, sign in
        byte == sign || (0x41...0x5A ~= byte && byte | 0x20 == sign)
      }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || byte >= 0x80
  }
}
