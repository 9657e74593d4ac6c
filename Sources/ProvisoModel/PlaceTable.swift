public import ProvisoSource

/// Places and what lies in them: countries, their parts, and groups such as `EEA`.
///
/// A place without parts is a *leaf*. Saying `US` means "somewhere in the US": which state is not known then.
public struct PlaceTable: Hashable, Sendable {
  private let names: [String: String]
  private let leavesByPlace: [String: Set<String>]
  private let dialling: [String: [String]]

  /// All leaves, in alphabetical order.
  public let leaves: [String]

  /// A table from places with their parts.
  ///
  /// - Parameters:
  ///   - parts: for every place the places directly in it; empty for a leaf. A place named only as a part is a leaf.
  ///   - names: what people call a place.
  ///   - dialling: for a dialling code without `+` the places that use it.
  public init(parts: [String: [String]], names: [String: String] = [:], dialling: [String: [String]] = [:]) {
    self.names = names
    self.dialling = dialling
    var table: [String: Set<String>] = [:]
    for place in Set(parts.keys).union(parts.values.joined()) { table[place] = PlaceTable.leaves(of: place, parts) }
    leavesByPlace = table
    leaves = Set(table.values.joined()).sorted()
  }

  private static func leaves(of place: String, _ parts: [String: [String]]) -> Set<String> {
    var leaves: Set<String> = []
    var seen: Set<String> = [place]
    var waiting = [place]
    while let next = waiting.popLast() {
      let inner = parts[next] ?? []
      if inner.isEmpty { leaves.insert(next) }
      waiting += inner.filter { seen.insert($0).inserted }
    }
    // Groups that only hold each other have nothing in them; a place is never nowhere.
    return leaves.isEmpty ? [place] : leaves
  }

  /// What people call places, in no order.
  var allNames: [String] { Array(names.values) }

  /// All codes, in alphabetical order.
  public var codes: [String] { leavesByPlace.keys.sorted() }

  /// The leaves that a place stands for; nil when the table does not have it.
  public func leaves(of place: String) -> Set<String>? { leavesByPlace[place] }

  /// The leaves that several places stand for; one that the table does not have stands for itself.
  public func leaves(ofAll places: [String]) -> Set<String> {
    places.reduce(into: []) { $0.formUnion(leavesByPlace[$1] ?? [$1]) }
  }

  /// How much of something lies in something else.
  public enum Share: Sendable { case all, some, none }

  /// How much of a place lies in others; a place that the table does not have is a leaf.
  public func share(of place: String, in others: [String]) -> Share {
    func isInside(_ leaf: String) -> Bool { others.contains { leavesByPlace[$0]?.contains(leaf) ?? ($0 == leaf) } }
    guard let leaves = leavesByPlace[place], leaves.count > 1 else {
      return isInside(leavesByPlace[place]?.first ?? place) ? .all : .none
    }
    let inside = leaves.count(where: isInside)
    return inside == leaves.count ? .all : inside == 0 ? .none : .some
  }

  /// The code of the place that a word means: its code in any case, or what people call it; nil where there is none.
  public func code(of word: String) -> String? {
    let code = word.uppercased()
    if leavesByPlace[code] != nil { return code }
    let name = word.lowercased()
    return names.filter { $0.value.lowercased() == name }.keys.min()
  }

  /// What people call a place; its code where no name is known.
  public func name(of place: String) -> String { names[place] ?? place }

  /// The places that a phone number in E.164 form may belong to, by its longest known dialling code.
  public func places(dialledBy number: String) -> [String] {
    let digits = number.filter(\.isNumber)
    for length in stride(from: min(7, digits.count), to: 0, by: -1) {
      if let places = dialling[String(digits.prefix(length))] { return places }
    }
    return []
  }
}

extension PlaceTable: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(names, leavesByPlace, dialling, leaves) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    names = try reader.read()
    leavesByPlace = try reader.read()
    dialling = try reader.read()
    leaves = try reader.read()
  }
}
