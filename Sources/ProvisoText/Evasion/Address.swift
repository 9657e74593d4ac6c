import ProvisoSource

/// Tells addresses of the web and of mail, which are made of anything and say nothing in disguise.
enum Address {
  /// How far around a word an address is looked for.
  private static let reach = 64

  /// Where the address ends that begins at an offset, with `http` or `www.`; nil where none does.
  static func end(ofAddressAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes[start] == 0x68 || bytes[start] == 0x77, start + 4 < bytes.count else { return nil }
    let beginning = bytes[start..<start + 4]
    guard beginning.elementsEqual("http".utf8) || beginning.elementsEqual("www.".utf8) else { return nil }
    return bytes[start...].firstIndex { $0 <= 0x20 } ?? bytes.count
  }

  /// Whether a part of a folded text stands inside an address.
  static func holds(_ part: Span, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lower = part.lower
    var upper = part.upper
    while lower > max(0, part.lower - reach), bytes[lower - 1] > 0x20 { lower -= 1 }
    while upper < min(bytes.count, part.upper + reach), bytes[upper] > 0x20 { upper += 1 }
    let around = UnsafeBufferPointer(rebasing: bytes[lower..<upper])
    return around.indices.contains { isSchemeEnd(around, $0) || isDomainDot(around, $0) }
  }

  private static func isSchemeEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    bytes[offset] == 0x3A && offset + 2 < bytes.count && bytes[offset + 1] == 0x2F && bytes[offset + 2] == 0x2F
  }

  /// Whether a full stop has two letters or digits in front and two letters behind.
  private static func isDomainDot(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard bytes[offset] == 0x2E, offset >= 2, offset + 2 < bytes.count else { return false }
    return [bytes[offset - 2], bytes[offset - 1]].allSatisfy { $0.isLetter || $0.isDigit }
      && bytes[offset + 1].isLetter && bytes[offset + 2].isLetter
  }
}
