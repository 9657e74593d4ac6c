import ProvisoLanguage
import ProvisoModel
import ProvisoPacks
import ProvisoSource

/// What a rule demands and says, as its pack has it.
///
/// A class, so that looking at one part of it copies nothing.
final class RuleStatement: Sendable, Storable {
  /// The duty in a few words.
  let title: String
  let table: DecisionTable
  let cases: [Rule.Case]
  let citations: [Citation]
  let confidence: Confidence

  init(_ rule: Rule) {
    title = rule.title
    table = rule.table
    cases = rule.cases
    citations = rule.citations
    confidence = rule.confidence
  }

  func store(in writer: inout ByteWriter) { writer.write(title, table, cases, citations, confidence) }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    title = try reader.read()
    table = try reader.read()
    cases = try reader.read()
    citations = try reader.read()
    confidence = try reader.read()
  }
}
