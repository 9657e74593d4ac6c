public import ProvisoModel

/// Writes facts as `FactsReader` reads them, one line a fact, in alphabetical order.
public enum FactsWriter {
  /// The text of a facts file; empty when there are no facts.
  public static func text(_ facts: Facts) -> String {
    lines(facts.states).joined() + audiences(facts.audiences)
  }

  private static func lines(_ states: [String: FactState]) -> [String] {
    states.sorted { $0.key < $1.key }.map { "\($0): \(written($1))\n" }
  }

  private static func audiences(_ audiences: [Facts.Audience]) -> String {
    guard !audiences.isEmpty else { return "" }
    let items = audiences.map { audience in
      let lines = ["regions: \(list(audience.places))\n"] + lines(audience.facts)
      return "  - " + lines.joined(separator: "    ")
    }
    return "audiences:\n" + items.joined()
  }

  /// A state as it stands behind the name of its fact: `[DE, FR]`.
  public static func written(_ state: FactState) -> String {
    guard case .known(let value) = state else { return "null" }
    return switch value {
    case .truth, .number, .date: value.description
    case .instant, .time: quoted(value.description)
    case .text(let text): quoted(text)
    case .symbol(let word), .place(let word): scalar(word)
    case .texts(let texts): "[" + texts.map(quoted).joined(separator: ", ") + "]"
    case .symbols(let words), .places(let words): list(words)
    }
  }

  private static func list(_ words: [String]) -> String { "[" + words.map(scalar).joined(separator: ", ") + "]" }

  /// A word as it is, unless somebody or something could take it for another kind of value.
  private static func scalar(_ word: String) -> String {
    let isPlain = word.utf8.first.map { $0 | 0x20 }.map { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 } ?? false
    let isOrdinary = word.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "-")
    }
    return isPlain && isOrdinary && !ambiguous.contains(word.lowercased()) ? word : quoted(word)
  }

  private static let ambiguous: Set = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "unknown"]

  /// A text in double quotes with escapes for what cannot stand there.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted += isPrintable(scalar) ? String(scalar) : escape(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .surrogate, .unassigned, .privateUse: false
    default: true
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return scalar.value > 0xFFFF
      ? "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
