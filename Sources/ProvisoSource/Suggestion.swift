/// The question `did you mean …?` with the name in `names` nearest to `typo`; nil when none is near enough.
public func suggestion(for typo: String, in names: some Sequence<String>) -> String? {
  nearestName(to: typo, in: names).map(suggestion)
}

/// The question whether somebody meant `name`.
public func suggestion(_ name: String) -> String { "did you mean `\(name)`?" }

/// What is said of a name that nothing has, in one sentence: "unknown rule `a.bc`, did you mean `a.b`?"
///
/// - Parameter noun: what is named.
public func unknownName(_ noun: String, _ name: String, among names: some Sequence<String>) -> String {
  "unknown \(noun) `\(name)`" + (suggestion(for: name, in: names).map { ", \($0)" } ?? "")
}
