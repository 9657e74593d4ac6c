import ProvisoModel

extension Sample {
  static let places = PlaceTable(
    parts: ["EU": ["AT", "DE", "FR"], "BR": [], "JP": [], "MX": [], "US": ["US-CA", "US-NY", "US-TX", "US-WA"]],
    names: [
      "EU": "European Union", "AT": "Austria", "DE": "Germany", "FR": "France", "BR": "Brazil", "JP": "Japan",
      "MX": "Mexico", "US": "United States", "US-CA": "California", "US-NY": "New York",
    ])

  static func matrix(_ report: DraftReport, grouped: Bool = true) -> Matrix {
    Matrix(report, date: asOf, places: places.leaves, in: places, grouped: grouped)
  }

  static func matrices(
    _ matrices: [Matrix], errors: [InputError] = [], overdueSince: CalendarDate? = nil
  ) -> MatrixReport {
    let report = report([], errors: errors, overdueSince: overdueSince)
    return MatrixReport(toolVersion: report.toolVersion, packs: report.packs, matrices: matrices, errors: errors)
  }

  /// A draft that is blocked here, open there, and has something to mend everywhere.
  static let worldwide: DraftReport = {
    let found = locations(of: "Flash sale", in: sale)
    return draft(
      "drafts/summer_sale.json", id: "summer_sale", .block,
      [
        result(
          "gdpr.marketing-without-consent", "This reads as advertising, and no opt-in is recorded for it.",
          reason: "consent.status is none", regions: ["AT", "DE", "FR"], citations: [privacy, consent], at: found,
          fixes: ["Send it only to people with a recorded opt-in."]),
        result(
          "gdpr.child-consent-age", "The list can hold young people.", .fail, .warn, regions: ["DE", "MX"],
          confidence: .unverified),
        result(
          "whatsapp.opt-out", "Nothing tells people how to stop.", .fail, .warn, citations: [commerce],
          fixes: ["Add a button to stop."]),
        result("whatsapp.tone", "It shouts.", .fail, .advice, regions: ["BR"]),
        result(
          "ccpa.notice", "Californians are told about their choice.", .undetermined, .block, regions: ["US-CA"],
          missing: [["sender.ccpaCovered"], ["data.sharedWith", "recipient.ageGroup"]]),
        result("whatsapp.purpose", "The purpose fits.", .undetermined, .warn, missing: [["draft.purpose"]]),
      ],
      questions: [
        Question(
          path: "draft.purpose", text: "What is the message for?", answers: ["promotion", "newsletter"],
          rules: ["whatsapp.purpose"]),
        Question(
          path: "sender.ccpaCovered", text: "Does the Californian privacy law cover your company?",
          answers: ["yes", "no"], rules: ["ccpa.notice"]),
        Question(path: "data.sharedWith", text: "Who else gets the data?", answers: [], rules: ["ccpa.notice"]),
        Question(
          path: "recipient.ageGroup", text: "How old are the recipients?", answers: ["adult", "minor"],
          rules: ["ccpa.notice"]),
      ])
  }()

  /// The matrices that have golden files.
  static let allMatrices: [(name: String, report: MatrixReport)] = [
    ("matrix", matrices([matrix(worldwide)])),
    ("matrix-each", matrices([matrix(worldwide, grouped: false)])),
    ("matrix-clean", matrices([matrix(draft("drafts/welcome.json", .pass))])),
    (
      "matrix-several",
      matrices(
        [matrix(worldwide), matrix(draft("drafts/welcome.json", .pass))], errors: errors,
        overdueSince: CalendarDate(day: 20_700))
    ),
    ("matrix-empty", matrices([])),
    ("matrix-hostile", matrices([matrix(hostile)], errors: [hostileError])),
  ]
}
