/// Writes YAML documents with scalars of every style, folded and indented at random but always valid.
struct ScalarGenerator {
  private var state: UInt64
  private var words = 0

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func document() -> String {
    let lineEnd = pick(["\n", "\r\n"])
    var text = pick(["", "\u{FEFF}", "# é😀\n"])
    for key in 0...below(4) {
      text += "k\(key): " + scalar() + "\n"
    }
    return lineEnd == "\n"
      ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }

  private mutating func scalar() -> String {
    switch below(5) {
    case 0: flow(pick(["", "&a ", "!!str ", "&a !!str "]), inside: [" ", "  ", "'", "\"", "\\"], [])
    case 1: "'" + flow("", inside: [" ", "''", "\"", "\\"], []) + "'"
    case 2:
      "\"" + flow("", inside: [" ", "'", "\\\"", "\\\\", "\\n", "\\x2d", "\\u20AC", "\\U0001F6A8"], ["\\"]) + "\""
    default: block()
    }
  }

  /// Words with something between them, over several lines.
  private mutating func flow(_ before: String, inside: [String], _ lineEnds: [String]) -> String {
    var text = before + word()
    for _ in 0..<below(8) {
      if below(3) == 0 {
        text +=
          pick(["", " "] + lineEnds) + "\n" + String(repeating: pick(["\n", "  \n"]), count: below(3))
          + pick(["  ", "    "])
      } else {
        text += pick(inside)
      }
      text += word()
    }
    return text
  }

  private mutating func block() -> String {
    let declared = below(3) == 0
    var text = pick(["|", ">"]) + (declared ? "2" : "") + pick(["", "-", "+"]) + pick(["", " # x"])
    for line in 0..<(1 + below(6)) {
      text += "\n" + String(repeating: pick(["\n", "  \n"]), count: below(3))
      text += "  " + (line > 0 || declared ? pick(["", "", " ", "\t"]) : "") + word() + pick(["", " " + word(), " "])
    }
    return text + String(repeating: "\n", count: below(3))
  }

  private mutating func word() -> String {
    words += 1
    return pick(["w", "é", "日", "x"]) + "\(words)."
  }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  private mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
