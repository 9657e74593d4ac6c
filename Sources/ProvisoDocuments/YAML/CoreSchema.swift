/// What an unquoted YAML scalar means: the core schema of YAML 1.2, and no more.
///
/// So `no`, `on`, `1.0.0`, `1_000` and `2026-11-22` are texts. Infinities and `.nan` are texts too, since no policy
/// computes with them and a number then always has digits.
enum CoreSchema {
  /// The meaning of a plain scalar without a tag.
  static func content(ofPlain text: String) -> DocumentNode.Content {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .truth(true)
    case "false", "False", "FALSE": .truth(false)
    default: isWhole(text) || isDecimal(text) ? .number(text) : .text(text)
    }
  }

  /// The meaning of a scalar with a tag; nil where the tag is none of the core schema or does not fit the text.
  static func content(of text: String, tag: String) -> DocumentNode.Content? {
    let plain = content(ofPlain: text)
    switch (tag, plain) {
    case ("!", _), ("tag:yaml.org,2002:str", _): return .text(text)
    case ("tag:yaml.org,2002:null", .null), ("tag:yaml.org,2002:bool", .truth): return plain
    case ("tag:yaml.org,2002:int", .number): return isWhole(text) ? plain : nil
    case ("tag:yaml.org,2002:float", .number): return plain
    default: return nil
    }
  }

  /// `[-+]?[0-9]+`, `0o[0-7]+` or `0x[0-9a-fA-F]+`.
  private static func isWhole(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    if text.hasPrefix("0x") { return !digits.isEmpty && digits.allSatisfy(\.isHexDigit) }
    if text.hasPrefix("0o") { return !digits.isEmpty && digits.allSatisfy { 0x30...0x37 ~= $0 } }
    let unsigned = withoutSign(text.utf8[...])
    return !unsigned.isEmpty && unsigned.allSatisfy(\.isDigit)
  }

  /// `[-+]?( \.[0-9]+ | [0-9]+(\.[0-9]*)? )([eE][-+]?[0-9]+)?`.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = withoutSign(text.utf8[...])
    let whole = rest.prefix(while: \.isDigit).count
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = rest.prefix(while: \.isDigit).count
      if whole + fraction == 0 { return false }
      rest = rest.dropFirst(fraction)
    } else if whole == 0 {
      return false
    }
    guard let exponent = rest.first else { return true }
    let digits = withoutSign(rest.dropFirst())
    return exponent | 0x20 == UInt8(ascii: "e") && !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  private static func withoutSign(_ text: Substring.UTF8View) -> Substring.UTF8View {
    text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { 0x30...0x39 ~= self }
  fileprivate var isHexDigit: Bool { isDigit || 0x61...0x66 ~= self | 0x20 }
}
