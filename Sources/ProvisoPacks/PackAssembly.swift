public import ProvisoSource

/// Joins the files of packs: each main file with its parts.
public struct PackAssembly {
  private let files: [WrittenFile]
  private var diagnostics: [Diagnostic]

  /// Joins files, whatever their order.
  ///
  /// - Returns: the packs all of whose names can be read, in the order of their main files, and all problems, those of
  ///   the files among them.
  public static func join(_ files: [WrittenFile]) -> (packs: [WrittenPack], diagnostics: [Diagnostic]) {
    var assembly = PackAssembly(files: files, diagnostics: files.flatMap(\.diagnostics))
    let packs = assembly.packs()
    return (packs, assembly.diagnostics.inReadingOrder())
  }

  private mutating func packs() -> [WrittenPack] {
    let parts = Dictionary(grouping: files.filter { $0.header == nil && $0.pack != nil }) { $0.pack?.name ?? "" }
    var mains: [String: WrittenFile] = [:]
    var packs: [WrittenPack] = []
    for main in files {
      guard let header = main.header, let id = main.pack else { continue }
      if let first = mains[header.id] {
        report("pack.duplicate", "a pack `\(header.id)` was given already, in \(first.source.name)", id)
        continue
      }
      mains[header.id] = main
      let own = [main] + (parts[header.id] ?? []).sorted { $0.source.name < $1.source.name }
      let isWhole = own.allSatisfy(\.hasAllNames) && !files.contains { $0.pack == nil && main.leads($0) }
      if isWhole { packs.append(withoutRepetitions(WrittenPack(header, own))) }
    }
    for part in parts.values.joined() where mains[part.pack?.name ?? ""] == nil {
      reportAlone(part, mains.keys.sorted())
    }
    return packs
  }

  private mutating func reportAlone(_ part: WrittenFile, _ known: [String]) {
    guard let id = part.pack, !files.contains(where: { $0.pack == nil && $0.leads(part) }) else { return }
    report(
      "part.alone", "this is a part of the pack `\(id.name)`, whose main file is not given", id,
      help: suggestion(for: id.name, in: known)
        ?? "give the folder of the pack, or its main file too")
  }

  // MARK: Names

  /// The pack with each name once; a name may stand in one file only.
  private mutating func withoutRepetitions(_ pack: WrittenPack) -> WrittenPack {
    guard pack.files.count > 1 else { return pack }
    var first: [String: WrittenFile.Named<Void>] = [:]
    let files = pack.files.map { file in
      var file = file
      // Definitions and parameters are both used by their bare name.
      file.parameters.removeAll { isRepeated($0, as: $0.name, &first, pack) }
      file.definitions.removeAll { isRepeated($0, as: $0.name, &first, pack) }
      file.tables.removeAll { isRepeated($0, as: "\($0.name)[]", &first, pack) }
      file.vocabularies.removeAll { isRepeated($0, as: "@\($0.name)", &first, pack) }
      return file
    }
    return WrittenPack(pack.header, files)
  }

  private mutating func isRepeated<Content>(
    _ named: WrittenFile.Named<Content>, as name: String, _ first: inout [String: WrittenFile.Named<Void>],
    _ pack: WrittenPack
  ) -> Bool {
    let place = WrittenFile.Named(name: named.name, file: named.file, span: named.span, content: ())
    guard let known = first[name] else {
      first[name] = place
      return false
    }
    // What one file says twice is found where names get their meaning.
    guard known.file != named.file else { return false }
    report("name.taken", "`\(name)` is defined already, in \(pack.place(of: known.span, in: known.file))", place)
    return true
  }

  private mutating func report(
    _ id: String, _ message: String, _ place: WrittenFile.Named<Void>, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(id, message, in: place.file, at: place.span, help: help))
  }
}
