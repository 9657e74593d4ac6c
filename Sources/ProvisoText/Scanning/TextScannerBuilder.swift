public import ProvisoSource

/// Collects what a scanner shall find.
public struct TextScannerBuilder: Sendable {
  private var phrases = PhraseIndexBuilder()
  private var patterns = PatternSetBuilder()
  private var detectors: [Detector] = []

  /// An empty builder.
  public init() {}

  /// Adds a phrase and returns its number.
  public mutating func add(
    _ phrase: Phrase, spacing: Phrase.Spacing = .loose, spelling: Phrase.Spelling = .exact
  ) -> Int32 {
    phrases.add(phrase, spacing: spacing, spelling: spelling)
  }

  /// How many misspellings the phrases added so far have at most.
  public var misspellings: Int { phrases.misspellings }

  /// Adds a regular expression and returns its number.
  ///
  /// - Throws: when the expression cannot be compiled.
  public mutating func addPattern(_ regex: String) throws(PatternError) -> Int32 {
    Int32(try patterns.add(regex))
  }

  /// Adds a regular expression and returns its number; whether it can be compiled is seen when the scanner is built.
  ///
  /// - Parameter isSearched: whether scans look for it; if not, only single texts are held against it.
  public mutating func addPattern(unchecked regex: String, isSearched: Bool = true) -> Int32 {
    Int32(patterns.add(unchecked: regex, isSearched: isSearched))
  }

  /// The regular expressions that cannot be compiled, with the reason; costs some milliseconds a pattern.
  public var unusablePatterns: [(number: Int32, error: PatternError)] {
    patterns.unusable.map { (Int32($0.number), $0.error) }
  }

  /// Names the compiled patterns: the same for the same patterns, library and order, and for no others.
  public var patternKey: String { patterns.key(with: detectors.flatMap(\.candidates)) }

  /// Adds a detector and returns its number; the same detector keeps its number.
  public mutating func add(_ detector: Detector) -> Int32 {
    if let known = detectors.firstIndex(where: { $0.name == detector.name }) { return Int32(known) }
    detectors.append(detector)
    return Int32(detectors.count - 1)
  }

  /// The scanner for everything added so far.
  ///
  /// - Parameter saved: the compiled patterns of a scanner with the same `patternKey`; damaged ones are not used.
  /// - Returns: the scanner, and whether its patterns were compiled anew.
  public func build(saved: StoredBytes?) throws(PatternError) -> (scanner: TextScanner, arePatternsNew: Bool) {
    let candidates = detectors.flatMap(\.candidates)
    let owners = detectors.indices.flatMap { number in detectors[number].candidates.map { _ in Int32(number) } }
    var set = saved.flatMap { try? PatternSet(deserializing: $0) }
    if set?.count != patterns.count + candidates.count { set = nil }
    let compiled: PatternSet
    if let set { compiled = set } else { compiled = try patterns.build(with: candidates) }
    let scanner = TextScanner(
      phrases: phrases.build(), patterns: compiled, detectors: detectors, ownPatterns: patterns.count, owners: owners)
    return (scanner, set == nil)
  }

  /// The scanner for everything added so far, its patterns compiled anew.
  public func build() throws(PatternError) -> TextScanner { try build(saved: nil).scanner }
}
