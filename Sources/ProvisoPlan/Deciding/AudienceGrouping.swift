import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// Sorts the places a draft goes to into groups that no rule can tell apart, so that fifty countries cost a few
/// evaluations and not fifty.
struct AudienceGrouping: Sendable {
  /// Places that every rule treats alike.
  struct Group {
    /// In alphabetical order; empty while no place is declared.
    let places: [String]
    /// The audience of the declared ones whose facts hold there.
    let audience: Int?
  }

  /// The fact that rules ask (`recipient.region`); nil in a schema without one.
  let place: String?
  /// The fact that people declare (`recipient.regions`).
  let places: String?
  private let schema: FactSchema
  /// The sets of leaves that rules distinguish.
  private let distinctions: [Set<String>]
  /// The facts whose places rules distinguish.
  let setFacts: [String]
  /// The tables that rules look the place up in.
  private let tables: [Table]

  init(_ tables: [DecisionTable], _ schema: FactSchema) {
    self.schema = schema
    let definition = AudienceGrouping.place(schema).flatMap { schema[$0] }
    place = definition?.path
    places = definition?.each
    var lists: Set<[String]> = []
    var facts: Set<String> = []
    var lookups: [Table] = []
    for row in tables.flatMap(\.rows) {
      row.condition.forEachNestedAtom { atom in
        if case .place(definition?.path, let among) = atom { lists.insert(among) }
        if case .placeIn(definition?.path, let fact) = atom { facts.insert(fact) }
        atom.forEachTerm { term in
          guard case .lookup(let table, .fact(definition?.path)) = term, !lookups.contains(table) else { return }
          lookups.append(table)
        }
      }
    }
    setFacts = facts.sorted()
    self.tables = lookups
    distinctions = lists.sorted { $0.lexicographicallyPrecedes($1) }.map { AudienceGrouping.leaves($0, schema) }
  }

  private static func leaves(_ places: [String], _ schema: FactSchema) -> Set<String> {
    places.reduce(into: []) { $0.formUnion(schema.places.leaves(of: $1) ?? [$1]) }
  }

  /// The fact that runs through the places of a draft.
  static func place(_ schema: FactSchema) -> String? {
    schema.definitions.values.filter { $0.each != nil }.map(\.path).min()
  }

  /// Whether a rule reads the place.
  func isAsked(by table: DecisionTable) -> Bool {
    guard let place else { return false }
    return table.rows.contains { $0.condition.factsRead.contains(place) }
  }

  /// The groups of the declared places; one group without a place while none is declared.
  ///
  /// - Parameter state: what is declared of a fact for everybody.
  func groups(_ declared: [String], _ audiences: [Facts.Audience], state: (String) -> FactState?) -> [Group] {
    var declared = declared
    for audience in audiences {
      // Of a group of places, its declared parts stand for it.
      declared += audience.places.filter { place in !declared.contains { isPart($0, of: place) } }
    }
    guard place != nil, !declared.isEmpty else { return [Group(places: [], audience: nil)] }
    var order: [Signature] = []
    var members: [Signature: [String]] = [:]
    for code in declared.sorted() {
      let signature = signature(of: code, audiences, state)
      if members[signature] == nil { order.append(signature) }
      members[signature, default: []].append(code)
    }
    return order.map { Group(places: members[$0] ?? [], audience: $0.audience) }
  }

  /// The groups of everybody that a draft goes to.
  func groups(_ facts: Facts) -> [Group] {
    var declared: [String] = []
    if let places, case .known(.places(let codes))? = facts[places] { declared = codes }
    return groups(declared, facts.audiences) { facts[$0] }
  }

  /// What is declared for a group: the facts of its audience in front of those that hold everywhere, and its place.
  func states(_ facts: Facts, of group: Group) -> [String: FactState] {
    facts.states.merging(ownStates(facts.audiences, of: group)) { _, own in own }
  }

  /// What is declared for a group alone: the facts of its audience, and its place.
  func ownStates(_ audiences: [Facts.Audience], of group: Group) -> [String: FactState] {
    var states = group.audience.map { audiences[$0].facts } ?? [:]
    if let place, let first = group.places.first { states[place] = .known(.place(first)) }
    return states
  }

  private struct Signature: Hashable {
    let audience: Int?
    /// For each distinction whether all, some or none of the place's leaves lie in it.
    let relations: [Int]
    /// What each table holds for the place.
    let values: [Literal?]
  }

  /// Whether all of a place lies in another.
  private func isPart(_ code: String, of place: String) -> Bool {
    guard code != place else { return true }
    guard let whole = schema.places.leaves(of: place), let part = schema.places.leaves(of: code) else { return false }
    return part.isSubset(of: whole)
  }

  private func signature(
    of code: String, _ audiences: [Facts.Audience], _ state: (String) -> FactState?
  ) -> Signature {
    let leaves = schema.places.leaves(of: code) ?? [code]
    let audience = audiences.firstIndex { $0.places.contains { isPart(code, of: $0) } }
    let own = audience.map { audiences[$0].facts } ?? [:]
    let declared = setFacts.map { path -> Set<String> in
      guard case .known(.places(let places))? = own[path] ?? state(path) else { return [] }
      return AudienceGrouping.leaves(places, schema)
    }
    return Signature(
      audience: audience,
      relations: (distinctions + declared).map { leaves.isSubset(of: $0) ? 2 : leaves.isDisjoint(with: $0) ? 0 : 1 },
      values: tables.map { $0.rows[code] })
  }
}

extension AudienceGrouping {
  /// Everything but the schema.
  func store(in writer: inout ByteWriter) { writer.write(place, places, distinctions, setFacts, tables) }

  /// What `store` wrote.
  init(from reader: inout ByteReader, _ schema: FactSchema) throws(DamagedBytes) {
    place = try reader.read()
    places = try reader.read()
    distinctions = try reader.read()
    setFacts = try reader.read()
    tables = try reader.read()
    self.schema = schema
  }
}
