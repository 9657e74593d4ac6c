import Dispatch
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource
import Synchronization

/// The packs of an engine as they are written: those of this build, and those given besides.
struct PackLibrary: Sendable {
  /// The files of packs given by the caller. A pack that carries the id of a built-in pack stands in its place.
  let given: [SourceFile]

  /// What reading and checking them came to.
  struct Checked {
    /// The packs without errors.
    let packs: [Pack]
    /// The names that each pack's expressions may use, by the pack's id.
    let names: [String: Environment]
    /// The ids of all packs that could be read, and of those among them that the caller gave.
    let written: [String], given: Set<String>
    let diagnostics: [Diagnostic]
  }

  /// Names what an engine of these packs is compiled from, for a cache.
  func key(selecting packs: [String]?) -> String {
    let files = given.flatMap { [$0.name, SHA256.hexDigest(of: $0.bytes)] }
    let parts = [Engine.version, String(BuiltIn.checksum), packs.map { $0.joined(separator: ",") } ?? "*"] + files
    return SHA256.hexDigest(of: Array(parts.joined(separator: "\u{0}").utf8))
  }

  /// Reads and checks all packs.
  func check(_ schema: FactSchema) -> Checked {
    let files = PackLibrary.readAll(given + BuiltIn.packs)
    let own = PackAssembly.join(Array(files.prefix(given.count)))
    let carried = PackAssembly.join(Array(files.dropFirst(given.count)))
    let ids = Set(own.packs.map(\.id))
    // A pack given by the caller stands in front of the built-in one of the same id, with all its files.
    let written = own.packs + carried.packs.filter { !ids.contains($0.id) }
    let (packs, names, problems) = PackChecker.check(written, schema: schema, detectors: Plan.detectors)
    return Checked(
      packs: packs, names: names, written: written.map(\.id), given: ids,
      diagnostics: own.diagnostics + carried.diagnostics + problems)
  }

  /// Reads pack files side by side; reading takes most of the time that a plan needs without a cache.
  private static func readAll(_ files: [SourceFile]) -> [WrittenFile] {
    let results = Mutex<[Int: WrittenFile]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let result = PackReader.read(files[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { results in files.indices.compactMap { results[$0] } }
  }
}
