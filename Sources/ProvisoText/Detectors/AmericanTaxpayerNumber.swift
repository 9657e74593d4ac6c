extension Detector {
  /// Individual taxpayer numbers of the United States: like social security numbers, beginning with 9.
  public static let americanTaxpayerNumber = Detector(
    name: "us-itin", candidates: [#"\b9\d{2}-\d{2}-\d{4}"#]
  ) { text, candidate in
    guard let run = text.digits(at: candidate.lowerBound, separators: "-", most: 9), run.groups == [0, 3, 5],
      run.digits.count == 9, text.standsAlone(run.range)
    else { return nil }
    switch run.number(3..<5) {
    case 50...65, 70...88, 90...92, 94...99: return run.range
    default: return nil
    }
  }
}
