import ProvisoModel
import Testing

@Suite struct PlaceNamesTests {
  static let table = PlaceTable(
    parts: [
      "DE": [], "FR": [], "AT": [], "US": ["US-CA", "US-TX"], "EU": ["AT", "DE", "FR"], "EEA": ["EU", "IS"],
      "ALPS": ["AT", "CH", "FR", "IT"],
    ],
    names: ["DE": "Germany", "US-CA": "California"])

  static let expanded: [([String], [String])] = [
    ([], []), (["DE"], ["DE"]), (["de", "us-ca"], ["DE", "US-CA"]),
    (["Germany", "california"], ["DE", "US-CA"]),
    (["US", "EU"], ["AT", "DE", "FR", "US-CA", "US-TX"]),
    (["EEA", "DE", "DE"], ["AT", "DE", "FR", "IS"]),
  ]

  @Test(arguments: expanded) func `places stand for their leaves, each once`(_ words: [String], _ leaves: [String])
    throws
  {
    #expect(try Self.table.leaves(of: words) == leaves)
  }

  static let unknown: [(String, String)] = [
    ("DEE", "unknown place `DEE`, did you mean `DE`?"), ("Atlantis", "unknown place `Atlantis`"),
    ("us-cá", "unknown place `us-cá`, did you mean `US-CA`?"),
  ]

  @Test(arguments: unknown) func `an unknown place is named with the nearest known one`(
    _ word: String, _ message: String
  ) {
    #expect(throws: UnknownPlace.self) { try Self.table.leaves(of: ["FR", word, "none"]) }
    do throws(UnknownPlace) { _ = try Self.table.leaves(of: [word]) } catch { #expect(error.message == message) }
  }

  static let summaries: [([String], [String])] = [
    ([], []), (["DE"], ["DE"]), (["AT", "DE"], ["AT", "DE"]), (["DE", "AT", "FR", "US-CA"], ["EU", "US-CA"]),
    (["AT", "DE", "FR", "IS"], ["EEA"]), (["AT", "CH", "DE", "FR", "IT"], ["ALPS", "DE"]),
    // Two states are no more than two codes.
    (["US-CA", "US-TX"], ["US-CA", "US-TX"]),
  ]

  @Test(arguments: summaries) func `leaves are summed up by the largest places that hold nothing else`(
    _ leaves: [String], _ codes: [String]
  ) {
    let summary = Self.table.summary(of: leaves)
    #expect(summary.map(\.code) == codes)
    #expect(summary.allSatisfy { $0.except.isEmpty })
    #expect(summary.reduce(0) { $0 + $1.places } == leaves.count)
  }

  static let exceptions: [(String, [String])] = [
    ("A B C D E", ["G"]), ("A B C D", ["G except E"]), ("A B C D X", ["G except E", "X"]),
    // Naming what is missing must be shorter than naming what is there.
    ("A B C", ["A", "B", "C"]), ("A B", ["A", "B"]),
    // The Union and Norway are fewer words than all but two.
    ("K L M N O", ["SMALL", "O"]), ("K L M N O P", ["SMALL", "O", "P"]), ("K L M N O P Q", ["LARGE except R"]),
  ]

  @Test(arguments: exceptions) func `a group that lacks few places is named with them`(
    _ leaves: String, _ words: [String]
  ) {
    let table = PlaceTable(parts: [
      "G": ["A", "B", "C", "D", "E"], "X": [], "SMALL": ["K", "L", "M", "N"], "LARGE": ["SMALL", "O", "P", "Q", "R"],
    ])
    let summary = table.summary(of: leaves.split(separator: " ").map(String.init))
    let said = summary.map { $0.except.isEmpty ? $0.code : "\($0.code) except \($0.except.joined(separator: ", "))" }
    #expect(said == words)
  }
}
