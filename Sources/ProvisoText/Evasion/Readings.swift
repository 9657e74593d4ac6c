/// The words that disguised signs may be read as.
///
/// A digit may stand for two letters, and three or more equal letters for two or for one. Only the first few of such
/// choices are tried in every combination, so the work stays linear in the text.
struct Readings {
  /// How many choices are tried both ways; the others take their likelier side.
  private static let mostChoices = 4
  /// The most letters of a word; nothing longer is read as one.
  static let longest = 40

  private struct Slot {
    var first: UInt8
    /// The other letter; 0 for none.
    var second: UInt8
    var count: Int
  }

  private var slots: [Slot] = []
  /// Whether every sign is or may be a letter.
  private let isReadable: Bool

  /// Takes small letters, digits and signs.
  init(of signs: some Sequence<UInt8>) {
    var isReadable = true
    for sign in signs {
      let letters = Leet.letters(of: sign)
      if letters.first == 0 { isReadable = false }
      if let last = slots.last, last.first == letters.first, last.second == letters.second {
        slots[slots.count - 1].count += 1
      } else if slots.count <= Readings.longest {
        slots.append(Slot(first: letters.first, second: letters.second, count: 1))
      }
    }
    self.isReadable = isReadable && slots.reduce(0) { $0 + min(2, $1.count) } <= Readings.longest
  }

  /// The first reading that is a word of some phrase, else the first that a wildcard stands for.
  func best(in lexicon: PhraseIndex) -> [UInt8]? {
    guard isReadable, !slots.isEmpty else { return nil }
    let choices = slots.reduce(0) { $0 + Readings.choices(of: $1) }
    var second: [UInt8]?
    var reading: [UInt8] = []
    for combination in 0..<(1 << min(choices, Readings.mostChoices)) {
      write(combination, to: &reading)
      if reading.withUnsafeBufferPointer({ lexicon.hasWord($0, from: 0, to: $0.count) }) { return reading }
      if second == nil, reading.withUnsafeBufferPointer(lexicon.hasWildcard) { second = reading }
    }
    return second
  }

  /// How many ways a slot divides into, as the number of times it doubles them.
  private static func choices(of slot: Slot) -> Int {
    slot.second != 0 ? min(slot.count, mostChoices) : slot.count > 2 ? 1 : 0
  }

  /// Writes the reading in which each choice goes by one bit of `combination`.
  private func write(_ combination: Int, to letters: inout [UInt8]) {
    var rest = combination
    letters.removeAll(keepingCapacity: true)
    for slot in slots {
      if slot.second != 0 {
        for _ in 0..<min(slot.count, Readings.mostChoices) {
          letters.append(rest & 1 == 0 ? slot.first : slot.second)
          rest >>= 1
        }
      } else {
        letters.append(contentsOf: repeatElement(slot.first, count: slot.count > 2 ? 2 - rest & 1 : slot.count))
        if slot.count > 2 { rest >>= 1 }
      }
    }
  }
}
