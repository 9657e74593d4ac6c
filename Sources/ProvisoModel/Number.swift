/// A decimal number with six fractional digits, which is what policies compute with.
///
/// Every operation is exact or fails; nothing wraps and nothing is rounded behind the reader's back, except a
/// division, which is cut off after the sixth digit.
public struct Number: Hashable, Sendable, Comparable, BitwiseCopyable {
  /// How many units make one.
  static let scale: Int64 = 1_000_000
  /// The value in millionths.
  package let units: Int64

  private init(units: Int64) { self.units = units }

  /// A whole number; nil beyond ±9 223 372 036 854.
  public init?(exactly whole: Int) {
    let (units, overflow) = Int64(whole).multipliedReportingOverflow(by: Number.scale)
    guard !overflow else { return nil }
    self.units = units
  }

  /// A whole number, held to the largest representable one; for counts and lengths, which are never that large.
  public init(_ whole: Int) {
    self = Number(exactly: whole) ?? Number(units: whole < 0 ? .min : .max)
  }

  /// Reads `-12.5`, `3`, `0.000001`; nil for anything else, for more than six fractional digits, and out of range.
  public init?(_ text: some StringProtocol) {
    var digits = Substring(text)
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard !fraction.isEmpty, fraction.utf8.count <= 6, fraction.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    let padded = fraction + String(repeating: "0", count: 6 - fraction.utf8.count)
    guard let units = Int64((isNegative ? "-" : "") + whole + padded) else { return nil }
    self.units = units
  }

  /// One hundredth of the value; nil when it needs a seventh fractional digit.
  public var percent: Number? {
    units % 100 == 0 ? Number(units: units / 100) : nil
  }

  /// The ratio of two counts, cut off after the sixth digit; zero when `whole` is zero.
  public static func ratio(_ part: Int, of whole: Int) -> Number {
    whole == 0 ? Number(units: 0) : Number(units: Int64(part) * scale / Int64(whole))
  }

  /// The whole part, towards zero.
  public var wholePart: Int { Int(units / Number.scale) }

  /// The sum; nil on overflow.
  public func adding(_ other: Number) -> Number? { Number(units.addingReportingOverflow(other.units)) }
  /// The difference; nil on overflow.
  public func subtracting(_ other: Number) -> Number? { Number(units.subtractingReportingOverflow(other.units)) }

  /// The product; nil on overflow, or when it needs more than six fractional digits.
  public func multiplied(by other: Number) -> Number? {
    // The product of two scaled values is scaled twice.
    let product = units.magnitude.multipliedFullWidth(by: other.units.magnitude)
    let quotient = Number.quotient(product, by: Number.scale.magnitude, isNegative: (units < 0) != (other.units < 0))
    return quotient.flatMap { $0.isExact ? $0.number : nil }
  }

  /// The quotient, cut off after the sixth digit; nil when `other` is zero, and on overflow.
  public func divided(by other: Number) -> Number? {
    // The quotient of two scaled values has lost its scale.
    let scaled = units.magnitude.multipliedFullWidth(by: Number.scale.magnitude)
    return Number.quotient(scaled, by: other.units.magnitude, isNegative: (units < 0) != (other.units < 0))?.number
  }

  /// Divides a product that may be twice as wide as a number; nil when the quotient is not representable.
  private static func quotient(
    _ product: (high: UInt64, low: UInt64), by divisor: UInt64, isNegative: Bool
  ) -> (number: Number, isExact: Bool)? {
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    guard quotient <= (isNegative ? Int64.min : Int64.max).magnitude else { return nil }
    return (Number(units: Int64(truncatingIfNeeded: isNegative ? 0 &- quotient : quotient)), remainder == 0)
  }

  private init?(_ result: (partialValue: Int64, overflow: Bool)) {
    guard !result.overflow else { return nil }
    units = result.partialValue
  }

  /// Orders by value.
  public static func < (left: Number, right: Number) -> Bool { left.units < right.units }

  /// The next larger representable value, if there is one.
  public var successor: Number? { Number(units.addingReportingOverflow(1)) }
  /// The next smaller representable value, if there is one.
  public var predecessor: Number? { Number(units.subtractingReportingOverflow(1)) }
}

extension Number: CustomStringConvertible {
  /// The shortest decimal notation: `12`, `-0.5`.
  public var description: String {
    let magnitude = units.magnitude
    let whole = magnitude / UInt64(Number.scale)
    var fraction = String(magnitude % UInt64(Number.scale) + UInt64(Number.scale)).dropFirst()
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return (units < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
