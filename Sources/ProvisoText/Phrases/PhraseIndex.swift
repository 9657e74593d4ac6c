import ProvisoSource

/// Phrases made ready to be found together, in time that depends on the text and hardly on their number.
///
/// Words have numbers, and the phrases are paths of numbers in one trie. A scan looks each word of the text up once
/// and follows the paths that begin there. All phrases that occur are found, nested and overlapping ones too.
public struct PhraseIndex: Sendable {
  /// What ends at or hangs on a node of the trie.
  struct Node: Sendable, BitwiseCopyable {
    /// The number of the loosely spaced phrase that ends here, or -1.
    var loose: Int32 = -1
    /// The number of the exactly spaced phrase that ends here, or -1.
    var exact: Int32 = -1
    /// The node behind a gap (`…`), or -1.
    var gap: Int32 = -1
    /// Whether the last element was the full stop of an abbreviation, so that the phrase goes on behind it.
    var passesStop = false
  }

  var words = WordTable()
  var wildcards = WildcardTable()
  var misspellings = MisspellingTable()
  var trie = FlatTrie()
  var nodes = FlatArray([Node()])
  /// For each word or wildcard the node of the phrases that begin with it, or -1.
  var firstNodes: FlatArray<Int32> = FlatArray([])

  /// How many phrases it holds; their numbers are 0 up to this.
  public internal(set) var count = 0

  init() {}
}
