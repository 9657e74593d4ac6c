/// Digits and signs that stand for letters: `fr33`, `c@$ino`.
enum Leet {
  /// The letters that a sign may stand for, the likelier one first; a letter stands for itself, and 0 for no letter.
  static func letters(of sign: UInt8) -> (first: UInt8, second: UInt8) {
    Int(sign) < table.count ? table[Int(sign)] : (0, 0)
  }

  private static let table: [(first: UInt8, second: UInt8)] = {
    var table = [(first: UInt8, second: UInt8)](repeating: (0, 0), count: 128)
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { table[Int(letter)] = (letter, 0) }
    for (sign, letters) in zip(
      "0123456789@$!|+", ["o", "il", "z", "e", "a", "s", "gb", "t", "b", "g", "a", "s", "il", "li", "t"])
    {
      let letters = Array(letters.utf8)
      guard let sign = sign.asciiValue else { continue }
      table[Int(sign)] = (letters[0], letters.count > 1 ? letters[1] : 0)
    }
    return table
  }()
}
