import ProvisoLanguage
public import ProvisoPacks
public import ProvisoSource
import ProvisoText

extension Plan {
  /// What is wrong with the phrases and patterns of packs that are not compiled, since they have other errors too.
  public static func textProblems(of packs: [Pack]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for pack in packs {
      let asked = pack.rules.flatMap(\.table.rows).map(\.condition)
      _ = TextTables([pack], asking: asked, matching: [], &diagnostics, saved: { _ in nil })
    }
    return diagnostics
  }

  /// Warnings of phrases that stand twice in a vocabulary, once case, accents and spacing are taken away.
  public static func repeatedPhrases(in packs: [Pack]) -> [Diagnostic] {
    packs.flatMap(\.vocabularies).flatMap { vocabulary in
      repetitions(vocabulary.phrases, in: vocabulary) + repetitions(vocabulary.exceptions, in: vocabulary)
    }
  }

  private static func repetitions(_ phrases: [Vocabulary.Phrase], in vocabulary: Vocabulary) -> [Diagnostic] {
    var builder = TextScannerBuilder()
    var first: [String: [Int32: Vocabulary.Phrase]] = [:]
    return phrases.compactMap { phrase in
      guard let parsed = try? Phrase(parsing: phrase.text) else { return nil }
      let number = builder.add(parsed, spacing: vocabulary.spacing == .exact ? .exact : .loose)
      guard let known = first[phrase.language]?[number] else {
        first[phrase.language, default: [:]][number] = phrase
        return nil
      }
      return Diagnostic(
        "phrase.duplicate", "`\(phrase.text)` is found by `\(known.text)` already", in: vocabulary.file,
        at: phrase.span, severity: .warning, notes: [.init("it stands here first", at: known.span)])
    }
  }
}
