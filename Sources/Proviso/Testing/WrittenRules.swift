package import ProvisoLanguage
package import ProvisoModel
package import ProvisoPacks

/// The rules and definitions of packs as they are written.
package struct WrittenRules {
  /// For each pack the definitions it can name, with the pack each comes from.
  private let definitions: [String: [String: (pack: String, condition: WrittenCondition)]]
  private let tables: [String: WrittenTable]

  /// The rules and definitions of checked packs.
  package init(_ checked: PackLibrary.Checked) {
    let packs = Dictionary(checked.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var own: [String: [String: (pack: String, condition: WrittenCondition)]] = [:]
    var tables: [String: WrittenTable] = [:]
    for pack in checked.packs {
      guard let names = checked.names[pack.id] else { continue }
      for definition in pack.definitions {
        let condition = Checker.written(definition.source, in: names)
        own[pack.id, default: [:]][definition.name] = condition.map { (pack.id, $0) }
      }
    }
    var all: [String: [String: (pack: String, condition: WrittenCondition)]] = [:]
    for pack in checked.packs {
      for id in WrittenRules.reachable(from: pack.id, packs) {
        all[pack.id, default: [:]].merge(own[id] ?? [:]) { first, _ in first }
      }
      guard let names = checked.names[pack.id] else { continue }
      for rule in pack.rules {
        let conditions = rule.clauses.compactMap { Checker.written($0.source, in: names) }
        guard conditions.count == rule.table.rows.count else { continue }
        let rows = conditions.enumerated().map { number, condition in
          WrittenTable.Row(
            condition, isNegated: rule.clauses[number].key == "when", rule.table.rows[number].result)
        }
        tables[rule.id] = WrittenTable(
          rows: rows, otherwise: rule.table.otherwise, definitions: (all[pack.id] ?? [:]).mapValues(\.condition))
      }
    }
    definitions = all
    self.tables = tables
  }

  /// A pack and those it imports, itself first.
  private static func reachable(from id: String, _ packs: [String: Pack]) -> [String] {
    var found = [id]
    var next = 0
    while next < found.count {
      found += (packs[found[next]]?.imports ?? []).filter { !found.contains($0) }
      next += 1
    }
    return found
  }

  /// A rule as it is written; nil for a rule of another library.
  package func table(of rule: Rule) -> WrittenTable? { tables[rule.id] }

  /// A definition of a pack itself.
  package func definition(_ name: String, in pack: Pack) -> WrittenCondition? {
    definitions[pack.id]?[name].flatMap { $0.pack == pack.id ? $0.condition : nil }
  }

  /// The pack that a definition comes from, which a pack names; nil where there is none.
  package func origin(of definition: String, in pack: Pack) -> String? { definitions[pack.id]?[definition]?.pack }

  /// The conditions that a rule is made of: its own, and those of each definition it uses, directly or not.
  package func parts(of rule: Rule, in pack: Pack) -> [(owner: TestCoverage.Owner, conditions: [WrittenCondition])] {
    let own = tables[rule.id]?.rows.map(\.condition) ?? []
    var parts: [(owner: TestCoverage.Owner, conditions: [WrittenCondition])] = [(.rule(rule.id), own)]
    var names: Set<String> = []
    var next = 0
    while next < parts.count {
      for leaf in parts[next].conditions.flatMap(\.leaves) {
        guard case .definition(let name) = leaf.meaning, names.insert(name).inserted,
          let found = definitions[pack.id]?[name]
        else { continue }
        parts.append((.definition(pack: found.pack, name: name), [found.condition]))
      }
      next += 1
    }
    return parts
  }
}
