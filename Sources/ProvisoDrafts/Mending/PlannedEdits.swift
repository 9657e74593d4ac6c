public import ProvisoModel

/// Edits of a draft's file that carry out one change, and what the draft must read as when they are made.
public struct PlannedEdits: Sendable {
  /// A text that a recipient reads, with its part.
  struct Text: Hashable, Comparable {
    let role: SegmentRole
    let text: String

    static func < (left: Text, right: Text) -> Bool {
      (left.role.rawValue, left.text) < (right.role.rawValue, right.text)
    }
  }

  /// The edits, none overlapping another.
  public let edits: [FileEdit]
  /// The texts of the draft behind the edits, in any order.
  let texts: [Text]

  /// Whether a draft that was read again has the texts that were meant, and no others.
  public func areCarriedOut(in draft: Draft) -> Bool {
    PlannedEdits.ordered(PlannedEdits.texts(of: draft)) == PlannedEdits.ordered(texts)
  }

  static func texts(of draft: Draft) -> [Text] { draft.segments.map { Text(role: $0.role, text: $0.text) } }

  /// The line ends of a file are no part of a text's meaning.
  private static func ordered(_ texts: [Text]) -> [Text] {
    texts.map { text in
      // One character for the two of CR LF.
      Text(role: text.role, text: String(text.text.map { $0 == "\r\n" ? "\n" : $0 }))
    }.sorted()
  }
}
