import ProvisoModel
import ProvisoPacks
import ProvisoSource
import Testing

@Suite struct ImportTests {
  private static func problems(_ files: SourceFile...) -> [String] {
    SamplePack.check(files).diagnostics.map { problem in
      let file = files.first { $0.name == problem.file } ?? files[0]
      return "\(problem.file): \(problem.summary(in: file))"
    }
  }

  private static func packs(_ files: SourceFile...) -> [String] { SamplePack.check(files).packs.map(\.id) }

  static let names = """
    define: { grown: recipient.age >= 18 }
    parameters: { limit: { 2020-01-01: 10 } }
    tables: { fee: { DE: 5 } }
    vocabularies: { promo: { en: sale } }
    """
  static let use = "grown and recipient.age < limit and fee[recipient.region] > 1 and text mentions @promo"

  @Test func importedNamesCanBeUsedInWhateverOrderThePacksCome() {
    let common = SamplePack.small("common", ImportTests.names)
    let own = SamplePack.small("own", imports: ["common"], require: ImportTests.use)
    #expect(ImportTests.problems(common, own) == [])
    #expect(ImportTests.problems(own, common) == [])
    #expect(ImportTests.packs(own, common) == ["own", "common"])
  }

  @Test func namesAreHandedOnThroughSeveralPacks() {
    let common = SamplePack.small("common", ImportTests.names)
    let middle = SamplePack.small("middle", imports: ["common"], "define: { old: grown and recipient.age > 80 }")
    let own = SamplePack.small("own", imports: ["middle", "common"], require: "old or \(ImportTests.use)")
    #expect(ImportTests.problems(own, middle, common) == [])
  }

  @Test func onlyWhatIsImportedCanBeUsed() {
    let common = SamplePack.small("common", ImportTests.names)
    let own = SamplePack.small("own", require: "grown")
    #expect(ImportTests.problems(common, own) == ["own.yaml: name.unknown | grown | unknown name `grown`"])
  }

  @Test func anUnknownPackIsReportedWithTheNearestName() {
    let own = SamplePack.small("own", imports: ["comon"])
    #expect(
      ImportTests.problems(SamplePack.small("common"), own)
        == ["own.yaml: import.unknown | comon | unknown pack `comon` | did you mean `common`?"])
    #expect(ImportTests.packs(SamplePack.small("common"), own) == ["common"])
  }

  @Test func packsThatImportEachOtherAreReportedOnce() {
    let a = SamplePack.small("a", imports: ["b"])
    let b = SamplePack.small("b", imports: ["c"])
    let c = SamplePack.small("c", imports: ["a"])
    #expect(ImportTests.problems(a, b, c) == ["c.yaml: import.cycle | a | `c` imports itself through `a`"])
    #expect(ImportTests.packs(a, b, c, SamplePack.small("d")) == ["d"])
    let own = SamplePack.small("own", imports: ["own"])
    #expect(ImportTests.problems(own) == ["own.yaml: import.cycle | own | `own` imports itself through `own`"])
  }

  @Test func aPackFailsWithThoseItImportsWhateverTheOrder() {
    let broken = SamplePack.small("broken", "define: { grown: recipient.agee > 3 }")
    let own = SamplePack.small("own", imports: ["broken"], require: "grown")
    let other = SamplePack.small("other", require: "yes or data.encrypted")
    #expect(ImportTests.packs(broken, own, other) == ["other"])
    #expect(ImportTests.packs(own, other, broken) == ["other"])
    #expect(ImportTests.problems(own, broken).count == 1)
  }

  @Test func ownNamesCannotHideImportedOnes() {
    let common = SamplePack.small("common", ImportTests.names)
    let own = SamplePack.small("own", imports: ["common"], ImportTests.names)
    #expect(
      Set(ImportTests.problems(common, own)) == [
        "own.yaml: name.taken | grown | the name `grown` is taken",
        "own.yaml: name.taken | limit | the name `limit` is taken",
        "own.yaml: name.taken | fee | a table `fee` is imported already",
        "own.yaml: name.taken | promo | a vocabulary `@promo` is imported already",
      ])
  }

  @Test func twoImportsCannotMeanDifferentThingsByOneName() {
    let left = SamplePack.small("left", ImportTests.names)
    let right = SamplePack.small(
      "right", "define: { grown: recipient.age >= 21 }\nvocabularies: { promo: { en: offer } }")
    let own = SamplePack.small("own", imports: ["left", "right"])
    #expect(
      Set(ImportTests.problems(left, right, own)) == [
        "own.yaml: name.taken | right | `grown` means something else in another import",
        "own.yaml: name.taken | right | `@promo` means something else in another import",
      ])
  }

  @Test(arguments: ["a.yaml", "other.yaml"]) func aPackCanBeGivenOnce(_ name: String) {
    let first = SamplePack.small("a")
    let second = SourceFile(name: name, bytes: first.bytes)
    let diagnostics = SamplePack.check([first, second]).diagnostics
    #expect(diagnostics.map(\.message) == ["a pack `a` was given already, in a.yaml"])
    #expect(diagnostics.map(\.file) == [name])
  }
}

@Suite struct DefinitionTests {
  private static func problems(_ define: String, require: String = "yes or a") -> [String] {
    let file = SamplePack.small("own", "define:\n" + define, require: require)
    return SamplePack.check([file]).diagnostics.map { $0.summary(in: file) }
  }

  static let fine: [String] = [
    "  a: b and c\n  b: c or data.encrypted\n  c: recipient.age > 3",
    "  c: recipient.age > 3\n  b: c or data.encrypted\n  a: b and c",
    // A word is no name: these two say `marketing` and mean the category.
    "  marketing: draft.category is marketing\n  a: marketing",
    "  marketing: draft.category is marketing and not utility\n  utility: draft.category in [utility, marketing]\n  a: marketing",
    "  a: any button (type is url)\n  url: a",
  ]

  @Test(arguments: fine) func definitionsMayStandInAnyOrder(_ define: String) {
    #expect(DefinitionTests.problems(define) == [])
  }

  static let cycles: [(String, [String])] = [
    ("  a: a", ["a"]), ("  a: not a", ["a"]), ("  a: b\n  b: a", ["a"]), ("  a: b\n  b: c\n  c: b", ["b"]),
    ("  a: any button (b)\n  b: count(buttons, a) > 1", ["a"]), ("  a: b\n  b: b\n  c: c or a", ["b", "c"]),
  ]

  @Test(arguments: cycles) func aCircleIsReportedOnceForEachDefinitionItBeginsWith(_ define: String, _ names: [String])
  {
    #expect(DefinitionTests.problems(define) == names.map { "define.cycle | \($0) | `\($0)` is defined by itself" })
  }

  @Test func aBrokenDefinitionIsNotReportedWhereItIsUsed() {
    #expect(
      DefinitionTests.problems("  a: b and c\n  b: recipient.agee > 3\n  c: b", require: "a and b and not c")
        == ["name.unknown | recipient.agee | unknown name `recipient.agee` | did you mean `recipient.age`?"])
  }

  @Test func aBrokenParameterIsNotReportedWhereItIsUsed() {
    let file = SamplePack.small(
      "own",
      "parameters: { limit: { 2020-01-01: ten } }\ntables: { fee: { DE: five } }\ndefine: { a: recipient.age > limit }",
      require: "a and recipient.age < limit and fee[recipient.region] > 3")
    #expect(SamplePack.check([file]).diagnostics.map { file.text(in: $0.span) } == ["ten", "five"])
  }
}
