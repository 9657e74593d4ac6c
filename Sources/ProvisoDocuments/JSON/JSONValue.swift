/// A JSON document to be written; members keep the order they are given in. What is read is a `DocumentNode`.
package enum JSONValue {
  case null
  case truth(Bool)
  case number(Int)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The text, or `null` for nil.
  package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The number, or `null` for nil.
  package static func optional(_ number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }

  /// A list of texts.
  package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

  /// An object without the members that are nil.
  package static func members(_ members: [(key: String, value: JSONValue?)]) -> JSONValue {
    .object(members.compactMap { member in member.value.map { (member.key, $0) } })
  }

  /// The document with two spaces for each level; the same value always gives the same bytes.
  package var text: String { JSONWriter.text(of: self, isIndented: true) }

  /// The document on one line.
  package var line: String { JSONWriter.text(of: self, isIndented: false) }
}
