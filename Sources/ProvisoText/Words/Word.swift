/// A word or symbol of a folded text.
public struct Word: Hashable, Sendable {
  /// What kind of token it is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Letters, digits and underscores; one letter in scripts without spaces.
    case word
    /// Digits, with commas and full stops inside: `15`, `1,024.50`.
    case number
    /// One other character that is neither space nor punctuation: `%`, `€`, an emoji.
    case symbol
    /// A full stop or an at sign: it belongs to addresses, and a phrase that does not name it does not pass it.
    case join
  }

  /// A hash of its bytes; no two words of up to eight bytes and the same length share one.
  let hash: UInt64
  /// The offset of its first byte in the folded text.
  public let start: Int32
  /// The offset behind its last byte.
  public let end: Int32
  /// How many words and numbers stand before it; the difference of two is their distance in words.
  public let ordinal: Int32
  /// What stands before it.
  public let gap: Gap
  /// What kind of token it is.
  public let kind: Kind

  /// Whether it counts as a word of the text.
  public var isWord: Bool { kind == .word || kind == .number }
}
