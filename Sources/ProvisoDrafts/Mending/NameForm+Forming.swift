import ProvisoModel

extension Remedy.NameForm {
  /// A name in this form; nil where nothing is left of it, or it is none of the kind.
  func form(of name: String) -> String? {
    switch self {
    case .snakeCase: Self.snakeCase(name)
    case .languageCode: Self.languageCode(name)
    }
  }

  private static func snakeCase(_ name: String) -> String? {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      if let letters = baseLetters(of: scalar) {
        result += letters
      } else if !result.isEmpty, result.last != "_" {
        result += "_"
      }
    }
    if result.last == "_", name.last != "_" { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  /// A digit, or a letter without its accents; nil for any other sign.
  private static func baseLetters(of scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII { return scalar.properties.isAlphabetic || "0"..."9" ~= scalar ? String(scalar) : nil }
    // The standard library has no decomposition, but names such as LATIN SMALL LETTER E WITH ACUTE.
    let words = scalar.properties.name?.split(separator: " ") ?? []
    guard words.starts(with: ["LATIN", "SMALL", "LETTER"]), words.count > 3 else { return nil }
    if words[3] == "SHARP" { return "ss" }
    return words[3].count <= 2 ? words[3].lowercased() : nil
  }

  private static func languageCode(_ code: String) -> String? {
    let parts = code.split { "-_ ".contains($0) }
    guard let language = parts.first, 2...3 ~= language.count, parts.count <= 2,
      parts.allSatisfy({ $0.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic } })
    else { return nil }
    guard parts.count == 2 else { return language.lowercased() }
    return 2...3 ~= parts[1].count ? "\(language.lowercased())_\(parts[1].uppercased())" : nil
  }
}
