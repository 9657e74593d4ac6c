import ProvisoModel
import Testing

@Suite struct NumberTests {
  /// The largest and the smallest number there are.
  static let most = "9223372036854.775807"
  static let least = "-9223372036854.775808"

  static let printed: [(String, String)] = [
    ("0", "0"), ("-0", "0"), ("7", "7"), ("007", "7"), ("-12.5", "-12.5"), ("2.500000", "2.5"),
    ("0.000001", "0.000001"),
    ("-0.5", "-0.5"), ("1.0", "1"), (most, most), (least, least),
  ]

  @Test(arguments: printed) func isPrintedInTheShortestNotation(_ source: String, _ expected: String) {
    #expect(Number(source)?.description == expected)
  }

  static let refused = [
    "", "-", ".", "1.", ".5", "-.5", "+1", "--1", "1-", "1e3", "0x10", "1,5", "1.2.3", " 1", "1 ", "1.0000000", "٣",
    "½", "1٫5",
    "9223372036854.775808", "-9223372036854.775809", "99999999999999999999", String(repeating: "9", count: 10_000),
  ]

  @Test(arguments: refused) func refusesWhatIsNoNumberOrOutOfRange(_ source: String) {
    #expect(Number(source) == nil)
  }

  @Test func wholeNumbersAreExactOrHeldAtTheEnds() {
    #expect(Number(exactly: 9_223_372_036_854)?.description == "9223372036854")
    #expect(Number(exactly: 9_223_372_036_855) == nil)
    #expect(Number(exactly: -9_223_372_036_855) == nil)
    #expect(Number(.max).description == NumberTests.most)
    #expect(Number(.min).description == NumberTests.least)
    #expect(Number(12).wholePart == 12)
    #expect(Number("-12.9")?.wholePart == -12)
  }

  /// Left side, sign, right side, result; nil where there is none.
  static let results: [(String, String, String, String?)] = [
    ("0.1", "+", "0.2", "0.3"), ("1", "-", "1.5", "-0.5"),
    (most, "+", "0", most), (most, "+", "0.000001", nil), (least, "-", "0.000001", nil),
    (least, "+", most, "-0.000001"),
    ("0", "-", least, nil), ("0", "-", most, "-9223372036854.775807"),
    ("1.5", "*", "1.5", "2.25"), ("-2", "*", "3", "-6"), ("-2", "*", "-3", "6"), ("0", "*", "-3", "0"),
    ("0.001", "*", "0.001", "0.000001"), ("0.001", "*", "0.0001", nil), ("0.000001", "*", "0.5", nil),
    (most, "*", "1", most), (least, "*", "1", least), (most, "*", "-1", "-9223372036854.775807"),
    (least, "*", "-1", nil),
    (least, "*", "-0.5", "4611686018427.387904"), (most, "*", "0", "0"), (most, "*", "2", nil), (least, "*", "2", nil),
    (least, "*", least, nil), (most, "*", most, nil), ("4611686018427.387904", "*", "-2", least),
    ("4611686018427.387904", "*", "2", nil), ("3037000.499976", "*", "3037000.499976", nil),
    ("3000000", "*", "3000000", "9000000000000"), ("3037001", "*", "3037001", nil),
    ("1", "/", "3", "0.333333"), ("-1", "/", "3", "-0.333333"), ("2", "/", "-3", "-0.666666"), ("0", "/", "-5", "0"),
    ("6", "/", "0.000002", "3000000"), ("10000000", "/", "2", "5000000"), (most, "/", "1", most),
    (least, "/", "1", least),
    (least, "/", "-1", nil), (least, "/", "-2", "4611686018427.387904"), (most, "/", "0.5", nil),
    (most, "/", most, "1"),
    (least, "/", most, "-1"), ("1", "/", "0", nil), ("0", "/", "0", nil), ("0.000001", "/", least, "0"),
  ]

  @Test(arguments: results) func computesExactlyOrNotAtAll(
    _ left: String, _ sign: String, _ right: String, _ expected: String?
  )
    throws
  {
    let (left, right) = (try #require(Number(left)), try #require(Number(right)))
    let result =
      switch sign {
      case "+": left.adding(right)
      case "-": left.subtracting(right)
      case "*": left.multiplied(by: right)
      default: left.divided(by: right)
      }
    #expect(result?.description == expected)
  }

  @Test func percentagesAndRatiosAreCutOffNowhereButAtTheSixthDigit() throws {
    #expect(try #require(Number("30")).percent?.description == "0.3")
    #expect(try #require(Number("0.0001")).percent?.description == "0.000001")
    #expect(try #require(Number("0.00001")).percent == nil)
    #expect(Number.ratio(1, of: 3).description == "0.333333")
    #expect(Number.ratio(3, of: 0) == Number(0))
  }

  @Test func orderIsByValueAndNeighboursAreOneMillionthAway() throws {
    let half = try #require(Number("0.5"))
    #expect(half < Number(1) && Number(-1) < half)
    #expect(half.successor?.description == "0.500001")
    #expect(half.predecessor?.description == "0.499999")
    #expect(Number(NumberTests.most)?.successor == nil)
    #expect(Number(NumberTests.least)?.predecessor == nil)
  }
}
