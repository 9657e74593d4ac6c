/// The letters beyond ASCII that a reader takes for Latin ones: `ѕех` in Cyrillic, `ꜱᴇx` in small capitals.
///
/// The source is the table of confusables of Unicode Technical Standard #39. Unpacked on first use.
struct LookAlikes: Sendable {
  static let shared = LookAlikes()

  /// The scalars in order.
  private let scalars: [UInt32]
  /// For each its reading: up to three bytes of ASCII, the first in the lowest place.
  private let readings: [UInt32]

  private init() {
    var entries: [(scalar: UInt32, reading: UInt32)] = []
    var reading: UInt32 = 0
    for word in LookAlikes.words {
      if word.last == UInt8(ascii: ":") {
        reading = word.dropLast().reversed().reduce(0) { $0 << 8 | UInt32($1) }
      } else {
        entries.append((word.reduce(0) { $0 << 4 | LookAlikes.digit($1) }, reading))
      }
    }
    entries.sort { $0.scalar < $1.scalar }
    scalars = entries.map(\.scalar)
    readings = entries.map(\.reading)
  }

  private static var words: [Slice<UnsafeBufferPointer<UInt8>>] {
    UnsafeBufferPointer(start: data.utf8Start, count: data.utf8CodeUnitCount).split { $0 <= 0x20 }
  }

  private static func digit(_ byte: UInt8) -> UInt32 { UInt32(byte < 0x3A ? byte - 0x30 : byte - 0x57) }

  /// Whether a scalar passes for a Latin letter or a digit.
  func contains(_ scalar: UInt32) -> Bool { place(of: scalar) != nil }

  /// Appends what a scalar is read as; a stroke that may be an i or an l is a `1`.
  ///
  /// - Returns: false, with nothing appended, where the scalar passes for nothing.
  func appendReading(of scalar: UInt32, to signs: inout [UInt8]) -> Bool {
    guard let place = place(of: scalar) else { return false }
    var rest = readings[place]
    while rest != 0 {
      signs.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
    return true
  }

  private func place(of scalar: UInt32) -> Int? {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low < scalars.count && scalars[low] == scalar ? low : nil
  }
}
