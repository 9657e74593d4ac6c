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

  /// Compiles the vocabularies and patterns of `packs`; nil when one of them cannot be used.
  init?(_ packs: [Pack], _ diagnostics: inout [Diagnostic]) {
    var builder = TextScannerBuilder()
    var vocabularies = VocabularyTable()
    var patterns: [String: Int32] = [:]
    let before = diagnostics.count
    for pack in packs {
      for vocabulary in pack.vocabularies { vocabularies.add(vocabulary, of: pack, to: &builder, &diagnostics) }
      for use in pack.patterns where patterns[use.text] == nil {
        do throws(PatternError) {
          patterns[use.text] = try builder.addPattern(use.text.replacing("\\/", with: "/"))
        } catch {
          let place = error.offset.map { Span(use.span.lower + 1 + $0, use.span.lower + 2 + $0) } ?? use.span
          diagnostics.append(Diagnostic("pattern.unusable", error.message, in: pack.source.name, at: place))
        }
      }
    }
    var detectors: [String: Int32] = [:]
    for detector in DetectorTable.all { detectors[detector.name] = builder.add(detector) }
    guard diagnostics.count == before else { return nil }
    do throws(PatternError) {
      scanner = try builder.build()
    } catch {
      diagnostics.append(
        Diagnostic("pattern.set", error.message, in: packs.first?.source.name ?? "", at: Span(0, 0)))
      return nil
    }
    self.vocabularies = vocabularies
    self.patterns = patterns
    self.detectors = detectors
  }
}
