import ProvisoDocuments
import ProvisoModel
import ProvisoSource

/// The drafts and problems of one file, while it is read.
struct DraftCollection {
  let source: SourceFile
  let schema: FactSchema
  private var drafts: [Draft] = []
  private var diagnostics: [Diagnostic] = []
  private var hidden = 0
  private var isJSON = false

  init(source: SourceFile, schema: FactSchema) {
    self.source = source
    self.schema = schema
  }

  /// What was read; a file without a draft and without an error would look like a clean run, so it is an error.
  var reading: DraftReading {
    var all = diagnostics
    if drafts.isEmpty, !all.contains(where: { $0.severity == .error }) {
      all.append(Problem(.noDraft, at: Span(0, 0)).diagnostic(in: source))
    }
    all = all.inReadingOrder()
    if hidden > 0 { all.append(Problem(.more(hidden), at: Span(0, 0)).diagnostic(in: source)) }
    return DraftReading(drafts: drafts, diagnostics: all)
  }

  mutating func add(_ problem: Problem) {
    add([problem.diagnostic(in: source)])
  }

  private mutating func add(_ more: [Diagnostic]) {
    let room = DraftReader.problemLimit - diagnostics.count
    diagnostics += more.prefix(room)
    hidden += max(0, more.count - room)
  }

  /// Adds the draft that `fill` builds, or what is wrong with it.
  ///
  /// - Parameter node: what it is read from; nil for the whole file.
  mutating func addDraft(from node: NodeCursor? = nil, _ fill: (inout DraftBuilder) -> Void) {
    var builder = DraftBuilder(source: source, schema: schema, extent: extent(of: node))
    fill(&builder)
    add(builder.diagnostics)
    if let draft = builder.draft { drafts.append(draft) }
  }

  /// A value of JSON can be cut out of its file; of other files, only the whole can be read by itself.
  private func extent(of node: NodeCursor?) -> Span? {
    guard let node, !node.pointer.isEmpty || isJSON else { return Span(0, source.bytes.count) }
    return isJSON ? node.node.span : nil
  }

  /// Goes through the tree that `read` gives, or reports why there is none.
  private mutating func addTree(_ read: (SourceFile) throws(DocumentFailure) -> DocumentNode) {
    do throws(DocumentFailure) {
      readTree(NodeCursor(node: try read(source), pointer: ""))
    } catch {
      add(error.diagnostics)
    }
  }

  mutating func readJSON() {
    isJSON = true
    addTree { (source) throws(DocumentFailure) in try JSONReader.read(source) }
  }

  mutating func readYAML() {
    addTree { (source) throws(DocumentFailure) in try YAMLReader.read(source) }
  }

  mutating func readJSONLines() {
    isJSON = true
    for line in JSONLines.lines(of: source) {
      addTree { (source) throws(DocumentFailure) in try JSONReader.read(source, in: line) }
    }
  }

  mutating func readPlainText() {
    addDraft { $0.readPlainText() }
  }

  mutating func readEmail() {
    addDraft { $0.readEmail() }
  }

  mutating func readOwnForm(_ node: NodeCursor) {
    addDraft(from: node) { $0.readOwnForm(node) }
  }
}
