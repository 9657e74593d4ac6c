import ProvisoSource
import ProvisoText

/// Where something was found in a folded text.
struct FoundSpan {
  let span: Span
  /// What it reads as, with single spaces, where a word in it is misspelt.
  var readAs: String?
}

extension FoundSpan {
  /// Where phrases were found. A misspelt one is told once, and only where the words are not found as they are spelled.
  static func spans(of matches: [UnitFinds.Match], in text: FoldedText, _ scanner: TextScanner) -> [FoundSpan] {
    var found: [FoundSpan] = []
    for match in matches where match.misspelling == nil {
      found.append(FoundSpan(span: text.span(ofWords: match.words)))
    }
    for match in matches {
      let span = text.span(ofWords: match.words)
      guard let misspelling = match.misspelling, !found.contains(where: { $0.span.contains(span) }) else { continue }
      found.append(FoundSpan(span: span, readAs: text.reading(of: span, misspelling, scanner)))
    }
    return found
  }
}

extension FoldedText {
  /// A span's text with single spaces.
  func reading(of span: Span) -> String { FoldedText.singleSpaced(bytes[span.lower..<span.upper]) }

  /// The same with the word that a misspelt one means.
  fileprivate func reading(of span: Span, _ misspelling: Misspelling, _ scanner: TextScanner) -> String {
    let word = words[Int(misspelling.word)]
    let before = bytes[span.lower..<Int(word.start)]
    return FoldedText.singleSpaced(
      before + scanner.meaning(of: misspelling) + bytes[Int(word.end)..<span.upper])
  }

  private static func singleSpaced(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}
