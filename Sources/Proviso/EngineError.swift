public import ProvisoSource

/// Why an engine could not be made, or could not do what it was asked.
public struct EngineError: Error, Sendable {
  /// What kind of problem it is.
  public enum Code: String, Sendable {
    /// A pack or a data file has errors; `diagnostics` says which.
    case invalidPack = "pack.invalid"
    /// No pack has a name that was asked for.
    case unknownPack = "pack.unknown"
    /// A text cannot be scanned, which takes a lack of memory.
    case notScanned = "text.not-scanned"
  }

  /// What kind of problem it is.
  public let code: Code
  /// One sentence for people.
  public let message: String
  /// The problems of the packs, in reading order.
  public let diagnostics: [Diagnostic]
  /// The files the diagnostics point into.
  public let sources: [SourceFile]

  init(_ code: Code, _ message: String, diagnostics: [Diagnostic] = [], sources: [SourceFile] = []) {
    self.code = code
    self.message = message
    self.diagnostics = diagnostics
    self.sources = sources
  }

  /// Every diagnostic drawn with its line, for a terminal; the message where there are none.
  public var drawing: String {
    if diagnostics.isEmpty { return message }
    let files = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return diagnostics.map { diagnostic in
      files[diagnostic.file].map(diagnostic.drawn) ?? "\(diagnostic.file): \(diagnostic.message)"
    }.joined(separator: "\n")
  }
}
