import ProvisoSource
import Testing

@testable import ProvisoText

@Suite struct PatternSetTests {
  @Test(arguments: [
    (#"\d+"#, "a 12 345", ["12", "345"]), ("ab+", "abbb ab", ["abbb", "ab"]), ("^a", "a a", ["a"]),
    ("a$", "a\na", ["a"]), (#"\bgin\b"#, "gin ginger", ["gin"]), (#"\p{L}+"#, "приве́т 5", ["привет"]),
    ("a.*b|b", "axbxb", ["axbxb"]), ("é", "é", []), ("x", "", []), (#"\d{3}"#, "12345678", ["123", "456"]),
    (#"[^\D5-7]+"#, "1256", ["12"]), (#"[[:alpha:]-]+\x{436}"#, "a-bж", ["a-bж"]),
    (#"(?i)STOP|x(?-i:Y)"#, "stop xy", ["stop"]), (#"(a|ab)(c|bcd)(d*)"#, "abcd", ["abcd"]),
    ("a{,2}", "a{,2}", ["a{,2}"]),
    (#"(?s)a.b"#, "a\nb", ["a\nb"]), (#"\Bb+?"#, "abb b", ["bb"]), (#"(?:(?:a?)*b)+"#, "aab", ["aab"]),
    (#"[]a]+"#, "a]b", ["a]"]), (#"\P{L}+"#, "ж 5", [" 5"]), ("[а-я]+", "мир", ["мир"]),
    (#"(?m)^b$"#, "a\nb\nc", ["b"]),
  ]) func findsTheLongestThatBeginsFirst(_ regex: String, _ text: String, _ expected: [String]) throws {
    var builder = PatternSetBuilder()
    _ = try builder.add(regex)
    let set = try builder.build()
    var scratch = try set.makeScratch()
    let folded = FoldedText(text)
    try set.scan(folded, using: &scratch)
    let found = scratch.hits.map { String(decoding: folded.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ("a(?=b)", PatternError.Reason.unsupported, "look-ahead and look-behind are not supported", nil),
      (#"(a)\1"#, .unsupported, "back references are not supported", nil),
      ("x[a", .unsupported, "unterminated character class starting at index 1", 1),
      ("a*", .matchesNothing, "the expression matches the empty text; ask for at least one character", nil),
      ("a{1000}b{20000}", .tooLarge, "the expression is too large; use smaller repetitions", nil),
      ("a\0b", .malformed, "the expression holds a NUL character", nil),
    ] as [(String, PatternError.Reason, String, Int?)])
  func refusesWithReasonAndPlace(_ regex: String, _ reason: PatternError.Reason, _ message: String, _ offset: Int?) {
    var builder = PatternSetBuilder()
    #expect(throws: PatternError(reason, message, at: offset)) { try builder.add(regex) }
    #expect(builder.count == 0)
  }

  /// The library that tells which patterns occur misses some of these, depending on the address of the text.
  @Test(arguments: [
    (#"\b8(00|33)[ .-][0-9]{3}[ .-]?[0-9a-z]{4}\b"#, "this number is not monitored. to stop, call 800-555-0142."),
    ("@[a-z0-9]", "kennwort:4r@1-3 odro  tup.zmk nu bvpr wo x   c"), (#"\+\d"#, "call +49 now"),
    (#"(^|[.;] *|\n)(lungs|heent) ?:"#, "rno edsyr . lungs: 0 nbles"),
  ]) func whereInMemoryATextLiesMakesNoDifference(_ regex: String, _ text: String) throws {
    var builder = PatternSetBuilder()
    _ = try builder.add(regex)
    let set = try builder.build()
    var scratch = try set.makeScratch()
    for padding in 0..<64 {
      let bytes = Array(repeating: UInt8(ascii: "7"), count: padding) + Array(text.utf8) + [UInt8(ascii: "7")]
      let error = bytes.withUnsafeBufferPointer { scratch.scan(set, .init(rebasing: $0[padding..<bytes.count - 1])) }
      #expect(error == nil)
      #expect(scratch.hits.count == 1, "\(padding)")
    }
  }

  /// The library ends the program where it looks for the place of this in a long text by itself.
  @Test func aPatternThatEndsInTwoCertainCharactersIsFoundInALongText() throws {
    var builder = PatternSetBuilder()
    _ = try builder.add(#"\b(general|diet) ?: .*\b(general|diet) ?: "#)
    let set = try builder.build()
    var scratch = try set.makeScratch()
    let text = "general: fine. " + String(repeating: "nothing new here, ", count: 200) + "diet: light"
    try set.scan(FoldedText(text), using: &scratch)
    #expect(scratch.hits == [PatternHit(pattern: 0, start: 0, end: Int32(text.utf8.count - 5))])
  }

  @Test func manyPatternsAreFoundAsEachAlone() throws {
    let expressions = DetectorTable.all.flatMap(\.candidates)
    let text = "card 4111 1111 1111 1111, ssn 078-05-1120, ana@b.example, +49 30 1234567, nhs, cpf 123.456.789-09"
    let all = try PatternSet(expressions: expressions)
    #expect(all.count > PatternSet.fewPatterns)
    var scratch = try all.makeScratch()
    try all.scan(FoldedText(text), using: &scratch)
    let together = Set(scratch.hits.map(\.pattern))
    for (number, expression) in expressions.enumerated() {
      let alone = try PatternSet(expressions: [expression])
      var own = try alone.makeScratch()
      try alone.scan(FoldedText(text), using: &own)
      #expect(together.contains(Int32(number)) == !own.hits.isEmpty, "\(expression)")
    }
  }

  @Test func equalExpressionsShareANumber() throws {
    var builder = PatternSetBuilder()
    #expect(try [builder.add("a"), builder.add("b"), builder.add("a")] == [0, 1, 0])
  }

  @Test func readsAStringAsItIs() throws {
    var builder = PatternSetBuilder()
    _ = try builder.add("^[A-Z]+$")
    let set = try builder.build()
    var scratch = try set.makeScratch()
    try set.find(0, in: "SALE", using: &scratch)
    #expect(scratch.hits == [PatternHit(pattern: 0, start: 0, end: 4)])
    try set.find(0, in: "sale", using: &scratch)
    #expect(scratch.hits.isEmpty)
  }

  @Test func allPatternsOfATextAreFoundInTheOrderOfTheirEnds() throws {
    var builder = PatternSetBuilder()
    for regex in [#"a\w+"#, #"\d+"#, "never", "b.*e"] { _ = try builder.add(regex) }
    for set in [try builder.build(), try PatternSet(deserializing: StoredBytes(builder.build().serialize()))] {
      var scratch = try set.makeScratch()
      for _ in 0..<2 {
        try set.scan(FoldedText("abc 12 be a9"), using: &scratch)
        let found = scratch.hits.map { [$0.pattern, $0.start, $0.end] }
        #expect(found == [[0, 0, 3], [1, 4, 6], [3, 1, 9], [0, 10, 12], [1, 11, 12]])
      }
      try set.scan(FoldedText("xyz"), using: &scratch)
      #expect(scratch.hits.isEmpty)
    }
  }

  @Test func aSavedSetFindsTheSame() throws {
    var builder = PatternSetBuilder()
    _ = try builder.add("ab")
    let set = try PatternSet(deserializing: StoredBytes(builder.build().serialize()))
    var scratch = try set.makeScratch()
    try set.scan(FoldedText("xab"), using: &scratch)
    #expect(scratch.hits == [PatternHit(pattern: 0, start: 1, end: 3)])
    #expect(try PatternSet(deserializing: StoredBytes(PatternSet().serialize())).count == 0)
  }

  @Test func aPatternThatScansDoNotLookForIsFoundWhenItIsAskedOf() throws {
    var builder = PatternSetBuilder()
    let (asked, searched) = (builder.add(unchecked: "[a-z]", isSearched: false), builder.add(unchecked: "b"))
    for set in [try builder.build(), try PatternSet(deserializing: StoredBytes(builder.build().serialize()))] {
      var scratch = try set.makeScratch()
      try set.scan(FoldedText("ab"), using: &scratch)
      #expect(scratch.hits.map(\.pattern) == [Int32(searched)])
      try set.find(Int32(asked), in: "Ab", using: &scratch)
      #expect(scratch.hits == [PatternHit(pattern: Int32(asked), start: 1, end: 2)])
      try set.find(Int32(asked), in: "A", using: &scratch)
      #expect(scratch.hits.isEmpty)
    }
  }

  @Test func aPatternThatWasOnlyAskedOfIsLookedForOnceATextIsToBeSearched() throws {
    var builder = PatternSetBuilder()
    let key = builder.key(with: [])
    _ = (builder.add(unchecked: "b", isSearched: false), builder.add(unchecked: "b"))
    #expect(builder.key(with: []) != key)
    let set = try builder.build()
    var scratch = try set.makeScratch()
    try set.scan(FoldedText("ab"), using: &scratch)
    #expect(scratch.hits == [PatternHit(pattern: 0, start: 1, end: 2)])
  }

  @Test(arguments: ["a*", "a?|b", "^", "x{0,3}", "[0-9"])
  func aPatternThatIsOnlyAskedOfMustBeUsableToo(_ regex: String) {
    var builder = PatternSetBuilder()
    _ = builder.add(unchecked: regex, isSearched: false)
    #expect(throws: PatternError.self) { try builder.build() }
    #expect(builder.unusable.map(\.number) == [0])
  }

  @Test(arguments: [
    [], [1, 2, 3], [1, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4],
    [UInt8](repeating: 255, count: 500),
  ])
  func bytesThatAreNoSavedSetAreRefused(_ bytes: [UInt8]) {
    #expect(throws: PatternError.self) { try PatternSet(deserializing: StoredBytes(bytes)) }
  }

  @Test func scratchOfAnotherSetIsRefused() throws {
    var builder = PatternSetBuilder()
    _ = try builder.add("ab")
    let (one, other) = (try builder.build(), try builder.build())
    var scratch = try one.makeScratch()
    do {
      try other.scan(FoldedText("ab"), using: &scratch)
      Issue.record("scanned with another set's scratch")
    } catch {}
  }

  @Test func oneSetServesManyThreads() async throws {
    var builder = PatternSetBuilder()
    _ = try builder.add(#"\d+"#)
    let set = try builder.build()
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var scratch = try set.makeScratch()
          var count = 0
          for _ in 0..<200 {
            try set.scan(FoldedText("1 22 333"), using: &scratch)
            count += scratch.hits.count
          }
          return count
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == [Int](repeating: 600, count: 8))
  }
}
