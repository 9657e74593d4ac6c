import ProvisoModel
public import ProvisoSource

/// Suppressions in the drafts themselves, where the format has comments:
///
///     # proviso:ignore gdpr.missing-opt-out until=2027-06-30 owner=marketing reason="the way out is in the header"
///
/// In YAML a comment begins with `#`, in e-mail with `<!--`. A mark counts for all drafts of its file.
public enum InlineMarks {
  private static let name = "proviso:ignore"

  /// The marks in a file; what is wrong with one is a problem, and it suppresses nothing.
  public static func read(_ source: SourceFile) -> (marks: [SuppressionMark], diagnostics: [Diagnostic]) {
    var reading = (marks: [SuppressionMark](), diagnostics: [Diagnostic]())
    guard let opening = opening(of: source.name) else { return reading }
    let text = source.text(in: Span(0, source.bytes.count))
    guard text.utf8.count == source.bytes.count, text.contains(name) else { return reading }
    var offset = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { offset += line.utf8.count + 1 }
      guard let comment = comment(in: line, opening), let place = comment.firstRange(of: name) else { continue }
      guard comment[..<place.lowerBound].allSatisfy(\.isWhitespace) else { continue }
      let start = offset + line.utf8.distance(from: line.startIndex, to: place.lowerBound)
      var words = MarkWords(comment[place.upperBound...])
      let span = Span(start, offset + line.utf8.count)
      do throws(MarkProblem) {
        reading.marks.append(try words.mark(in: source.name, at: span))
      } catch {
        reading.diagnostics.append(
          Diagnostic(
            "suppression.inline", error.message, in: source.name, at: span,
            help: "write `\(name) RULE until=2027-06-30 owner=NAME reason=\"why\"`"))
      }
    }
    return reading
  }

  /// What begins a comment in a file of this name; nil where there are none.
  private static func opening(of name: String) -> String? {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["yaml": "#", "yml": "#", "eml": "<!--"][ending]
  }

  /// The text of a line's comment. A `#` counts at the start of the line or behind a space, as in YAML.
  private static func comment(in line: Substring, _ opening: String) -> Substring? {
    guard let place = line.firstRange(of: opening) else { return nil }
    let before = line[..<place.lowerBound].last
    guard before == nil || before?.isWhitespace == true || opening != "#" else { return nil }
    let rest = line[place.upperBound...]
    return opening == "#" ? rest : rest.firstRange(of: "-->").map { rest[..<$0.lowerBound] } ?? rest
  }
}

/// Why a mark cannot be used.
struct MarkProblem: Error {
  let message: String
}

/// The words of a mark: a rule, and `key=value` with or without quotes.
struct MarkWords {
  private var rest: Substring

  init(_ text: Substring) { rest = text }

  mutating func mark(in file: String, at span: Span) throws(MarkProblem) -> SuppressionMark {
    guard let rule = try next()?.value, SuppressionFile.isOneRule(rule) else {
      throw MarkProblem(message: "a suppression names one rule")
    }
    var values: [String: String] = [:]
    while let word = try next() {
      guard let key = word.key, ["until", "owner", "reason"].contains(key) else {
        throw MarkProblem(message: "unknown word `\(word.key ?? word.value)` in a suppression")
      }
      guard values.updateValue(word.value, forKey: key) == nil else {
        throw MarkProblem(message: "`\(key)` stands twice in a suppression")
      }
    }
    guard let written = values["until"] else {
      throw MarkProblem(message: "a suppression says until when it holds, as `until=2027-06-30`")
    }
    guard let until = CalendarDate(written) else { throw MarkProblem(message: CalendarDate.problem(of: written)) }
    guard let owner = values["owner"], !owner.isEmpty, let reason = values["reason"], !reason.isEmpty else {
      throw MarkProblem(message: "a suppression has an owner and a reason")
    }
    return SuppressionMark(
      rule: rule, scope: .ownFile, fingerprint: nil, reason: reason, owner: owner, expires: until, file: file,
      span: span)
  }

  private mutating func next() throws(MarkProblem) -> (key: String?, value: String)? {
    rest = rest.drop(while: \.isWhitespace)
    guard !rest.isEmpty else { return nil }
    let word = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" }
    rest = rest.dropFirst(word.count)
    guard rest.first == "=" else { return (nil, String(word)) }
    rest = rest.dropFirst()
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest.dropFirst(value.count)
      return (String(word), String(value))
    }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: "\"") else {
      throw MarkProblem(message: "the quotes of `\(word)` do not close")
    }
    defer { rest = rest[rest.index(after: end)...] }
    return (String(word), String(rest[..<end]))
  }
}
