internal import CVectorscan

/// Regular expressions compiled into one machine that finds all of them in one pass, in time linear in the text.
///
/// The machine says which patterns occur, and not where they begin: to keep track of that for all patterns at once makes
/// it four times as large, and five times as long to build. A pattern that occurs is looked for again by itself, with a
/// `PatternFinder`: of one pattern alone the library misses matches, depending on where in memory the text lies
/// (VectorCamp/vectorscan#317), and ends the program where a long text is searched backwards (#392).
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

  /// The most patterns that a scan looks for one by one; more are first asked of the machine all at once.
  static let fewPatterns = 24

  /// How many patterns it holds; their numbers are 0 up to this.
  public let count: Int
  /// The patterns that scans look for, in rising order; the others are only held against single texts.
  let searched: [Int32]
  /// The searched patterns compiled together; nil where there are none.
  let database: Database?
  /// Each pattern by itself.
  let programs: PatternPrograms

  /// A set without patterns.
  public init() {
    count = 0
    searched = []
    database = nil
    programs = PatternPrograms([])
  }

  /// - Parameter searched: the numbers of those that scans look for; nil for all.
  init(expressions: [String], searched: [Int32]? = nil) throws(PatternError) {
    count = expressions.count
    let searched = searched ?? Array(0..<Int32(expressions.count))
    self.searched = searched
    database = try PatternCompiler.compile(searched.map { expressions[Int($0)] }, numbers: searched)
    programs = PatternPrograms(expressions)
    for number in expressions.indices { _ = try programs.program(number) }
  }

  init(database: Database?, expressions: [String], searched: [Int32]) {
    count = expressions.count
    self.searched = searched
    self.database = database
    programs = PatternPrograms(expressions)
  }

  /// Working memory for scans with this set.
  public func makeScratch() throws(PatternError) -> PatternScratch {
    try PatternScratch(for: self)
  }

  /// Finds the searched patterns in a folded text; offsets are those of the folded text.
  public func scan(_ text: FoldedText, using scratch: inout PatternScratch) throws(PatternError) {
    guard database != nil else { return }
    if let error = text.bytes.withUnsafeBufferPointer({ scratch.scan(self, $0) }) { throw error }
  }

  /// Finds one pattern in a text as it is, whether scans look for it or not; offsets are UTF-8 offsets.
  public func find(_ pattern: Int32, in text: String, using scratch: inout PatternScratch) throws(PatternError) {
    var text = text
    if let error = text.withUTF8({ scratch.find(pattern, of: self, $0) }) { throw error }
  }
}
