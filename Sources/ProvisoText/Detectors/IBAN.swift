extension Detector {
  /// International bank account numbers: the length of their country, and the remainder 1 modulo 97.
  public static let iban = Detector(name: "iban", candidates: [#"\b[a-z]{2}\d{2}"#]) { text, candidate in
    let country = Int(text[candidate.lowerBound]) << 8 | Int(text[candidate.lowerBound + 1])
    guard let length = lengths[country] else { return nil }
    var characters: [UInt8] = []
    var offset = candidate.lowerBound
    while characters.count < length {
      if text.isAlphanumeric(offset) {
        characters.append(text[offset])
      } else if characters.count < 4 || !(text[offset] == 0x20 || text[offset] == 0x2D)
        || !text.isAlphanumeric(offset + 1)
      {
        return nil
      }
      offset += 1
    }
    let range = candidate.lowerBound..<offset
    return text.standsAlone(range) && remainder(of: characters[4...] + characters[..<4]) == 1 ? range : nil
  }

  /// The registry of lengths by country, as code and length.
  private static let registry = """
    ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 \
    es24 fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 \
    lb28 lc32 li21 lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 \
    pt25 qa29 ro24 rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 \
    ye30
    """

  private static let lengths: [Int: Int] = registry.split(separator: " ").reduce(into: [:]) { lengths, entry in
    let bytes = Array(entry.utf8)
    lengths[Int(bytes[0]) << 8 | Int(bytes[1])] = Int(bytes[2] - 0x30) * 10 + Int(bytes[3] - 0x30)
  }

  private static func remainder(of characters: ArraySlice<UInt8>) -> Int {
    characters.reduce(0) { rest, character in
      character < 0x3A ? (rest * 10 + Int(character) - 0x30) % 97 : (rest * 100 + Int(character) - 0x57) % 97
    }
  }
}
