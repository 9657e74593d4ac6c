/// What an expression means, once its names and types are resolved: atoms joined by `and`, `or` and `not`.
///
/// Built only by its functions, which flatten and fold constants: an `all` never holds an `all`, a constant or fewer
/// than two parts; `any` likewise; a `not` never holds a `not` or a constant.
public indirect enum Condition: Hashable, Sendable {
  case constant(Bool)
  case not(Condition)
  case all([Condition])
  case any([Condition])
  case atom(Atom)

  /// The condition that holds when `part` does not.
  public static func negated(_ part: Condition) -> Condition {
    switch part {
    case .constant(let value): .constant(!value)
    case .not(let inner): inner
    default: .not(part)
    }
  }

  /// The condition that holds when every one of `parts` holds.
  public static func every(_ parts: [Condition]) -> Condition {
    joined(parts, neutral: true) {
      if case .all(let inner) = $0 { inner } else { nil }
    } as: {
      .all($0)
    }
  }

  /// The condition that holds when one of `parts` holds.
  public static func some(_ parts: [Condition]) -> Condition {
    joined(parts, neutral: false) {
      if case .any(let inner) = $0 { inner } else { nil }
    } as: {
      .any($0)
    }
  }

  private static func joined(
    _ parts: [Condition], neutral: Bool, _ inner: (Condition) -> [Condition]?, as join: ([Condition]) -> Condition
  ) -> Condition {
    var flat: [Condition] = []
    for part in parts.flatMap({ inner($0) ?? [$0] }) {
      switch part {
      case .constant(neutral): continue
      case .constant: return .constant(!neutral)
      default: if !flat.contains(part) { flat.append(part) }
      }
    }
    return switch flat.count {
    case 0: .constant(neutral)
    case 1: flat[0]
    default: join(flat)
    }
  }

  /// Calls `body` with every atom, in the order they are written; those inside a quantifier are not atoms of their own.
  public func forEachAtom(_ body: (Atom) -> Void) {
    switch self {
    case .constant: break
    case .not(let inner): inner.forEachAtom(body)
    case .all(let parts), .any(let parts): for part in parts { part.forEachAtom(body) }
    case .atom(let atom): body(atom)
    }
  }
}

/// One indivisible test, in normal form: tests that mean the same are equal, so that packs can share them.
public indirect enum Atom: Hashable, Sendable {
  /// A truth-valued fact is yes.
  case truth(String)
  /// A symbol-valued fact is one of these words, which stand in alphabetical order.
  case symbol(String, among: [String])
  /// A place-valued fact lies in one of these places, which stand in alphabetical order.
  case place(String, among: [String])
  /// A place-valued fact lies in one of the places that another fact holds.
  case placeIn(String, fact: String)
  /// A set-valued fact holds this word.
  case member(String, String)
  /// A set of places holds one that lies in one of these.
  case memberPlace(String, among: [String])
  /// A fact is declared and not absent.
  case present(String)
  /// Two values stand in this order. `is` between values is `equal`.
  case compared(Term, Comparison, Term)
  /// A computed word is one of these.
  case wordAmong(Term, [String])
  /// A field, a look-up or a part of the message is there.
  case exists(Term)
  /// A truth-valued field of the current item is yes.
  case field(String)
  /// A symbol-valued field of the current item is one of these words.
  case fieldAmong(String, [String])
  /// A text has a property.
  case text(TextSubject, TextCheck)
  /// At least one item of a list fulfils a condition.
  case anyItem(ItemList, Condition)
}

/// How two values can stand to each other; `more` and `atLeast` are written with the sides changed.
public enum Comparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case equal = "is"
}

/// A list of the draft, or the part of it in one segment role.
public struct ItemList: Hashable, Sendable {
  /// What the items are.
  public let kind: ItemKind
  /// Only items in this part of the message; nil for all.
  public let part: TextScope?
}

/// A part of what a recipient reads.
public enum TextScope: String, Hashable, Sendable, CaseIterable {
  /// Everything, also with the examples filled in.
  case text
  case subject, preheader, header, body, footer, buttons, cards
  /// The example values.
  case samples
  /// Everything, with the examples filled in.
  case filled
}

/// What a text test is about.
public enum TextSubject: Hashable, Sendable {
  case scope(TextScope)
  /// The text of the current item: a button's label, a card's body.
  case item
  /// A text field of the current item.
  case field(String)
  /// A text fact.
  case fact(String)
}

/// What is asked about a text. Vocabularies are named `pack/name`.
public enum TextCheck: Hashable, Sendable {
  case mentions(Mention)
  /// A regular expression; over facts and fields as written, over scopes folded.
  case matches(String)
  /// The text holds one of these, folded.
  case contains([String])
  /// The text holds the value of a text fact, or one of those of a fact with several.
  case containsFact(String)
  /// The whole text is one of those that a fact holds, folded.
  case isOneOf(fact: String)
  /// A detector finds something in such surroundings; all must hold for a find to count.
  case detector(String, near: [Nearness])
  /// The whole text is a phrase of a vocabulary.
  case isPhrase(of: String)
}

/// A vocabulary in a text, with demands on its surroundings.
public struct Mention: Hashable, Sendable {
  /// The vocabularies, any of which will do, in alphabetical order.
  public let vocabularies: [String]
  /// All must hold for a phrase to count.
  public let nearness: [Nearness]
  /// Only phrases of the languages this fact names; nil for all.
  public let languages: String?
}

/// What must, or must not, stand around something found.
public struct Nearness: Hashable, Sendable {
  /// Whether nothing of `vocabularies` may be there.
  public let negated: Bool
  /// Where it is looked for.
  public let side: Side
  /// The vocabularies, any of which will do, in alphabetical order.
  public let vocabularies: [String]
  /// The most words between the two; nil for anywhere in the same part of the message.
  public let words: Int?

  /// Whether a phrase stands on the side of a find that is asked for, both given by their places among the words.
  ///
  /// A phrase that overlaps the find counts on each side on which it reaches beyond it; one inside the find is part of
  /// it, and no surroundings.
  public func isBeside(_ phrase: ClosedRange<Int>, _ find: ClosedRange<Int>) -> Bool {
    switch side {
    case .followed: phrase.upperBound > find.upperBound
    case .preceded: phrase.lowerBound < find.lowerBound
    case .near: phrase.upperBound > find.upperBound || phrase.lowerBound < find.lowerBound
    }
  }
}
