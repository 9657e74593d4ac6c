import ProvisoDocuments
import ProvisoSource

/// One case of the YAML test suite.
struct YAMLCase {
  /// The file and the number of the case in it: `Y79Y/3`.
  let name: String
  let yaml: SourceFile
  /// The value as JSON, where the suite gives it.
  let json: SourceFile?
  let mustFail: Bool

  /// The cases of the suite, whose files are YAML themselves.
  static func all() throws -> [YAMLCase] {
    try SharedData.files(in: "suites/yaml").flatMap { file in
      try (YAMLReader.read(file).items ?? []).enumerated().compactMap { index, node in
        let name = "\(file.name.dropLast(5))/\(index)"
        guard let yaml = node["yaml"]?.text else { return nil }
        let json = node["json"]?.text
        return YAMLCase(
          name: name, yaml: SourceFile(name: name, text: unmarked(yaml)),
          json: json.map { SourceFile(name: name, text: $0) }, mustFail: node["fail"]?.content == .truth(true))
      }
    }
  }

  /// The text without the suite's marks for what cannot be seen.
  private static func unmarked(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "␣": plain.unicodeScalars.append(" ")
      case "—", "↵": break
      case "»": plain.unicodeScalars.append("\t")
      case "⇔": plain.unicodeScalars.append("\u{FEFF}")
      case "←": plain.unicodeScalars.append("\r")
      case "∎": return plain
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
