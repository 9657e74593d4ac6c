public import ProvisoLanguage
public import ProvisoModel
public import ProvisoSource

/// One checked policy pack: everything named, typed and placed, ready to be compiled.
public struct Pack: Sendable {
  /// The short name, which begins the id of each of its rules.
  public let id: String
  /// What people call it.
  public let title: String
  /// Its version, as written.
  public let version: String
  /// The languages its vocabularies speak, as two-letter codes.
  public let languages: [String]
  /// The day a person read the sources.
  public let verified: CalendarDate
  /// How long that holds.
  public let review: Period
  /// The laws and policies behind it, by short name.
  public let sources: [String: LegalSource]
  /// The packs whose names it uses besides its own.
  public let imports: [String]
  /// Its own definitions, not those it imports, in the order of its files.
  public let definitions: [Definition]
  /// Its own vocabularies, not those it imports.
  public let vocabularies: [Vocabulary]
  /// Its rules in the order of its files.
  public let rules: [Rule]
  /// The regular expressions of its rules and definitions, with their places.
  public let patterns: [PatternUse]
  /// The files it was read from: the main one, then the others by name.
  public let files: [SourceFile]

  /// The first day on which the sources must have been read again.
  public var reviewDue: CalendarDate { review.after(verified) ?? verified }

  /// A hash of all its files: of the bytes of one, or of the hashes of several in their order.
  public var digest: String {
    let digests = files.map { SHA256.hexDigest(of: $0.bytes) }
    return digests.count == 1 ? digests[0] : SHA256.hexDigest(of: Array(digests.joined().utf8))
  }

  /// The file with a name that a rule, vocabulary or pattern of this pack gives.
  public func file(named name: String) -> SourceFile? { files.first { $0.name == name } }
}

/// A named condition.
public struct Definition: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it stands for, with its place.
  public let source: ExpressionSource
}

/// A law, policy or standard.
public struct LegalSource: Hashable, Sendable {
  /// Its title.
  public let title: String
  /// Where it can be read.
  public let url: String
  /// The places where it is law; empty for a source that counts everywhere.
  public let places: [String]
}

/// A named list of phrases.
public struct Vocabulary: Hashable, Sendable {
  /// How phrases are laid against a text.
  public enum Spacing: String, Hashable, Sendable, CaseIterable {
    /// Over white space, hyphens, quotes and commas, as people write.
    case loose
    /// Word for word, one space between.
    case exact
  }

  /// How the words of phrases may be spelled in a text.
  public enum Spelling: String, Hashable, Sendable, CaseIterable {
    /// As they are written in the vocabulary.
    case exact
    /// One word of a phrase also misspelt: with a letter left out or two neighbours swapped.
    case loose
  }

  /// A phrase with its language and place.
  public struct Phrase: Hashable, Sendable {
    /// The phrase as written.
    public let text: String
    /// A two-letter code, or `any`.
    public let language: String
    /// Its place in the vocabulary's file.
    public let span: Span
  }

  /// Its name everywhere, `pack/name`.
  public let id: String
  /// What is looked for.
  public let phrases: [Phrase]
  /// What a find must not overlap.
  public let exceptions: [Phrase]
  /// How phrases are laid against a text.
  public let spacing: Spacing
  /// How their words may be spelled in a text.
  public let spelling: Spelling
  /// The name of the file it stands in.
  public let file: String
}
