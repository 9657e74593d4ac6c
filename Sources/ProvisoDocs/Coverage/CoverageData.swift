import ProvisoModel

/// What the packs cover and leave out, as far as it cannot be read from their rules.
struct CoverageData {
  /// Why no rule covers an article.
  enum Kind: String, CaseIterable {
    /// It is no duty about a message or what is known of it.
    case outside
    /// It needs facts that nobody could declare for a draft.
    case notExpressible = "not-expressible"
    /// A rule could be written.
    case open
  }

  /// Articles that no rule covers.
  struct Gap {
    let pack: String
    /// The short name of the source in the pack.
    let source: String
    let articles: String
    /// What they are about.
    let about: String
    let kind: Kind
    /// How sure this is.
    let confidence: Confidence
    let reason: String
    /// What a rule would need; nil where nothing would help.
    let needs: String?
  }

  /// Something people ask about, with the rules that answer it.
  struct Practice {
    let number: Int
    let title: String
    let rules: [String]
  }

  let gaps: [Gap]
  let practices: [Practice]
}
