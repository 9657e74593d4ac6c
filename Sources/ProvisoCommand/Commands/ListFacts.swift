import ArgumentParser
import Proviso

struct ListFacts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "List the facts that drafts can declare, or search them.",
    discussion: """
        proviso facts opt-out
        proviso facts consent status --long

      Exit codes: 0 listed; 2 no fact fits.
      """)

  @Argument(help: "Words to look for in names, questions and help.")
  var words: [String] = []

  @Flag(help: "With the question that is asked and help.")
  var long = false

  func run() throws {
    let schema = try Engine.schema()
    let found = schema.paths.compactMap { schema[$0] }.filter { definition in
      let text = "\(definition.path) \(definition.question) \(definition.help)".lowercased()
      return words.allSatisfy { text.contains($0.lowercased()) }
    }
    guard !found.isEmpty else {
      let written = words.joined(separator: " ")
      let help = suggestion(for: written, in: schema.paths).map { ", \($0)" } ?? ""
      throw Problem("no fact fits `\(written)`\(help)")
    }
    let isLong = long || found.count <= 5
    Output.print(
      found.map { isLong ? $0.longDescription : $0.shortDescription }.joined(separator: isLong ? "\n\n" : "\n"))
  }
}

extension FactDefinition {
  fileprivate var shortDescription: String { "\(path): \(type.name)" }

  fileprivate var longDescription: String {
    let absence = canBeAbsent ? "\n  or null, where there is none" : ""
    return "\(path)\n  \(question)\n  \(help)\n  \(type.name)\(absence)\n  data class: \(dataClass.rawValue)"
  }
}

extension ValueType {
  /// The type in words, with the values to choose from.
  var name: String {
    switch self {
    case .truth: "yes or no"
    case .number: "a number"
    case .text: "a text"
    case .texts: "texts"
    case .symbol(let words): "one of \(words.joined(separator: ", "))"
    case .symbols(let words): "any of \(words.joined(separator: ", "))"
    case .place: "a place, such as DE or US-CA"
    case .places: "places, such as DE or US-CA"
    case .date: "a date, such as 2026-11-22"
    case .instant: "a moment, such as 2026-11-22T18:30:00+01:00"
    case .time: "a time of day, such as 08:00"
    }
  }
}
