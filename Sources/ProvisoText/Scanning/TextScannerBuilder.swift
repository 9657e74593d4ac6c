/// Collects what a scanner shall find.
public struct TextScannerBuilder: Sendable {
  private var phrases = PhraseIndexBuilder()
  private var patterns = PatternSetBuilder()
  private var detectors: [Detector] = []

  /// An empty builder.
  public init() {}

  /// Adds a phrase and returns its number.
  public mutating func add(_ phrase: Phrase, spacing: Phrase.Spacing = .loose) -> Int32 {
    phrases.add(phrase, spacing: spacing)
  }

  /// Adds a regular expression and returns its number.
  public mutating func addPattern(_ regex: String) throws(PatternError) -> Int32 {
    Int32(try patterns.add(regex))
  }

  /// Adds a detector and returns its number; the same detector keeps its number.
  public mutating func add(_ detector: Detector) -> Int32 {
    if let known = detectors.firstIndex(where: { $0.name == detector.name }) { return Int32(known) }
    detectors.append(detector)
    return Int32(detectors.count - 1)
  }

  /// The scanner for everything added so far.
  public func build() throws(PatternError) -> TextScanner {
    let owners = detectors.indices.flatMap { number in detectors[number].candidates.map { _ in Int32(number) } }
    return TextScanner(
      phrases: phrases.build(), patterns: try patterns.build(with: detectors.flatMap(\.candidates)),
      detectors: detectors, ownPatterns: patterns.count, owners: owners)
  }
}
