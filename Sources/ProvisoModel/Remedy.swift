/// How a machine may mend what a rule finds wrong, as a pack says it; for one draft it becomes the edits of a ``Fix``.
public struct Remedy: Hashable, Sendable {
  /// How far its edits can be trusted: `safe` or `suggested`.
  public let applicability: Fix.Applicability
  /// The changes to choose from: the first that mends the draft and makes nothing worse counts.
  public let changes: [Change]

  /// A remedy.
  public init(applicability: Fix.Applicability, changes: [Change]) {
    self.applicability = applicability
    self.changes = changes
  }

  /// The texts that its changes put in.
  public var texts: [TextInLanguages] {
    changes.flatMap { change -> [TextInLanguages] in
      switch change {
      case .append(_, let text), .prepend(_, let text), .addButton(_, let text): [text]
      case .surround(let before, let after): [before, after]
      case .set, .rewrite, .maskFound: []
      }
    }
  }

  /// One change of a draft, in the words of no format.
  public enum Change: Hashable, Sendable {
    /// Adds a text at the end of a part. A footer that is there, or that the message cannot have, is left alone, and the
    /// text ends the body.
    case append(Part, TextInLanguages)
    /// Puts a text in front of a part.
    case prepend(Part, TextInLanguages)
    /// Puts words before a placeholder that begins the body, and behind one that ends it.
    case surround(before: TextInLanguages, after: TextInLanguages)
    /// Adds a button with a label.
    case addButton(kind: String, TextInLanguages)
    /// Gives a field of the template a value.
    case set(Field, FieldValue)
    /// Writes some parts anew, each place that is not as it should be.
    case rewrite([Part], Rewriting)
    /// Puts X for the letters and digits of numbers that were found, but for the last four.
    case maskFound
  }

  /// A part of a message.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case subject, header, body, footer, buttons
    /// The addresses of buttons.
    case links
    /// The example values.
    case samples
  }

  /// A field of a template beside its texts.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case name, category, language
    case parameterFormat = "parameter-format"
    case addSecurityRecommendation = "add-security-recommendation"
    case codeExpirationMinutes = "code-expiration-minutes"
  }

  /// The value a field gets.
  public enum FieldValue: Hashable, Sendable {
    /// This one.
    case fixed(String)
    /// The one beside the present value; none where that is not listed.
    case instead([String: String])
    /// The present one in another form.
    case form(NameForm)
  }

  /// A way to write a name.
  public enum NameForm: String, Hashable, Sendable, CaseIterable {
    /// Small letters without accents, digits and underscores: `order_update_2`.
    case snakeCase = "snake-case"
    /// A language and a country: `pt_BR`.
    case languageCode = "language-code"
  }

  /// A way to write a text anew.
  public enum Rewriting: String, Hashable, Sendable, CaseIterable {
    /// Two line breaks in a row at most.
    case oneBlankLine = "one-blank-line"
    /// One space for several, and none at the end of a line.
    case singleSpaces = "single-spaces"
    /// A space for line breaks and tabs.
    case oneLine = "one-line"
    /// No emoji.
    case noEmoji = "no-emoji"
    /// No asterisks, nor underscores, tildes and back-ticks around words.
    case noMarks = "no-marks"
    /// One exclamation or question mark for several.
    case singleMarks = "single-marks"
    /// Small letters for words in capitals that stand in a row.
    case smallLetters = "small-letters"
    /// Two braces around the name of a placeholder.
    case twoBraces = "two-braces"
    /// `https` for `http`.
    case https
  }
}
