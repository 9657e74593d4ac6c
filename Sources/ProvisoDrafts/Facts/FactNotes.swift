import ProvisoModel
import ProvisoSource

/// The facts that a message shows by itself.
///
/// What the schema does not have, or what does not fit its type, stays unknown: a payload may hold anything.
struct FactNotes {
  let schema: FactSchema
  private(set) var facts = Facts()

  init(schema: FactSchema) {
    self.schema = schema
  }

  /// Notes a fact as it would be written in a facts file; nothing where there is no text.
  mutating func note(_ path: String, _ text: String?) {
    guard let text, let definition = schema[path] else { return }
    let reading = FactValueReader(definition: definition, places: schema.places)
    if let value = try? reading.value(of: [FactWord(text: text, span: Span(0, 0))]) { facts[path] = .known(value) }
  }

  /// Notes that there is none, where the schema has that answer.
  mutating func noteAbsent(_ path: String) {
    if schema[path]?.canBeAbsent == true { facts[path] = .absent }
  }

  /// Notes a default, unless the message itself said something.
  mutating func noteDefault(_ path: String, _ text: String?) {
    guard facts[path] == nil else { return }
    if let text { note(path, text) } else { noteAbsent(path) }
  }
}
