/// A set of Unicode scalars, as one character of a pattern permits them.
struct ScalarSet: Hashable, Sendable {
  /// One bit for each scalar of ASCII.
  private(set) var low: UInt64 = 0, high: UInt64 = 0
  /// What is not ASCII.
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories: [Unicode.GeneralCategory] = []
  private var isNegated = false

  init() {}

  init(_ scalars: ClosedRange<UInt32>...) { for range in scalars { insert(range) } }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    for scalar in range.clamped(to: 0...127) where range.contains(scalar) {
      if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
    }
    if range.upperBound > 127 { ranges.append(max(128, range.lowerBound)...range.upperBound) }
  }

  mutating func insert(_ categories: [Unicode.GeneralCategory]) {
    self.categories += categories
    for scalar in UInt32(0)...127 {
      if let known = Unicode.Scalar(scalar), categories.contains(known.properties.generalCategory) {
        insert(scalar...scalar)
      }
    }
  }

  /// Adds all of a set that is not negated.
  mutating func insert(_ other: ScalarSet) {
    low |= other.low
    high |= other.high
    ranges += other.ranges
    categories += other.categories
  }

  /// Everything else.
  var inverted: ScalarSet {
    var set = self
    (set.low, set.high) = (~low, ~high)
    set.isNegated = !isNegated
    return set
  }

  /// Whether it has a scalar that is not ASCII.
  var reachesBeyondASCII: Bool { isNegated || !ranges.isEmpty || !categories.isEmpty }

  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
    return isBeyondASCII(scalar) != isNegated
  }

  private func isBeyondASCII(_ scalar: UInt32) -> Bool {
    if ranges.contains(where: { $0.contains(scalar) }) { return true }
    guard !categories.isEmpty, let known = Unicode.Scalar(scalar) else { return false }
    return categories.contains(known.properties.generalCategory)
  }

  // MARK: Named sets

  static let digits = ScalarSet(0x30...0x39)
  static let words = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  static let spaces = ScalarSet(0x09...0x0D, 0x20...0x20)
  static let lineEnds = ScalarSet(0x0A...0x0A)
  static let everything = ScalarSet(0...0x10FFFF)

  /// The sets that stand in brackets as `[:alpha:]`.
  static let posix: [String: ScalarSet] = [
    "alpha": ScalarSet(0x41...0x5A, 0x61...0x7A), "digit": digits, "word": words, "space": spaces,
    "alnum": ScalarSet(0x30...0x39, 0x41...0x5A, 0x61...0x7A), "lower": ScalarSet(0x61...0x7A),
    "upper": ScalarSet(0x41...0x5A), "punct": ScalarSet(0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E),
    "xdigit": ScalarSet(0x30...0x39, 0x41...0x46, 0x61...0x66), "blank": ScalarSet(0x09...0x09, 0x20...0x20),
  ]

  /// The categories that `\p{…}` can name, by their short names; nil for an unknown one.
  static func categories(_ name: String) -> [Unicode.GeneralCategory]? {
    let found = names.filter { $0.key == name || name.count == 1 && $0.key.hasPrefix(name) }.map(\.value)
    return found.isEmpty ? nil : found
  }

  /// All categories but these.
  static func others(than categories: [Unicode.GeneralCategory]) -> [Unicode.GeneralCategory] {
    names.values.filter { !categories.contains($0) }
  }

  private static let names: [String: Unicode.GeneralCategory] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter, "Lo": .otherLetter,
    "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber, "Nl": .letterNumber,
    "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Ps": .openPunctuation,
    "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation, "Po": .otherPunctuation,
    "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol, "So": .otherSymbol, "Zs": .spaceSeparator,
    "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format, "Cs": .surrogate,
    "Co": .privateUse, "Cn": .unassigned,
  ]
}

extension ScalarSet {
  /// The set with the other case of each of its letters.
  var inAnyCase: ScalarSet {
    var set = self
    let letters: [ClosedRange<UInt32>] = [0x41...0x5A, 0x61...0x7A] + ranges.filter { $0.count <= 1024 }
    for scalar in letters.joined() where contains(scalar) {
      guard let known = Unicode.Scalar(scalar) else { continue }
      for other in [known.properties.lowercaseMapping, known.properties.uppercaseMapping] {
        if let only = other.unicodeScalars.first, other.unicodeScalars.count == 1 {
          set.insert(only.value...only.value)
        }
      }
    }
    return set
  }
}
