// A missing rule or an empty choice is a mistake in this file, which a crash of the test shows at once.
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import ProvisoTestSupport

/// A grammar read from Grammar/expression.ebnf, and sentences derived from it.
struct EBNF {
  indirect enum Part {
    case terminal(String)
    case rule(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repeated(Part)
    case special(String)
  }

  private(set) var rules: [String: Part] = [:]
  /// The rules in the order of the file.
  private(set) var names: [String] = []

  init(_ text: String) {
    let stripped = EBNF.withoutComments(text)
    var tokens = EBNF.tokens(stripped)[...]
    while let name = tokens.popFirst() {
      precondition(tokens.popFirst() == "=", "expected = after \(name)")
      names.append(name)
      rules[name] = EBNF.choice(&tokens)
      precondition(tokens.popFirst() == ";", "expected ; after \(name)")
    }
  }

  /// A comment begins with `(*` and ends with `*)`, outside of terminals.
  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "(*"), let end = rest.range(of: "*)", range: start.upperBound..<rest.endIndex) {
      result += rest[..<start.lowerBound]
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static func tokens(_ text: String) -> [String] {
    var tokens: [String] = []
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if "\"'?".contains(first) {
        let end = rest.dropFirst().firstIndex(of: first)!
        tokens.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "-" }
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        tokens.append(String(first))
        rest.removeFirst()
      }
    }
    return tokens
  }

  private static func choice(_ tokens: inout ArraySlice<String>) -> Part {
    var options = [sequence(&tokens)]
    while tokens.first == "|" {
      tokens.removeFirst()
      options.append(sequence(&tokens))
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private static func sequence(_ tokens: inout ArraySlice<String>) -> Part {
    var parts = [part(&tokens)]
    while tokens.first == "," {
      tokens.removeFirst()
      parts.append(part(&tokens))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private static func part(_ tokens: inout ArraySlice<String>) -> Part {
    let token = tokens.removeFirst()
    switch token {
    case "(", "[", "{":
      let inner = choice(&tokens)
      tokens.removeFirst()
      return token == "(" ? inner : token == "[" ? .optional(inner) : .repeated(inner)
    default:
      if token.hasPrefix("\"") || token.hasPrefix("'") { return .terminal(String(token.dropFirst().dropLast())) }
      return token.hasPrefix("?") ? .special(token) : .rule(token)
    }
  }
}

/// Derives random sentences; the same seed gives the same sentences.
struct SentenceGenerator {
  /// Rules of the lexer, inside which no white space may stand, with an example of what they describe.
  static let lexical: Set<String> = [
    "path", "name", "vocabulary", "digits", "number", "percentage", "period", "date", "time", "text", "pattern",
  ]

  let grammar: EBNF
  var random: SeededRandom

  mutating func sentence() -> String { derive(.rule("expression"), depth: 0) }

  private mutating func derive(_ part: EBNF.Part, depth: Int) -> String {
    switch part {
    case .terminal(let word): return word
    case .special(let description): fatalError("no example for \(description)")
    case .rule(let name):
      if SentenceGenerator.lexical.contains(name) { return token(name) }
      return derive(grammar.rules[name]!, depth: depth + 1)
    case .sequence(let parts): return joined(parts.map { derive($0, depth: depth) })
    case .choice(let options):
      // Deep down only what leads out is chosen: the last option of every recursive rule is a leaf.
      return derive(depth > 30 ? options[options.count - 1] : options.randomElement(using: &random)!, depth: depth)
    case .optional(let inner):
      return depth > 30 || Bool.random(using: &random) ? "" : derive(inner, depth: depth)
    case .repeated(let inner):
      let count = depth > 14 ? 0 : Int.random(in: 0...2, using: &random)
      return joined((0..<count).map { _ in derive(inner, depth: depth) })
    }
  }

  private mutating func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: Int.random(in: 0..<12, using: &random) == 0 ? "\n  " : " ")
  }

  private mutating func token(_ name: String) -> String {
    let number = Int.random(in: 0...9999, using: &random)
    switch name {
    case "path": return (0...Int.random(in: 0...2, using: &random)).map { _ in word() }.joined(separator: ".")
    case "name": return word()
    case "vocabulary": return "@" + word()
    case "digits": return "\(number)"
    case "number": return Bool.random(using: &random) ? "\(number)" : "\(number).\(number % 89 + 10)"
    case "percentage": return "\(number % 101)%"
    case "period":
      return ["24h", "1 month", "10 business days", "2 years", "\(number) minutes"].randomElement(using: &random)!
    case "date": return ["2026-11-22", "2024-02-29", "1999-12-31"].randomElement(using: &random)!
    case "time": return ["00:00", "08:30", "23:59"].randomElement(using: &random)!
    case "text": return ["\"\"", "\"a b\"", "\"é 😀\"", #""q\"q\\""#].randomElement(using: &random)!
    default: return ["/a|b/", "/^[a-z]{1,3}$/", #"/\/x/"#].randomElement(using: &random)!
    }
  }

  private mutating func word() -> String {
    ["x", "draft", "is-marketing", "a1", "consent", "Region", "US-CA", "snake_case", "button", "words"]
      .randomElement(using: &random)!
  }
}
