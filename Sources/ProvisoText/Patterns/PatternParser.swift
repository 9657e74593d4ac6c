/// Reads regular expressions of the kind that `PatternSetBuilder` tells of.
struct PatternParser {
  private struct Flags {
    var ignoresCase = false, dotIsAll = false, isMultiline = false
  }

  /// Groups inside groups that are read; deeper ones would exhaust the stack.
  private static let mostDepth = 200
  /// The highest count of a repetition.
  static let mostRepeats = 10_000

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var flags = Flags()
  private var depth = 0

  private init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

  /// What an expression means.
  static func parse(_ expression: String) throws(PatternError) -> PatternNode {
    var parser = PatternParser(expression)
    let node = try parser.choice()
    guard parser.place == parser.scalars.count else { throw parser.error("unmatched closing parenthesis") }
    return node
  }

  private func error(_ message: String) -> PatternError {
    let offset = scalars[..<min(place, scalars.count)].reduce(0) { $0 + UTF8.width($1) }
    return PatternError(.unsupported, message, at: offset)
  }

  private func isNext(_ text: String) -> Bool { scalars[place...].starts(with: text.unicodeScalars) }

  private mutating func accept(_ text: String) -> Bool {
    guard isNext(text) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  private mutating func next() throws(PatternError) -> Unicode.Scalar {
    guard place < scalars.count else { throw error("the expression ends too early") }
    place += 1
    return scalars[place - 1]
  }

  // MARK: Structure

  private mutating func choice() throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternParser.mostDepth else { throw error("groups stand too deep inside each other") }
    let before = flags
    defer { flags = before }
    var choices = [try sequence()]
    while accept("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while place < scalars.count, !isNext("|"), !isNext(")") {
      if let part = try item() { parts.append(try repetition(of: part)) }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repetition(of part: PatternNode) throws(PatternError) -> PatternNode {
    var node = part
    while place < scalars.count {
      if accept("*") {
        node = .repeated(node, least: 0, most: nil)
      } else if accept("+") {
        node = .repeated(node, least: 1, most: nil)
      } else if accept("?") {
        node = .repeated(node, least: 0, most: 1)
      } else if let (least, most) = try counts() {
        node = .repeated(node, least: least, most: most)
      } else {
        return node
      }
      // All matches count, so whether the short or the long one is preferred changes nothing.
      _ = accept("?")
      if isNext("+") { throw error("possessive repetitions are not supported") }
    }
    return node
  }

  /// `{2}`, `{2,}` or `{2,5}`; anything else in braces stands for itself.
  private mutating func counts() throws(PatternError) -> (Int, Int?)? {
    let start = place
    guard accept("{"), let least = number() else {
      place = start
      return nil
    }
    var most: Int? = least
    if accept(",") { most = isNext("}") ? nil : number() ?? -1 }
    guard accept("}"), most != -1 else {
      place = start
      return nil
    }
    guard least <= most ?? least, max(least, most ?? 0) <= PatternParser.mostRepeats else {
      throw error("the counts of a repetition are out of order, or too high")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var number: Int?
    while place < scalars.count, let digit = scalars[place].digit, (number ?? 0) < 1_000_000 {
      number = (number ?? 0) * 10 + digit
      place += 1
    }
    return number
  }

  /// One item; nil for flags, which are none.
  private mutating func item() throws(PatternError) -> PatternNode? {
    let scalar = try next()
    switch scalar {
    case "(": return try group()
    case "[": return .scalar(try bracket())
    case ".": return .scalar(flags.dotIsAll ? .everything : ScalarSet.lineEnds.inverted)
    case "^": return .place(flags.isMultiline ? .lineStart : .start)
    case "$": return .place(flags.isMultiline ? .lineEnd : .endOrLastLine)
    case "\\": return try escape()
    case "*", "+", "?":
      place -= 1
      throw error("there is nothing to repeat")
    default: return .scalar(cased(ScalarSet(scalar.value...scalar.value)))
    }
  }

  private func cased(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.inAnyCase : set }

  // MARK: Groups

  private mutating func group() throws(PatternError) -> PatternNode? {
    let before = flags
    if accept("?") {
      if accept("#") {
        while try next() != ")" {}
        return nil
      }
      if accept("P<") || isNext("<") && !isNext("<=") && !isNext("<!") {
        while try next() != ">" {}
      } else if try setFlags() {
        return nil
      }
    }
    let node = try choice()
    guard accept(")") else { throw error("a parenthesis is not closed") }
    flags = before
    return node
  }

  /// Reads `i`, `-i`, `s` and `m`; true where they hold for the rest of the group.
  private mutating func setFlags() throws(PatternError) -> Bool {
    var isOn = true
    while true {
      switch try next() {
      case "-": isOn = false
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotIsAll = isOn
      case "m": flags.isMultiline = isOn
      case ":": return false
      case ")": return true
      default:
        place -= 1
        throw error("this kind of group is not supported")
      }
    }
  }

  // MARK: Escapes

  private mutating func escape() throws(PatternError) -> PatternNode {
    let scalar = try next()
    switch scalar {
    case "b": return .place(.wordEdge)
    case "B": return .place(.noWordEdge)
    case "A": return .place(.start)
    case "z": return .place(.end)
    case "Z": return .place(.endOrLastLine)
    default: return .scalar(cased(try set(escaped: scalar)))
    }
  }

  /// What an escape stands for, inside brackets and outside.
  private mutating func set(escaped scalar: Unicode.Scalar) throws(PatternError) -> ScalarSet {
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .words
    case "W": return ScalarSet.words.inverted
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted
    case "p", "P": return try property(isNegated: scalar == "P")
    default:
      let value = try character(scalar)
      return ScalarSet(value...value)
    }
  }

  private mutating func property(isNegated: Bool) throws(PatternError) -> ScalarSet {
    var (name, isNegated) = (String(try next()), isNegated)
    if name == "{" {
      name = ""
      if accept("^") { isNegated.toggle() }
      while !accept("}") { name.unicodeScalars.append(try next()) }
    }
    guard let categories = ScalarSet.categories(name) else { throw error("unknown property `\(name)`") }
    var set = ScalarSet()
    set.insert(isNegated ? ScalarSet.others(than: categories) : categories)
    return set
  }

  private mutating func character(_ escaped: Unicode.Scalar) throws(PatternError) -> UInt32 {
    switch escaped {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "f": return 0x0C
    case "a": return 0x07
    case "e": return 0x1B
    case "x":
      var digits = ""
      if accept("{") {
        while !accept("}") { digits.unicodeScalars.append(try next()) }
      } else {
        while digits.utf8.count < 2, place < scalars.count, scalars[place].properties.isASCIIHexDigit {
          digits.unicodeScalars.append(try next())
        }
      }
      guard let value = UInt32(digits, radix: 16), Unicode.Scalar(value) != nil else {
        throw error("`\\x` names no character")
      }
      return value
    default:
      guard !escaped.isASCII || !ScalarSet.words.contains(escaped.value) || escaped == "_" else {
        throw error("the escape `\\\(escaped)` is not supported")
      }
      return escaped.value
    }
  }

  // MARK: Brackets

  private mutating func bracket() throws(PatternError) -> ScalarSet {
    let isNegated = accept("^")
    var (set, isFirst) = (ScalarSet(), true)
    while isFirst || !isNext("]") {
      isFirst = false
      let low = try bracketItem()
      guard let first = low.only, isNext("-"), !isNext("-]") else {
        set.insert(low.set)
        continue
      }
      _ = accept("-")
      guard let last = try bracketItem().only, first <= last else { throw error("a range is out of order") }
      set.insert(first...last)
    }
    _ = accept("]")
    let all = cased(set)
    return isNegated ? all.inverted : all
  }

  /// One item, and the scalar where it is a single one.
  private mutating func bracketItem() throws(PatternError) -> (set: ScalarSet, only: UInt32?) {
    let scalar = try next()
    if scalar == "[", accept(":") {
      var name = ""
      while !accept(":]") { name.unicodeScalars.append(try next()) }
      guard let set = ScalarSet.posix[name] else { throw error("unknown class `[:\(name):]`") }
      return (set, nil)
    }
    guard scalar == "\\" else { return (ScalarSet(scalar.value...scalar.value), scalar.value) }
    let escaped = try next()
    if escaped == "b" { return (ScalarSet(0x08...0x08), 0x08) }
    if "dwspP".unicodeScalars.contains(escaped) { return (try set(escaped: escaped), nil) }
    switch escaped {
    // What is negated is written out, since a set joins only what is not.
    case "D": return (ScalarSet(0...0x2F, 0x3A...0x10FFFF), nil)
    case "W": return (ScalarSet(0...0x2F, 0x3A...0x40, 0x5B...0x5E, 0x60...0x60, 0x7B...0x10FFFF), nil)
    case "S": return (ScalarSet(0...0x08, 0x0E...0x1F, 0x21...0x10FFFF), nil)
    default:
      let value = try character(escaped)
      return (ScalarSet(value...value), value)
    }
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? { 0x30...0x39 ~= value ? Int(value) - 0x30 : nil }
}
