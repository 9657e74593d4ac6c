/// The matrices of one run; every format is drawn from it.
public struct MatrixReport: Hashable, Sendable {
  /// The version of the program.
  public var toolVersion: String
  /// The packs that took part, in the order they were given.
  public var packs: [PackSummary]
  /// One for each draft, in the order they were read.
  public var matrices: [Matrix]
  /// What could not be checked.
  public var errors: [InputError]

  /// A report.
  public init(toolVersion: String, packs: [PackSummary], matrices: [Matrix], errors: [InputError]) {
    self.toolVersion = toolVersion
    self.packs = packs
    self.matrices = matrices
    self.errors = errors
  }
}
