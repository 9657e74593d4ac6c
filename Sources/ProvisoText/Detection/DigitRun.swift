/// Digits of a text that belong together, with the separators between them left out.
struct DigitRun {
  /// The digits' values, 0 to 9.
  private(set) var digits: [UInt8] = []
  /// Where each group of digits begins in `digits`.
  private(set) var groups: [Int] = []
  /// Where each group stands in the text.
  private(set) var spans: [Range<Int>] = []

  /// Where the run stands in the text.
  var range: Range<Int> { (spans.first?.lowerBound ?? 0)..<(spans.last?.upperBound ?? 0) }

  /// The number that the digits of `range` make; the range holds at most 18.
  func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }

  /// Whether all digits are the same, which satisfies most check digits and identifies nobody.
  var isUniform: Bool { digits.allSatisfy { $0 == digits.first } }
}

extension DetectorText {
  /// The digits from `start` on, in groups divided by up to `width` of the separators; nil if none stand there.
  ///
  /// Whole groups only: reading ends before the group that would make more than `most` digits.
  func digits(at start: Int, separators: StaticString, width: Int = 1, most: Int) -> DigitRun? {
    var run = DigitRun()
    var offset = start
    while isDigit(offset) {
      var end = offset
      while isDigit(end), end - offset <= most { end += 1 }
      guard run.digits.count + end - offset <= most else { break }
      run.append(bytes[offset..<end])
      offset = end
      while offset - end < width, isAny(of: separators, offset) { offset += 1 }
    }
    return run.digits.isEmpty ? nil : run
  }

  private func isAny(of separators: StaticString, _ offset: Int) -> Bool {
    let all = UnsafeBufferPointer(start: separators.utf8Start, count: separators.utf8CodeUnitCount)
    return all.contains(self[offset])
  }
}

extension DigitRun {
  fileprivate mutating func append(_ group: ArraySlice<UInt8>) {
    groups.append(digits.count)
    spans.append(group.startIndex..<group.endIndex)
    digits += group.map { $0 - 0x30 }
  }
}
