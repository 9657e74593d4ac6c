import ProvisoLanguage
import ProvisoPacks
import ProvisoSource
import ProvisoText

/// Everything the text of a draft is scanned for, of all packs together.
final class TextTables: Sendable {
  let scanner: TextScanner
  let vocabularies: VocabularyTable
  /// The number of each regular expression in the scanner.
  let patterns: [String: Int32]
  /// The number of each detector in the scanner.
  let detectors: [String: Int32]

  /// The name under which the compiled patterns can be kept.
  let patternKey: String
  /// Whether the patterns were compiled anew.
  let arePatternsNew: Bool

  /// How many things there are to find that a rule can hang on: vocabularies, patterns, detectors, and items of lists.
  var triggerCount: Int { trigger(detector: 0) + detectors.count + ItemKind.allCases.count }
  /// The number of a vocabulary among them.
  func trigger(vocabulary: Int) -> Int { vocabulary }
  /// The number of a pattern among them.
  func trigger(pattern: Int32) -> Int { vocabularies.numbers.count + Int(pattern) }
  /// The number of a detector among them.
  func trigger(detector: Int32) -> Int { vocabularies.numbers.count + patterns.count + Int(detector) }

  /// The number of a list that is not empty among them.
  func trigger(list: ItemKind) -> Int32 {
    let place = ItemKind.allCases.firstIndex(of: list) ?? 0
    return Int32(triggerCount - ItemKind.allCases.count + place)
  }

  /// Compiles the vocabularies and patterns of `packs`; nil when one of them cannot be used.
  ///
  /// - Parameters:
  ///   - asked: everything that is asked of drafts: only its detectors and patterns are looked for in texts.
  ///   - others: patterns that are asked for besides those of the packs.
  ///   - saved: looks up what was saved under a name.
  init?(
    _ packs: [Pack], asking asked: [Condition], matching others: [PatternUse],
    _ diagnostics: inout [Diagnostic], saved: (String) -> StoredBytes?
  ) {
    var builder = TextScannerBuilder()
    var vocabularies = VocabularyTable.Builder()
    var patterns: [String: Int32] = [:]
    var uses: [Int32: PatternUse] = [:]
    let before = diagnostics.count
    for vocabulary in packs.flatMap(\.vocabularies) { vocabularies.add(vocabulary, to: &builder, &diagnostics) }
    let searched = asked.reduce(into: Set()) { $0.formUnion($1.searchedPatterns) }
    for use in packs.flatMap(\.patterns) + others where patterns[use.text] == nil {
      let number = builder.addPattern(unchecked: use.expression, isSearched: searched.contains(use.text))
      patterns[use.text] = number
      uses[number] = use
    }
    let wanted = asked.reduce(into: Set()) { $0.formUnion($1.detectors) }
    var detectors: [String: Int32] = [:]
    for detector in DetectorTable.all where wanted.contains(detector.name) {
      detectors[detector.name] = builder.add(detector)
    }
    patternKey = builder.patternKey
    do throws(PatternError) {
      (scanner, arePatternsNew) = try builder.build(saved: saved(patternKey))
    } catch {
      TextTables.report(builder, error, uses, &diagnostics)
      return nil
    }
    guard diagnostics.count == before else { return nil }
    self.vocabularies = vocabularies.build()
    self.patterns = patterns
    self.detectors = detectors
  }

  /// Names the expressions that cannot be compiled; where each can by itself, they are too many together.
  private static func report(
    _ builder: TextScannerBuilder, _ error: PatternError, _ uses: [Int32: PatternUse],
    _ diagnostics: inout [Diagnostic]
  ) {
    let unusable = builder.unusablePatterns
    for (number, error) in unusable {
      guard let use = uses[number] else { continue }
      let place = error.offset.map(use.place) ?? use.span
      diagnostics.append(Diagnostic("pattern.unusable", error.message, in: use.file, at: place))
    }
    if unusable.isEmpty {
      diagnostics.append(Diagnostic("pattern.set", error.message, in: uses[0]?.file ?? "", at: Span(0, 0)))
    }
  }

  // MARK: Keeping

  /// Everything but the compiled patterns.
  func store(in writer: inout ByteWriter) {
    writer.write(vocabularies, patterns, detectors, patternKey)
    scanner.store(in: &writer)
  }

  /// What `store` wrote, with the patterns looked up under their name.
  init(from reader: inout ByteReader, patterns saved: (String) -> StoredBytes?) throws(DamagedBytes) {
    vocabularies = try reader.read()
    patterns = try reader.read()
    detectors = try reader.read()
    patternKey = try reader.read()
    arePatternsNew = false
    guard let bytes = saved(patternKey) else { throw DamagedBytes() }
    scanner = try TextScanner(from: &reader, patterns: bytes)
  }
}
