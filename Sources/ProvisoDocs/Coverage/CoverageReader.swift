import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension CoverageData {
  /// Reads a file of `kind: Coverage`, with all its problems.
  static func read(_ source: SourceFile) -> (data: CoverageData, diagnostics: [Diagnostic]) {
    let reader = CoverageReader(problems: DocumentProblems(in: source.name))
    do throws(DocumentFailure) {
      let data = reader.data(try YAMLReader.read(source))
      return (data, reader.problems.diagnostics)
    } catch {
      return (CoverageData(gaps: [], practices: []), error.diagnostics)
    }
  }
}

private struct CoverageReader {
  let problems: DocumentProblems

  func data(_ node: DocumentNode) -> CoverageData {
    guard var reader = MappingReader(node, problems) else { return CoverageData(gaps: [], practices: []) }
    expect("proviso/v1", reader.requiredNode("apiVersion"))
    expect("Coverage", reader.requiredNode("kind"))
    let data = CoverageData(
      gaps: reader.items("not-covered").compactMap(gap), practices: reader.items("practices").compactMap(practice))
    reader.finish()
    return data
  }

  private func expect(_ word: String, _ node: DocumentNode?) {
    guard let node, node.text != word else { return }
    problems.report("coverage.header", "expected `\(word)`", at: node.span)
  }

  private func gap(_ node: DocumentNode) -> CoverageData.Gap? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let (pack, source) = (reader.requiredText("pack"), reader.requiredText("source"))
    let (articles, about) = (reader.requiredText("articles"), reader.requiredText("about"))
    let kind: CoverageData.Kind? = reader.requiredNode("kind").flatMap { problems.word($0) }
    let confidence: Confidence? = reader.requiredNode("confidence").flatMap { problems.word($0) }
    let (reason, needs) = (reader.requiredText("why"), reader.text("needs"))
    reader.finish()
    guard let pack, let source, let articles, let about, let kind, let confidence, let reason else { return nil }
    return CoverageData.Gap(
      pack: pack, source: source, articles: articles, about: about, kind: kind, confidence: confidence, reason: reason,
      needs: needs)
  }

  private func practice(_ node: DocumentNode) -> CoverageData.Practice? {
    guard var reader = MappingReader(node, problems) else { return nil }
    let number = reader.scalar("id")?.scalarText.flatMap { Int($0) }
    let title = reader.requiredText("title")
    let rules = reader.texts("rules").compactMap(\.text)
    reader.finish()
    guard let number, let title, !rules.isEmpty else {
      problems.report("coverage.practice", "a practice has a number, a title and rules", at: node.span)
      return nil
    }
    return CoverageData.Practice(number: number, title: title, rules: rules)
  }
}
