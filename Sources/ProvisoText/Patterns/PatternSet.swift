internal import CVectorscan

/// Regular expressions compiled into one machine that finds all of them in one pass, in time linear in the text.
///
/// The machine says which patterns occur, and not where they begin: to keep track of that for all patterns at once makes
/// it four times as large, and five times as long to build. A pattern that occurs is looked for again by itself.
public struct PatternSet: Sendable {
  /// Owns a compiled database and frees it.
  ///
  /// Sendable without the compiler's proof: the library never writes to a database after compilation and promises
  /// that any number of threads may scan with it, each with scratch space of its own.
  final class Database: @unchecked Sendable {
    let raw: OpaquePointer

    init(owning raw: OpaquePointer) { self.raw = raw }

    deinit { hs_free_database(raw) }
  }

  /// How many patterns it holds; their numbers are 0 up to this.
  public let count: Int
  /// The compiled patterns; nil where there are none.
  let database: Database?
  /// Each pattern by itself.
  let single: SinglePatterns

  /// A set without patterns.
  public init() {
    count = 0
    database = nil
    single = SinglePatterns([])
  }

  init(expressions: [String]) throws(PatternError) {
    count = expressions.count
    guard !expressions.isEmpty else {
      database = nil
      single = SinglePatterns([])
      return
    }
    let (all, each) = try PatternCompiler.compileSideBySide(expressions)
    database = all
    single = SinglePatterns(each)
  }

  init(count: Int, database: Database, single: SinglePatterns) {
    self.count = count
    self.database = database
    self.single = single
  }

  /// Working memory for scans with this set.
  public func makeScratch() throws(PatternError) -> PatternScratch {
    try PatternScratch(for: self)
  }

  /// Finds all patterns in a folded text; offsets are those of the folded text.
  public func scan(_ text: FoldedText, using scratch: inout PatternScratch) throws(PatternError) {
    guard database != nil else { return }
    if let error = text.bytes.withUnsafeBufferPointer({ scratch.scan(self, $0) }) { throw error }
  }

  /// Finds all patterns in a text as it is; offsets are UTF-8 offsets.
  public func scan(_ text: String, using scratch: inout PatternScratch) throws(PatternError) {
    var text = text
    if let error = text.withUTF8({ scratch.scan(self, $0) }) { throw error }
  }
}
