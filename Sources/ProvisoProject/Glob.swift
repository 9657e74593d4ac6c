/// A pattern of paths: `*` and `?` within a name, `[a-z]`, `**` for any folders between.
public struct Glob: Sendable {
  /// The folder under which everything that matches lies.
  public let base: String
  private let parts: [Substring]

  /// Whether a path has signs of a pattern in it.
  public static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// A pattern; any text is one.
  public init(_ pattern: String) {
    parts = pattern.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    let fixed = parts.prefix { !Glob.isPattern(String($0)) }
    let root = pattern.hasPrefix("/") ? "/" : ""
    base = fixed.isEmpty ? (root.isEmpty ? "." : root) : root + fixed.joined(separator: "/")
  }

  /// Whether a path, with `/` between its parts, is as the pattern says.
  public func matches(_ path: String) -> Bool {
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
