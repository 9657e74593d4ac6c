import ProvisoModel
import Testing

@Suite struct PlaceTableTests {
  static let table = PlaceTable(
    parts: [
      "DE": [], "FR": [], "US": ["US-CA", "US-TX"], "EU": ["DE", "FR"], "EEA": ["EU", "IS"],
      "world": ["EEA", "US", "GB"],
    ],
    names: ["DE": "Germany"], dialling: ["1": ["US", "CA"], "1242": ["BS"], "49": ["DE"]])

  static let inside: [(String, Set<String>?)] = [
    ("DE", ["DE"]), ("IS", ["IS"]), ("US-CA", ["US-CA"]), ("US", ["US-CA", "US-TX"]), ("EEA", ["DE", "FR", "IS"]),
    ("world", ["DE", "FR", "IS", "US-CA", "US-TX", "GB"]), ("Atlantis", nil), ("de", nil),
  ]

  @Test(arguments: inside) func aPlaceStandsForItsLeaves(_ place: String, _ leaves: Set<String>?) {
    #expect(PlaceTableTests.table.leaves(of: place) == leaves)
  }

  static let shares: [(String, [String], PlaceTable.Share)] = [
    ("DE", ["EEA"], .all), ("DE", ["US", "GB"], .none), ("US", ["US-CA"], .some), ("US", ["US-TX", "US-CA"], .all),
    ("EEA", ["EU", "IS"], .all), ("EEA", ["FR"], .some), ("EEA", ["US"], .none), ("DE", [], .none),
    ("Atlantis", ["world", "Atlantis"], .all), ("Atlantis", ["world"], .none),
  ]

  @Test(arguments: shares) func `a place lies in others as far as its leaves do`(
    _ place: String, _ others: [String], _ share: PlaceTable.Share
  ) {
    let table = PlaceTableTests.table
    #expect(table.share(of: place, in: others) == share)
    // The same as with sets of leaves.
    let (leaves, wanted) = (table.leaves(ofAll: [place]), table.leaves(ofAll: others))
    #expect((share == .all) == leaves.isSubset(of: wanted) && (share == .none) == leaves.isDisjoint(with: wanted))
  }

  @Test(arguments: [
    ("germny", "Germany"), ("GERMANYY", "Germany"), ("usa", "US"), ("Eaa", "EEA"), ("Atlantis", nil),
  ]) func `a place is suggested by its name or its code`(_ word: String, _ suggestion: String?) {
    #expect(PlaceTableTests.table.nearest(to: word) == suggestion)
  }

  @Test func codesAndLeavesAreInAlphabeticalOrder() {
    #expect(PlaceTableTests.table.leaves == ["DE", "FR", "GB", "IS", "US-CA", "US-TX"])
    #expect(
      PlaceTableTests.table.codes == ["DE", "EEA", "EU", "FR", "GB", "IS", "US", "US-CA", "US-TX", "world"])
  }

  @Test func aPlaceWithoutANameIsCalledByItsCode() {
    #expect(PlaceTableTests.table.name(of: "DE") == "Germany")
    #expect(PlaceTableTests.table.name(of: "FR") == "FR")
  }

  @Test(arguments: [
    ("+1 (242) 555-0100", ["BS"]), ("+14155550100", ["US", "CA"]), ("+4930123456", ["DE"]), ("+7", []), ("", []),
    ("+", []),
  ])
  func aNumberBelongsToItsLongestDiallingCode(_ number: String, _ places: [String]) {
    #expect(PlaceTableTests.table.places(dialledBy: number) == places)
  }

  /// The same answer in each run, whichever place a table begins with.
  @Test func aLongChainOfGroupsEndsInItsLeaf() {
    let chain = Dictionary(uniqueKeysWithValues: (0..<100).map { ("g\($0)", ["g\($0 + 1)"]) })
    let table = PlaceTable(parts: chain)
    #expect(table.leaves == ["g100"])
    #expect(table.leaves(of: "g0") == ["g100"])
  }

  @Test func groupsThatHoldEachOtherAreNotEndless() {
    let table = PlaceTable(parts: ["A": ["B"], "B": ["A", "DE"], "C": ["C"]])
    #expect(table.leaves(of: "A") == ["DE"])
    #expect(table.leaves(of: "B") == ["DE"])
    #expect(table.leaves(of: "C") == ["C"])
  }
}
