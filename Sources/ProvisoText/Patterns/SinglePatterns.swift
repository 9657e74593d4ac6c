import ProvisoSource
import Synchronization

/// The patterns of a set each by itself, ready to say where a match begins. Saved ones are read when they are needed.
final class SinglePatterns: Sendable {
  private enum Pattern {
    case saved(Range<Int>)
    case ready(PatternSet.Database)
  }

  private let patterns: Mutex<[Pattern]>
  private let bytes: StoredBytes

  init(_ databases: [PatternSet.Database]) {
    patterns = Mutex(databases.map(Pattern.ready))
    bytes = StoredBytes([])
  }

  /// Patterns that were saved in stretches of `bytes`.
  init(saved stretches: [Range<Int>], in bytes: StoredBytes) {
    patterns = Mutex(stretches.map(Pattern.saved))
    self.bytes = bytes
  }

  var count: Int { patterns.withLock(\.count) }

  /// One pattern.
  ///
  /// - Throws: `unreadable` for a saved one that is damaged.
  func database(_ number: Int) throws(PatternError) -> PatternSet.Database {
    try patterns.withLock { (patterns) throws(PatternError) in
      switch patterns[number] {
      case .ready(let database): return database
      case .saved(let stretch):
        let database = try PatternSet.Database(deserializing: bytes, stretch)
        patterns[number] = .ready(database)
        return database
      }
    }
  }
}
