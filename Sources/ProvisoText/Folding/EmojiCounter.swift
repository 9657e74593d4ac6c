/// Counts emoji in a run of scalars: joined sequences, flags, keycaps and skin tones make one each.
struct EmojiCounter {
  /// What the scalar before may still become part of.
  private enum State {
    case none
    /// A scalar that a variation selector would make an emoji.
    case textual
    /// An emoji; modifiers, tags and joiners continue it.
    case emoji
    /// An emoji and a joiner: the next emoji is part of it.
    case joined
    /// The first half of a flag.
    case flag
    /// A digit, `#` or `*`.
    case key
  }

  private(set) var count = 0
  private var state = State.none

  /// Ends whatever sequence was going on.
  mutating func pause() { state = .none }

  mutating func read(_ scalar: UInt32) {
    switch scalar {
    case 0x23, 0x2A, 0x30...0x39: state = .key
    // Letters and punctuation, by far the most of any text.
    case 0..<0xA9, 0xAA...0xAD, 0xAF...0x200C, 0x200E...0x203B, 0x20A0...0x20CF, 0x3400...0xFDFF: state = .none
    case 0x200D: state = state == .emoji ? .joined : .none
    case 0xFE0E: state = dropsEmoji()
    case 0xFE0F: state = becomesEmoji()
    case 0x20E3: state = completesKeycap()
    case 0x1F1E6...0x1F1FF: state = readFlagHalf()
    case 0x1F3FB...0x1F3FF where state == .emoji, 0xE0020...0xE007F where state == .emoji: break
    default: state = readOther(scalar)
    }
  }

  private mutating func dropsEmoji() -> State {
    if state == .emoji { count -= 1 }
    return .none
  }

  private mutating func becomesEmoji() -> State {
    if state == .textual {
      count += 1
      return .emoji
    }
    return state
  }

  private mutating func completesKeycap() -> State {
    guard state == .key else { return .none }
    count += 1
    return .emoji
  }

  private mutating func readFlagHalf() -> State {
    guard state == .flag else { return .flag }
    count += 1
    return .emoji
  }

  private mutating func readOther(_ scalar: UInt32) -> State {
    guard let properties = Unicode.Scalar(scalar)?.properties else { return .none }
    if properties.isEmojiPresentation {
      if state != .joined { count += 1 }
      return .emoji
    }
    guard properties.isEmoji else { return .none }
    // Inside a sequence the selector is often left out (🏳‍🌈, ❤ in a couple).
    return state == .joined ? .emoji : .textual
  }
}
