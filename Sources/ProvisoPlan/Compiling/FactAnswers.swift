import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// The variables whose answers rest on declared facts and the day alone, and the facts that each of them reads.
struct FactAnswers: Sendable {
  /// A fact that such answers read.
  struct Read: Sendable, Storable {
    let path: String
    /// The variables whose answers read it.
    fileprivate(set) var variables: [Int] = []
  }

  /// For each variable whether its answer rests on facts alone.
  let includes: [Bool]
  /// Those variables.
  let variables: [Int]
  /// The facts, in the order of their paths.
  let reads: [Read]

  init(_ variables: [VariableTable.Variable], _ schema: FactSchema) {
    let place = AudienceGrouping.place(schema)
    var includes: [Bool] = []
    var reads: [String: Read] = [:]
    for (number, variable) in variables.enumerated() {
      guard case .answer(let atom) = variable, atom.value.restsOnFacts else {
        includes.append(false)
        continue
      }
      let facts = atom.value.factsRead.subtracting([Fact.sendingDate])
      // The place is another for each group of recipients.
      includes.append(facts.allSatisfy { $0 != place && schema[$0] != nil })
      guard includes[number] else { continue }
      for path in facts {
        reads[path, default: Read(path: path)].variables.append(number)
      }
    }
    self.includes = includes
    self.variables = includes.indices.filter { includes[$0] }
    self.reads = reads.values.sorted { $0.path < $1.path }
  }
}

extension FactAnswers: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(bits: includes)
    writer.write(reads)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    includes = try reader.read(arrayOfBits: Bool.self)
    variables = includes.indices.filter { [includes] in includes[$0] }
    reads = try reader.read()
  }
}

extension FactAnswers.Read {
  func store(in writer: inout ByteWriter) { writer.write(path, variables) }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    path = try reader.read()
    variables = try reader.read()
  }
}
