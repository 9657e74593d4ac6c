internal import CVectorscan
import ProvisoSource

/// Collects regular expressions for a set.
///
/// Expressions are those of RE2 and PCRE without look-around and back references, so that a scan takes linear time.
/// They see UTF-8; `\w`, `\d` and `\b` mean ASCII, which after folding is what Latin text consists of, and `\p{L}`
/// reaches the letters of other scripts. `^` and `$` are the ends of the text.
public struct PatternSetBuilder: Sendable {
  private var expressions: [String] = []
  /// For each expression whether it is looked for by scans; of the others only single texts are asked.
  private var isSearched: [Bool] = []
  private var numbers: [String: Int] = [:]

  /// An empty builder.
  public init() {}

  /// How many patterns were added.
  public var count: Int { expressions.count }

  /// Adds an expression and returns its number; equal expressions share one.
  ///
  /// - Throws: when the expression cannot be compiled by itself; a set that holds it could not be built.
  public mutating func add(_ regex: String) throws(PatternError) -> Int {
    if let known = numbers[regex] { return known }
    try PatternCompiler.check(regex)
    return add(unchecked: regex)
  }

  /// Adds an expression and returns its number, without a look at it; a set that was saved had been checked.
  mutating func add(unchecked regex: String, isSearched: Bool = true) -> Int {
    if let known = numbers[regex] {
      if isSearched { self.isSearched[known] = true }
      return known
    }
    numbers[regex] = expressions.count
    expressions.append(regex)
    self.isSearched.append(isSearched)
    return expressions.count - 1
  }

  /// The expressions that cannot be compiled by themselves, with the reason.
  var unusable: [(number: Int, error: PatternError)] {
    expressions.indices.compactMap { number in
      do throws(PatternError) {
        try PatternCompiler.check(expressions[number])
        return nil
      } catch {
        return (number, error)
      }
    }
  }

  /// What tells this collection, with `further` expressions behind it, from any other.
  func key(with further: [String]) -> String {
    let marks = String(isSearched.map { $0 ? "1" : "0" })
    let texts = [String(cString: hs_version()), marks] + expressions + further
    return SHA256.hexDigest(of: Array(texts.joined(separator: "\u{0}").utf8))
  }

  /// The set of all patterns added so far, and of `further` ones that are numbered behind them and searched.
  ///
  /// - Complexity: compilation takes some milliseconds a pattern.
  func build(with further: [String]) throws(PatternError) -> PatternSet {
    let searched = isSearched.indices.filter { isSearched[$0] } + (0..<further.count).map { expressions.count + $0 }
    return try PatternSet(expressions: expressions + further, searched: searched.map(Int32.init))
  }

  /// The set of all patterns added so far.
  ///
  /// - Complexity: compilation takes some milliseconds a pattern.
  public func build() throws(PatternError) -> PatternSet { try build(with: []) }
}
