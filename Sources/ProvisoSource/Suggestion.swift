/// The question `did you mean …?` with the name in `names` nearest to `typo`; nil when none is near enough.
public func suggestion(for typo: String, in names: some Sequence<String>) -> String? {
  nearestName(to: typo, in: names).map(suggestion)
}

/// The question whether somebody meant `name`.
public func suggestion(_ name: String) -> String { "did you mean `\(name)`?" }

/// What is said of a name that nothing has, in one sentence: "unknown rule `a.bc`, did you mean `a.b`?"
///
/// - Parameters:
///   - noun: what is named.
///   - isListing: whether all names are listed too.
public func unknownName(
  _ noun: String, _ name: String, among names: some Sequence<String>, isListing: Bool = false
) -> String {
  let help = suggestion(for: name, in: names)
  let list = isListing ? "\(help == nil ? ";" : "") \(noun)s: \(names.joined(separator: ", "))" : ""
  return "unknown \(noun) `\(name)`\(help.map { ", \($0)" } ?? "")\(list)"
}
