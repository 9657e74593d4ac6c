import Proviso
import ProvisoProject
import ProvisoReports

/// Some of the inputs of a run, as much as one thread takes at a time.
struct Batch: Sendable {
  enum Item: Sendable {
    /// A file or a line, with the facts declared besides.
    case source(DraftSource, DeclaredFacts)
    case problem(InputError)
  }

  /// The bytes of input after which a batch is handed on: enough that handing on costs nothing.
  static let size = 1 << 16

  /// Its place in the order of the inputs, from 0.
  let number: Int
  private(set) var items: [Item] = []
  private(set) var bytes = 0
  /// How many files end in it.
  var files = 0

  init(number: Int) { self.number = number }

  mutating func add(_ item: Item) {
    items.append(item)
    if case .source(let part, _) = item { bytes += part.source.bytes.count }
  }
}

extension Batch {
  /// The sources in it, with the facts declared besides.
  ///
  /// - Throws: the first thing that could not be read.
  func sources() throws(Problem) -> [(source: DraftSource, assumed: Facts, given: Facts)] {
    var sources: [(source: DraftSource, assumed: Facts, given: Facts)] = []
    for item in items {
      switch item {
      case .source(let part, let facts): sources.append((part, facts.assumed, facts.given))
      case .problem(let error): throw Problem(error.message)
      }
    }
    return sources
  }
}

/// What came of a batch.
struct CheckedBatch: Sendable {
  let number: Int
  /// How many files end in it.
  let files: Int
  var drafts: [DraftReport] = []
  var errors: [InputError] = []
  /// What the authors of the drafts should look at, drawn with its line. It is no result and changes none.
  var warnings: [String] = []
  /// What was used of the policy.
  var use = FindingPolicy.Use()
  /// The same as lines of JSON, in the order of the inputs; empty where nobody wants them.
  var lines = ""

  init(of batch: Batch) { (number, files) = (batch.number, batch.files) }

  /// What is said besides any batch.
  init(saying draft: DraftReport) {
    (number, files) = (0, 0)
    drafts = [draft]
  }
}
