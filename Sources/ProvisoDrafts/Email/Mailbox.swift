/// An address of an e-mail, with the name in front of it.
struct Mailbox: Hashable {
  /// The name that recipients see; nil without one.
  let name: String?
  /// The address: `news@shop.example`.
  let address: String

  /// The part behind the `@`, in lower case; nil without one.
  var domain: String? {
    address.lastIndex(of: "@").map { address[address.index(after: $0)...].lowercased() }
  }

  /// The addresses in a header field. What has no `@`, such as the name of a group of hidden recipients, is none.
  static func list(_ field: String) -> [Mailbox] {
    // A group is `name: address, address;`.
    let members = ContentType.split(field, at: ";").flatMap { group in
      let halves = ContentType.split(group, at: ":")
      return ContentType.split(halves[halves.count - 1], at: ",")
    }
    return members.compactMap { Mailbox($0) }
  }

  private init?(_ text: String) {
    guard text.contains("@") else { return nil }
    guard let open = text.lastIndex(of: "<"), let close = text[open...].firstIndex(of: ">") else {
      name = nil
      address = text
      return
    }
    address = String(text[text.index(after: open)..<close])
    let label = text[..<open].filter { $0 != "\"" }.drop(while: \.isWhitespace)
    let trimmed = String(label.reversed().drop(while: \.isWhitespace).reversed())
    name = trimmed.isEmpty ? nil : trimmed
  }
}
