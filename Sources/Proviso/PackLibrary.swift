import Dispatch
import ProvisoLanguage
import ProvisoModel
package import ProvisoPacks
import ProvisoPlan
import ProvisoSource
import Synchronization

/// The packs of an engine as they are written: those of this build that take part, and those given besides.
package struct PackLibrary: Sendable {
  /// The files of packs given by the caller. A pack that carries the id of a built-in pack stands in its place.
  let given: [SourceFile]
  /// Further facts given by the caller.
  let facts: [SourceFile]
  /// The ids of the built-in packs that take part; nil for all.
  let selected: [String]?

  /// What reading and checking them came to.
  package struct Checked {
    /// The packs without errors, and those they import.
    package let packs: [Pack]
    /// The packs with errors whose names could be read.
    let broken: [Pack]
    /// The ids of the packs that take part themselves.
    let running: Set<String>
    /// The names that each pack's expressions may use, by the pack's id.
    let names: [String: Environment]
    let diagnostics: [Diagnostic]
    /// Why these packs cannot be taken, where somebody asked for one that there is not.
    let refusal: EngineError?

    /// The names of all packs that take part, together; those of an earlier pack stand in front, and behind
    /// them those of packs that were only read.
    func sharedNames(_ schema: FactSchema) -> Environment {
      var shared = Environment(schema: schema, detectors: Plan.detectors)
      let ordered = packs.filter { running.contains($0.id) } + packs.filter { !running.contains($0.id) }
      for names in ordered.compactMap({ self.names[$0.id] }) {
        shared.definitions.merge(names.definitions) { first, _ in first }
        shared.parameters.merge(names.parameters) { first, _ in first }
        shared.tables.merge(names.tables) { first, _ in first }
        shared.vocabularies.merge(names.vocabularies) { first, _ in first }
      }
      return shared
    }

    /// The packs whose rules an engine evaluates.
    package func running(in engine: Engine) -> [Pack] {
      let running = Set(engine.plan.packs.map(\.id))
      return packs.filter { running.contains($0.id) }
    }
  }

  /// Names what an engine of these packs is compiled from, for a cache.
  ///
  /// - Parameter namingBuiltIn: whether the key tells these built-in packs from those of another build.
  func key(namingBuiltIn: Bool) -> String {
    let files = (given + facts).flatMap { [$0.name, SHA256.hexDigest(of: $0.bytes)] }
    let packs = selected.map { $0.joined(separator: ",") } ?? "*"
    let parts = [Engine.version, namingBuiltIn ? String(BuiltIn.checksum) : "", packs, "\(given.count)"] + files
    return SHA256.hexDigest(of: Array(parts.joined(separator: "\u{0}").utf8))
  }

  /// Reads and checks the packs that take part and those they import.
  ///
  /// - Parameter needed: ids of further built-in packs to read.
  func check(_ schema: FactSchema, needed: [String] = []) -> Checked {
    // A pack given by the caller stands in front of the built-in one of the same id, with all its files.
    let given = PackAssembly.join(PackLibrary.read(given))
    var (written, diagnostics) = given
    for (test, file) in written.flatMap(\.tests) {
      diagnostics += TestDraft.read(test, in: file, schema: schema, usual: CalendarDate(day: 0)).problems
    }
    let own = Set(written.map(\.id))
    let builtIn = Dictionary(grouping: BuiltIn.packs, by: BuiltIn.id)
    let known = own.union(builtIn.keys)
    let running = own.union(selected.map { known.intersection($0) } ?? known)
    var seen = own
    var wanted = running.union(needed).union(written.flatMap(\.importedPacks)).subtracting(own)
    while !wanted.isEmpty {
      let (packs, problems) = PackAssembly.join(PackLibrary.read(wanted.sorted().flatMap { builtIn[$0] ?? [] }))
      written += packs
      diagnostics += problems
      seen.formUnion(wanted)
      wanted = Set(packs.flatMap(\.importedPacks)).subtracting(seen)
    }
    // The packs stand in the order of Policies/, whatever imported what.
    let order = own.isEmpty ? BuiltIn.packs.map(BuiltIn.id) : []
    let ordered = written.enumerated().sorted {
      (order.firstIndex(of: $0.element.id) ?? 0, $0.offset) < (order.firstIndex(of: $1.element.id) ?? 0, $1.offset)
    }
    let (packs, broken, names, problems) = PackChecker.check(
      ordered.map(\.element), schema: schema, detectors: Plan.detectors, known: builtIn.keys.sorted())
    return Checked(
      packs: packs, broken: broken, running: running, names: names, diagnostics: diagnostics + problems,
      refusal: selected?.first { !known.contains($0) }.map { PackLibrary.refusal(of: $0, known) })
  }

  private static func refusal(of name: String, _ known: Set<String>) -> EngineError {
    EngineError(.unknownPack, unknownName("pack", name, among: known.sorted(), isListing: true))
  }

  /// Reads pack files side by side; reading takes most of the time that a plan needs without a cache.
  private static func read(_ files: [SourceFile]) -> [WrittenFile] {
    let results = Mutex<[Int: WrittenFile]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let result = PackReader.read(files[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { results in files.indices.compactMap { results[$0] } }
  }
}
