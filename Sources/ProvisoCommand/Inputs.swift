import Proviso
import ProvisoProject

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
  /// What standard input is called where nobody names it.
  static let streamName = "<stdin>"

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

  /// Leaves out files of a folder that are something else; a folder with nothing else is a problem.
  mutating func remove(where isOther: (String) -> Bool) {
    let hadAny = !paths.isEmpty
    paths.removeAll(where: isOther)
    if hadAny, paths.isEmpty { problems.append(Problem("there are no \(content) (\(endings))")) }
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
