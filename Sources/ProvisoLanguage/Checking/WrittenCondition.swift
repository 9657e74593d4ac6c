public import ProvisoSource

/// A condition as its author wrote it: tests joined by `and`, `or` and `not`, definitions left as names.
///
/// A `Condition` is what it means, with definitions put in and equal tests taken together. This keeps every test with
/// its words and its place.
public struct WrittenCondition: Sendable {
  /// A test, or the name of a definition.
  public struct Leaf: Sendable {
    /// Where it stands, which is also what tells it from others.
    public let place: Place
    /// It in the one spelling of the language.
    public let text: String
    /// What it means.
    public let meaning: Meaning
  }

  /// A place in a file.
  public struct Place: Hashable, Sendable {
    /// The name of the file.
    public let file: String
    /// The bytes there.
    public let span: Span
  }

  /// What a leaf means.
  public enum Meaning: Sendable {
    case test(Condition)
    /// What the definition of this name says.
    case definition(String)
  }

  /// The leaves, and what joins them.
  public indirect enum Part: Sendable {
    case all([Part])
    case any([Part])
    case not(Part)
    /// At least one item fulfils it; `all` and `no` are written with negations.
    case anyItem(ItemList, Part)
    case leaf(Leaf)
  }

  /// The whole.
  public let root: Part

  /// Every leaf in the order they are written, those inside lists included.
  public var leaves: [Leaf] { root.leaves }
}

extension WrittenCondition.Part {
  fileprivate var leaves: [WrittenCondition.Leaf] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let inner), .anyItem(_, let inner): inner.leaves
    case .leaf(let leaf): [leaf]
    }
  }
}
