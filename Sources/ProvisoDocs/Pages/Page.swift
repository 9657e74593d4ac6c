/// One page of the documentation, in no format yet.
struct Page {
  /// The name of its file without the ending.
  let name: String
  let title: String
  let blocks: [Block]
}

/// A piece of a page.
indirect enum Block {
  /// A heading of level 1 to 6; `anchor` is what links lead to.
  case heading(Int, [Inline], anchor: String?)
  case paragraph([Inline])
  /// A list; each item has blocks of its own.
  case list([[Block]])
  /// Rows under a heading row.
  case table([[Inline]], [[[Inline]]])
  case code(String)
  /// A text of a message, in a language, nil where that is not known.
  case quote(String, language: String?)
  /// Blocks that are shown on demand.
  case details(String, [Block])
  /// Blocks that belong together, with a heading among them.
  case section([Block])
  /// The field and the list for searching, with what can be found.
  case search([SearchEntry])
}

/// A piece of a line.
enum Inline: Hashable {
  case text(String)
  case strong(String)
  case code(String)
  /// A day, which stays on one line.
  case date(String)
  /// A word that says how much something matters.
  case mark(String)
  case link(String, Target)

  /// Where a link leads.
  enum Target: Hashable {
    /// An address outside; what is no web address is shown and not linked.
    case address(String)
    /// A page, and a place on it.
    case page(String, anchor: String?)
  }
}

/// Something that can be searched for.
struct SearchEntry {
  let id: String
  let title: String
  /// Words beside these two by which it is found.
  let words: String
  let mark: String
  let page: String
}
