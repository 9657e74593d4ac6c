import ProvisoPacks
import ProvisoSource
import ProvisoText

/// Everything the text of a draft is scanned for, of all packs together.
struct TextTables: Sendable {
  let scanner: TextScanner
  let vocabularies: VocabularyTable
  /// The number of each regular expression in the scanner.
  let patterns: [String: Int32]
  /// The number of each detector in the scanner.
  let detectors: [String: Int32]

  /// The name under which the compiled patterns can be saved; nil when `saved` was used.
  let unsavedKey: String?

  /// Compiles the vocabularies and patterns of `packs`; nil when one of them cannot be used.
  ///
  /// - Parameter saved: looks up what was saved under a name.
  init?(_ packs: [Pack], _ diagnostics: inout [Diagnostic], saved: (String) -> [UInt8]?) {
    var builder = TextScannerBuilder()
    var vocabularies = VocabularyTable()
    var patterns: [String: Int32] = [:]
    var places: [Int32: (file: String, span: Span)] = [:]
    let before = diagnostics.count
    for pack in packs {
      for vocabulary in pack.vocabularies { vocabularies.add(vocabulary, of: pack, to: &builder, &diagnostics) }
      for use in pack.patterns where patterns[use.text] == nil {
        let number = builder.addPattern(unchecked: use.text.replacing("\\/", with: "/"))
        patterns[use.text] = number
        places[number] = (pack.source.name, use.span)
      }
    }
    var detectors: [String: Int32] = [:]
    for detector in DetectorTable.all { detectors[detector.name] = builder.add(detector) }
    guard diagnostics.count == before else { return nil }
    let key = builder.patternKey
    let bytes = saved(key)
    unsavedKey = bytes == nil ? key : nil
    do throws(PatternError) {
      scanner = try builder.build(saved: bytes)
    } catch {
      TextTables.report(builder, error, places, &diagnostics)
      return nil
    }
    self.vocabularies = vocabularies
    self.patterns = patterns
    self.detectors = detectors
  }

  /// Names the expressions that cannot be compiled; where each can by itself, they are too many together.
  private static func report(
    _ builder: TextScannerBuilder, _ error: PatternError, _ places: [Int32: (file: String, span: Span)],
    _ diagnostics: inout [Diagnostic]
  ) {
    let unusable = builder.unusablePatterns
    for (number, error) in unusable {
      guard let (file, span) = places[number] else { continue }
      let place = error.offset.map { Span(span.lower + 1 + $0, span.lower + 2 + $0) } ?? span
      diagnostics.append(Diagnostic("pattern.unusable", error.message, in: file, at: place))
    }
    if unusable.isEmpty {
      diagnostics.append(Diagnostic("pattern.set", error.message, in: places[0]?.file ?? "", at: Span(0, 0)))
    }
  }
}
