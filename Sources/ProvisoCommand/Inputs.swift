import Proviso

/// Turns the paths of a command line into files: files as they are, folders with what is in them, patterns with what
/// they match, `-` for standard input.
struct Inputs {
  /// What files in a folder are taken for: by their ending, and not by their content, since a folder holds other things
  /// too.
  enum Content {
    case drafts, packs

    fileprivate var endings: [String] {
      switch self {
      case .drafts: ["json", "jsonl", "ndjson", "yaml", "yml", "eml", "txt", "md"]
      case .packs: ["yaml", "yml"]
      }
    }

    fileprivate func includes(_ name: String) -> Bool {
      // Facts beside a draft are read with it.
      if self == .drafts, name.hasSuffix(".facts.yaml") { return false }
      guard let dot = name.lastIndex(of: ".") else { return false }
      return endings.contains(name[name.index(after: dot)...].lowercased())
    }
  }

  /// The files found, each once, in the order of the command line and then by name.
  private(set) var paths: [String] = []
  /// What is wrong with the paths themselves.
  private(set) var problems: [Problem] = []
  private var seen: Set<String> = []
  /// The folders on the way to the one being walked, so that a folder that contains itself through a link ends.
  private var visited: Set<[UInt]> = []
  /// How many drafts the present argument has named, those named before included.
  private var named = 0

  private let content: Content

  static let standardInput = "-"

  /// `promo.facts.yaml` beside `promo.json`.
  static func factsPath(beside path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { path.dropLast(name[$0...].count) } ?? path[...]
    return "\(stem).facts.yaml"
  }

  /// Keeps those of the drafts that `files` has, or whose facts it has.
  mutating func keep(changed files: ChangedFiles) throws(Problem) {
    paths = try files.among(paths)
  }

  init(_ arguments: [String], of content: Content = .drafts) {
    self.content = content
    for argument in arguments { add(argument) }
  }

  private mutating func add(_ argument: String) {
    if argument == Inputs.standardInput { return append(argument) }
    switch FileSystem.kind(of: argument) {
    case .file: append(argument)
    case .folder:
      named = 0
      visited = []
      walk(argument) { _ in true }
      if named == 0 { problems.append(Problem("\(argument) holds no \(content) (\(endings))")) }
    case .other: problems.append(Problem("\(argument) is neither a file nor a folder"))
    case nil: Glob.isPattern(argument) ? expand(argument) : problems.append(Problem("no such file: \(argument)"))
    }
  }

  private var endings: String { content.endings.map { ".\($0)" }.joined(separator: " ") }

  private mutating func expand(_ pattern: String) {
    let glob = Glob(pattern)
    named = 0
    visited = []
    if FileSystem.kind(of: glob.base) == .folder { walk(glob.base, glob.matches) }
    if named == 0 { problems.append(Problem("nothing matches \(pattern)")) }
  }

  private mutating func walk(_ folder: String, _ accepts: (String) -> Bool) {
    // A folder that contains itself through a link is walked once.
    guard let identity = FileSystem.identity(of: folder), visited.insert(identity).inserted else { return }
    let names: [String]
    do throws(Problem) {
      names = try FileSystem.names(in: folder)
    } catch {
      problems.append(error)
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch FileSystem.kind(of: path) {
      case .folder: walk(path, accepts)
      case .file: if content.includes(name), accepts(path) { append(path) }
      case .other: break
      // A link to nowhere: what it should lead to would have been checked.
      case nil: if content.includes(name), accepts(path) { problems.append(Problem("no such file: \(path)")) }
      }
    }
  }

  private mutating func append(_ path: String) {
    named += 1
    if seen.insert(path).inserted { paths.append(path) }
  }
}

/// A pattern of paths: `*` and `?` within a name, `[a-z]`, `**` for any folders between.
struct Glob {
  /// The folder under which everything that matches lies.
  let base: String
  private let parts: [Substring]

  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  init(_ pattern: String) {
    parts = pattern.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let fixed = parts.prefix { !Glob.isPattern(String($0)) }
    let root = pattern.hasPrefix("/") ? "/" : ""
    base = fixed.isEmpty ? (root.isEmpty ? "." : root) : root + fixed.joined(separator: "/")
  }

  func matches(_ path: String) -> Bool {
    Glob.matches(path.split(separator: "/")[...], parts[...])
  }

  private static func matches(_ path: ArraySlice<Substring>, _ parts: ArraySlice<Substring>) -> Bool {
    guard let part = parts.first else { return path.isEmpty }
    if part == "**" {
      return (0...path.count).contains { matches(path.dropFirst($0), parts.dropFirst()) }
    }
    guard let name = path.first, matches(Array(name)[...], Array(part)[...]) else { return false }
    return matches(path.dropFirst(), parts.dropFirst())
  }

  private static func matches(_ name: ArraySlice<Character>, _ part: ArraySlice<Character>) -> Bool {
    guard let sign = part.first else { return name.isEmpty }
    switch sign {
    case "*":
      // Of several stars only the last can need another try, so the time stays a product of the two lengths.
      let rest = part.drop { $0 == "*" }
      if !rest.contains("*") {
        return (0...name.count).contains { matches(name.dropFirst($0), rest) }
      }
      let literal = rest.prefix { $0 != "*" }
      let next = rest.dropFirst(literal.count)
      for start in 0...name.count {
        if let end = Glob.end(of: literal, in: name.dropFirst(start)) { return matches(end, next) }
      }
      return false
    case "?": return !name.isEmpty && matches(name.dropFirst(), part.dropFirst())
    case "[":
      guard let end = part.firstIndex(of: "]"), let letter = name.first else { return false }
      let set = part[(part.startIndex + 1)..<end]
      return contains(set, letter) && matches(name.dropFirst(), part[(end + 1)...])
    default: return name.first == sign && matches(name.dropFirst(), part.dropFirst())
    }
  }

  /// What is left of `name` behind `literal`, a part without stars; nil when it does not begin so.
  private static func end(of literal: ArraySlice<Character>, in name: ArraySlice<Character>) -> ArraySlice<Character>? {
    var name = name
    var literal = literal
    while let sign = literal.first {
      guard let letter = name.first else { return nil }
      if sign == "[", let end = literal.firstIndex(of: "]") {
        guard contains(literal[(literal.startIndex + 1)..<end], letter) else { return nil }
        literal = literal[end...]
      } else if sign != "?", sign != letter {
        return nil
      }
      literal = literal.dropFirst()
      name = name.dropFirst()
    }
    return name
  }

  private static func contains(_ set: ArraySlice<Character>, _ letter: Character) -> Bool {
    let signs = Array(set)
    for (index, sign) in signs.enumerated() {
      if sign == letter { return true }
      if sign == "-", index > 0, index + 1 < signs.count, signs[index - 1] <= letter, letter <= signs[index + 1] {
        return true
      }
    }
    return false
  }
}
