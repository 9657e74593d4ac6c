import ProvisoPacks
import ProvisoSource
import Testing

/// Mistakes are underlined at their own line and column of the YAML file, however the expression is written there.
@Suite struct ExpressionPlaceTests {
  static let typo = "recipient.agee"

  static let scalars: [String] = [
    "require: recipient.age > 3 and recipient.agee < 9",
    "require: recipient.age > 3\n      and recipient.agee < 9",
    "require: 'recipient.age > 3 and recipient.agee < 9'",
    "require: 'recipient.region in DE and\n      text contains \"it''s\" and recipient.agee < 9'",
    "require: \"recipient.age > 3 and\\u0020recipient.agee < 9\"",
    "require: \"text contains \\\"a\\\" and recipient.agee < 9\"",
    "require: \"recipient.age > 3 and \\\n      recipient.agee < 9\"",
    "require: \"recipient.age > 3 and\n\n      recipient.agee < 9\"",
    "require: |\n      recipient.age > 3\n      and recipient.agee < 9\n",
    "require: |-\n      text contains \"ü😀\" and\n        recipient.agee < 9\n      or data.encrypted\n",
    "require: |2\n        recipient.age > 3 and recipient.agee < 9\n",
    "require: >-\n      recipient.age > 3\n      and recipient.agee < 9\n      and data.encrypted\n",
    "require: >\n      recipient.age > 3 and\n\n      recipient.agee < 9\n",
    "require: >-\n      text contains \"ü😀\"\n      and text contains \"ß\" and recipient.agee < 9\n      and data.encrypted\n",
  ]

  @Test(arguments: scalars) func aTypoIsUnderlinedWhereItStands(_ scalar: String) throws {
    let file = SamplePack.file(replacing: "require: adult", with: scalar)
    let problems = SamplePack.check([file]).diagnostics
    #expect(
      problems.map { $0.summary(in: file) } == [
        "name.unknown | recipient.agee | unknown name `recipient.agee` | did you mean `recipient.age`?"
      ])
    let place = try #require(
      file.text(in: Span(0, .max)).utf8.firstRange(of: Array(ExpressionPlaceTests.typo.utf8)[...]))
    let bytes = file.text(in: Span(0, .max)).utf8
    #expect(problems.first?.span.lower == bytes.distance(from: bytes.startIndex, to: place.lowerBound))
  }

  @Test func theProblemIsDrawnWithLineAndColumn() throws {
    let file = SamplePack.file(
      replacing: "require: adult",
      with: "require: >-\n      text contains \"ü\" and\n      text contains \"ß\" and recipient.agee < 9\n")
    let problem = try #require(SamplePack.check([file]).diagnostics.first)
    #expect(
      problem.drawn(in: file) == """
        own.yaml:42:29: error: unknown name `recipient.agee` [name.unknown]
          42 |       text contains "ß" and recipient.agee < 9
             |                             ^~~~~~~~~~~~~~
          help: did you mean `recipient.age`?
        """)
  }

  static let slots: [String] = [
    "message: There are {length(bdoy)} of them.",
    "message: \"\\u00fc {length(bdoy)} \\\"\"",
    "message: >-\n      There are {length(body)} and\n      {length(bdoy)} of them.",
    "message: >-\n      There are {length(body) +\n      length(bdoy)} of them.",
    "message: \"There are {length(body) \\\n      + length(bdoy)}.\"",
  ]

  @Test(arguments: slots) func soIsATypoInASlotOfAMessage(_ message: String) {
    let file = SamplePack.file(
      replacing: "message: The text has {length(body)} characters, and {{1}} stands for itself.", with: message)
    #expect(
      SamplePack.check([file]).diagnostics.map { $0.summary(in: file) }
        == ["name.unknown | bdoy | unknown name `bdoy` | did you mean `body`?"])
  }

  @Test func patternsAreUnderlinedInTheFileToo() throws {
    let file = SamplePack.file(
      replacing: "require: adult", with: "require: >-\n      text matches /x/ or\n      text matches\n      /\\bü+/\n")
    let pack = try #require(SamplePack.check([file]).packs.first)
    #expect(pack.patterns.map { file.text(in: $0.span) } == ["/x/", "/\\bü+/", "/a|b/"])
  }

  @Test func partsOfAParameterAreUnderlinedWhereTheyStand() {
    let file = SamplePack.file(replacing: "[marketing, utility]", with: "[marketing, [utility]]")
    #expect(SamplePack.check([file]).diagnostics.map { file.text(in: $0.span) } == ["[marketing, [utility]]"])
  }
}
