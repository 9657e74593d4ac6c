/// Letters that are drawn as emoji and that folding leaves alone, since two of them make a flag: 🇬 🇺 🇳.
enum EmojiLetters {
  /// How many bytes one has in UTF-8.
  static let length = 4

  /// The small letter that a regional indicator symbol shows; nil for anything else.
  static func letter(of scalar: UInt32) -> UInt8? {
    0x1F1E6...0x1F1FF ~= scalar ? UInt8(scalar - 0x1F1E6) + 0x61 : nil
  }
}
