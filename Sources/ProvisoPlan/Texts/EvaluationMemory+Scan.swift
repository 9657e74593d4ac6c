package import ProvisoModel

extension EvaluationMemory {
  /// Folds and scans the texts of a draft as an evaluation does, and decides nothing: for measuring.
  package func scanTexts(of draft: Draft) throws(ScanFailure) { try text.scan(draft) }
}
