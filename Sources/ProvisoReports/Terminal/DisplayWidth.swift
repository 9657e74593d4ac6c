extension String {
  /// The columns the text takes in a terminal; the text must be ``visible``.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

extension Character {
  /// The columns the character takes in a terminal: 0, 1 or 2, more only for combined letters.
  ///
  /// Emoji take two columns however many scalars they are made of; anything else takes what its scalars take, as in
  /// the C function `wcwidth`.
  var displayWidth: Int {
    if utf8.count == 1 { return 1 }
    guard let first = unicodeScalars.first else { return 0 }
    if first.properties.isEmojiPresentation { return 2 }
    if first.properties.isEmoji, unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    // The middle and last parts of a Korean syllable stand inside the block that the first part opens.
    case _ where 0x1160...0x11FF ~= value: 0
    case _ where Unicode.Scalar.wide.contains { $0.contains(value) }: 2
    default: 1
    }
  }

  /// The blocks of wide characters (Unicode Standard Annex 11), coarsely; wide emoji are known by their property.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
