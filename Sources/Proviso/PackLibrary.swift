import Dispatch
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoPlan
import ProvisoSource
import Synchronization

/// The packs of an engine as they are written: those of this build, and those given besides.
struct PackLibrary: Sendable {
  /// The packs given by the caller. One that carries the id of a built-in pack stands in its place.
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
    var written: [WrittenPack] = []
    var diagnostics: [Diagnostic] = []
    var ids: Set<String> = []
    for (number, (pack, problems)) in PackLibrary.readAll(given + BuiltIn.packs).enumerated() {
      diagnostics += problems
      guard let pack else { continue }
      // A file given by the caller stands in front of the built-in pack of the same id; two of the caller's are an error.
      let isGiven = number < given.count
      if isGiven { ids.insert(pack.id) } else if ids.contains(pack.id) { continue }
      written.append(pack)
    }
    let (packs, names, problems) = PackChecker.check(written, schema: schema, detectors: Plan.detectors)
    return Checked(
      packs: packs, names: names, written: written.map(\.id), given: ids, diagnostics: diagnostics + problems)
  }

  /// Reads pack files side by side; reading takes most of the time that a plan needs without a cache.
  private static func readAll(_ files: [SourceFile]) -> [(pack: WrittenPack?, diagnostics: [Diagnostic])] {
    let results = Mutex<[Int: (pack: WrittenPack?, diagnostics: [Diagnostic])]>([:])
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let result = PackReader.read(files[number])
      results.withLock { $0[number] = result }
    }
    return results.withLock { results in files.indices.compactMap { results[$0] } }
  }
}
