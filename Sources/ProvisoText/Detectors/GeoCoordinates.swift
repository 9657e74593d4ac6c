extension Detector {
  /// Exact places on the map: latitude and longitude with at least four decimals each.
  public static let geoCoordinates = Detector(
    name: "geo-coordinates", candidates: [#"\b\d{1,3}\.\d{4}"#]
  ) { text, candidate in
    guard let latitude = Coordinate(text, at: candidate.lowerBound), latitude.isWithin(90),
      let start = longitudeStart(text, behind: latitude.range.upperBound),
      let longitude = Coordinate(text, at: start), longitude.isWithin(180)
    else { return nil }
    return latitude.range.lowerBound..<longitude.range.upperBound
  }

  /// Where the second number begins: behind degree signs, letters of the compass, a comma, the word longitude.
  private static func longitudeStart(_ text: DetectorText, behind end: Int) -> Int? {
    var offset = end
    while offset - end < 16, !text.isDigit(offset) {
      switch text[offset] {
      case 0x20, 0x2C, 0x3A, 0x3B, 0x3D, 0x2F, 0x2B, 0x2D, 0x27, 0x22, 0xC2, 0xB0: offset += 1
      case 0x61...0x7A where text.equals(text.word(at: offset), anyOf: separators):
        offset = text.word(at: offset).upperBound
      default: return nil
      }
    }
    return text.isDigit(offset) && offset > end ? offset : nil
  }

  private static let separators: [StaticString] = ["n", "s", "e", "w", "o", "lon", "lng", "long", "longitude"]
}

/// A decimal number of degrees.
private struct Coordinate {
  let range: Range<Int>
  private let degrees: Int

  /// Reads the number at `start` with a sign before it; nil with fewer than four decimals.
  init?(_ text: DetectorText, at start: Int) {
    var point = start
    while text.isDigit(point), point - start < 4 { point += 1 }
    var end = point + 1
    while text.isDigit(end), end - point < 32 { end += 1 }
    guard point - start <= 3, text[point] == 0x2E, end - point > 4, !text.isWord(end) else { return nil }
    let isSigned = text[start - 1] == 0x2D || text[start - 1] == 0x2B
    degrees = (start..<point).reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
    range = (isSigned ? start - 1 : start)..<end
  }

  func isWithin(_ most: Int) -> Bool { degrees < most }
}
