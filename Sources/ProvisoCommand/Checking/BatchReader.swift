import Proviso

/// Reads the inputs of a run in their order, bit by bit, so that their length plays no part.
struct BatchReader {
  /// The input that is being read.
  private struct Current {
    let file: InputFile
    var stream: DraftStream
    let facts: DeclaredFacts
  }

  private let facts: FactSources
  private let standardInputName: String
  private var paths: ArraySlice<String>
  private var problems: [InputError]
  /// The first of the paths, once it is open.
  private var current: Current?
  private var count = 0
  private var buffer = [UInt8](repeating: 0, count: Batch.size)

  init(_ inputs: Inputs, standardInputName: String = Inputs.streamName, _ facts: FactSources) {
    (self.facts, self.standardInputName) = (facts, standardInputName)
    paths = inputs.paths[...]
    problems = inputs.problems.map {
      InputError(code: "input.missing", path: "", message: $0.message, drawing: $0.message)
    }
  }

  /// The next batch; nil when everything is read.
  mutating func next() -> Batch? {
    var batch = Batch(number: count)
    for problem in problems { batch.add(.problem(problem)) }
    problems = []
    while batch.bytes < Batch.size, let path = paths.first {
      do throws(Problem) {
        if current == nil { current = try open(path) }
        try readMore()
        while let (part, facts) = nextPart() { batch.add(.source(part, facts)) }
        if current?.stream.isAtEnd != false {
          closeCurrent()
          batch.files += 1
        } else if path == Inputs.standardInput, !batch.items.isEmpty {
          // Whoever writes there may be waiting for what is said of it.
          break
        }
      } catch {
        batch.add(
          .problem(
            InputError(code: "input.unreadable", path: path, message: error.message, drawing: error.message)))
        closeCurrent()
        batch.files += 1
      }
    }
    guard !batch.items.isEmpty else { return nil }
    count += 1
    return batch
  }

  private func open(_ path: String) throws(Problem) -> Current {
    let isStream = path == Inputs.standardInput
    let file = isStream ? InputFile(standardInputAs: standardInputName) : try InputFile(path: path)
    return Current(
      file: file, stream: DraftStream(name: isStream ? standardInputName : path),
      facts: try facts.facts(of: path, standardInputName: standardInputName))
  }

  private mutating func closeCurrent() {
    current = nil
    paths.removeFirst()
  }

  private mutating func readMore() throws(Problem) {
    guard let file = current?.file else { return }
    let count = try file.read(into: &buffer)
    current?.stream.add(buffer[..<count])
    if count == 0 || current?.stream.isFull == true { current?.stream.end() }
  }

  private mutating func nextPart() -> (DraftSource, DeclaredFacts)? {
    guard let facts = current?.facts, let part = current?.stream.next() else { return nil }
    return (part, facts)
  }
}
