import Proviso

/// A value that is in force, with where it comes from. A flag goes before the environment, that before the
/// configuration, and all before the default.
struct Setting<Value> {
  enum Origin {
    case flag(String)
    case environment(String)
    /// A line of the configuration.
    case file(String, line: Int)
    case `default`

    /// Whether somebody wanted it so for one run, whatever the configuration says.
    var isOfOneRun: Bool {
      switch self {
      case .flag, .environment: true
      case .file, .default: false
      }
    }

    var description: String {
      switch self {
      case .flag(let name): name
      case .environment(let name): name
      case .file(let path, let line): "\(path):\(line)"
      case .default: "default"
      }
    }
  }

  let value: Value
  let origin: Origin
}

extension Setting {
  /// The first of the places that says something.
  ///
  /// - Parameters:
  ///   - flag: the name of the flag, and what it says.
  ///   - environment: the name of the variable, and how its text is read.
  ///   - words: the words that the variable may have; empty where it may have any text.
  ///   - file: what the configuration says.
  /// - Throws: when the variable's text cannot be read.
  init(
    flag: (name: String, value: Value?), environment: (name: String, read: (String) -> Value?),
    among words: [String] = [], file: (value: Value, line: Int)?, in path: String?, or standard: Value
  ) throws(Problem) {
    if let value = flag.value {
      self.init(value: value, origin: .flag(flag.name))
    } else if let text = Environment.value(environment.name) {
      guard let value = environment.read(text) else {
        let problem = UnknownWord(text, among: words)
        throw Problem("\(environment.name): \(problem.message)\(problem.help.map { "; \($0)" } ?? "")")
      }
      self.init(value: value, origin: .environment(environment.name))
    } else if let file, let path {
      self.init(value: file.value, origin: .file(path, line: file.line))
    } else {
      self.init(value: standard, origin: .default)
    }
  }
}
