extension Detector {
  /// Payment cards: 13 to 19 digits in the usual groups, of a known issuer, with a right check digit.
  ///
  /// Numbers introduced as something else (an order, a shipment, a device) do not count.
  public static let cardNumber = Detector(name: "card-number", candidates: [#"\d(?:[ -]?\d){12,}"#]) {
    text, candidate in
    // Longer runs are payment slips and invoice keys.
    guard let run = text.digits(at: candidate.lowerBound, separators: " -", most: 32), run.digits.count < 32,
      text.standsAlone(run.range)
    else { return nil }
    let introduction = max(0, run.range.lowerBound - 24)..<run.range.lowerBound
    if text.hasWord(startingWith: otherNumbers, in: introduction) { return nil }
    return CardIssuer.range(in: run)
  }

  private static let otherNumbers: [StaticString] = [
    "imei", "order", "pedido", "tracking", "sendung", "bestell", "rastre", "commande", "ordine", "invoice", "factura",
    "fatura", "rechnung", "boleto", "ticket",
  ]
}

/// The numbers that card issuers give out.
private enum CardIssuer {
  /// First and last leading digits, and the lengths that go with them.
  private static let ranges: [(first: Int, last: Int, width: Int, lengths: ClosedRange<Int>)] = [
    (4, 4, 1, 13...13), (4, 4, 1, 16...16), (4, 4, 1, 19...19), (34, 34, 2, 15...15), (37, 37, 2, 15...15),
    (51, 55, 2, 16...16), (2221, 2720, 4, 16...16), (6011, 6011, 4, 16...19), (644, 659, 3, 16...19),
    (300, 305, 3, 14...19), (36, 36, 2, 14...19), (38, 39, 2, 16...19), (3528, 3589, 4, 16...19),
    (62, 62, 2, 16...19), (50, 50, 2, 13...19), (56, 58, 2, 13...19), (6304, 6304, 4, 13...19),
    (67, 67, 2, 13...19), (606282, 606282, 6, 16...16), (627780, 627780, 6, 16...16), (636297, 636368, 6, 16...16),
  ]

  /// The first card among the groups of a run: the whole, or some groups when other digits stand beside it.
  static func range(in run: DigitRun) -> Range<Int>? {
    let ends = Array(run.groups.dropFirst()) + [run.digits.count]
    for (first, start) in run.groups.enumerated() {
      for last in (first..<ends.count).reversed() where isCard(run, start..<ends[last], groups: first...last) {
        return run.spans[first].lowerBound..<run.spans[last].upperBound
      }
    }
    return nil
  }

  private static func isCard(_ run: DigitRun, _ range: Range<Int>, groups: ClosedRange<Int>) -> Bool {
    guard 13...19 ~= range.count else { return false }
    // Cards are grouped by four or more; only the last group may be shorter.
    guard groups.dropLast().allSatisfy({ run.spans[$0].count >= 4 }) else { return false }
    let isIssued = ranges.contains { issuer in
      let leading = run.number(range.lowerBound..<range.lowerBound + issuer.width)
      return issuer.lengths.contains(range.count) && issuer.first...issuer.last ~= leading
    }
    return isIssued && CheckDigits.satisfiesLuhn(run.digits[range])
  }
}
