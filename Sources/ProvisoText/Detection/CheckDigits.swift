/// The check digits that several kinds of number share.
enum CheckDigits {
  /// The Luhn formula of card numbers.
  static func satisfiesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index % 2 == 0 ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum % 10 == 0
  }

  /// The weighted sum modulo 11 of Brazilian numbers: the weights rise from 2 at the right and start again after
  /// `highest`.
  static func brazilian(_ values: ArraySlice<UInt8>, highest: Int) -> UInt8 {
    var sum = 0
    for (index, value) in values.reversed().enumerated() { sum += Int(value) * (2 + index % (highest - 1)) }
    let rest = sum % 11
    return rest < 2 ? 0 : UInt8(11 - rest)
  }

  /// ISO 7064 MOD 11,10: the last digit checks those before it.
  static func satisfiesMod11And10(_ digits: [UInt8]) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      let sum = (Int(digit) + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return digits.last.map { (11 - product) % 10 == Int($0) } ?? false
  }
}
