import Testing

/// What an expression by itself comes to.
@Suite struct EvalTests {
  private static let files = [
    "mini.yaml": Sample.pack.replacing(
      "rules:\n",
      with: "parameters:\n  limit: { 2020-01-01: 160 }\ntables:\n  ends: { DE: 2027-01-31, FR: 2027-02-28 }\nrules:\n"),
    "offer.yaml": """
    channel: sms
    category: marketing
    body: Hello, a special offer! Thank you
    buttons: [{ type: url, text: More, url: "https://a.example" }]
    facts:
      recipient.regions: [FR, DE, US-CA]
      consent.channels: [sms, email]
      consent.record.when: null
      sender.brandNames: [Sun & Co, Moon]

    """,
  ]

  /// An expression and what is printed for it.
  static let values: [(expression: String, printed: String)] = [
    ("length(body)", "33 (a number)"), ("limit", "160 (a number)"), ("limit - length(body)", "127 (a number)"),
    ("share(body, uppercase)", "0.076923 (a number)"), ("count(buttons)", "1 (a number)"),
    ("mentions(text, @thanks)", "1 (a number)"), ("draft.category", "marketing (a word)"),
    ("consent.channels", "[email, sms] (a set of words)"), ("body", "“Hello, a special offer! Thank you” (a text)"),
    ("footer", "none (a text)"), ("sender.brandNames", "[Sun & Co, Moon] (a list of texts)"),
    ("sending.date", "2026-11-22 (a date)"), ("sending.date + 1 month", "2026-12-22 (a date)"),
    ("weekday(sending.date)", "sunday (a word)"), ("consent.record.when", "none (a moment)"),
    ("audience.size", "unknown, depends on audience.size (a number)"),
    ("length(body) / 0", "cannot be computed: this rule divides by zero (a number)"),
    ("recipient.region", "DE: DE (a place)\nFR: FR (a place)\nUS-CA: US-CA (a place)"),
    ("ends[recipient.region]", "DE: 2027-01-31 (a date)\nFR: 2027-02-28 (a date)\nUS-CA: none (a date)"),
    ("length(body) > limit", "no (length(body) is 33, at most 160)"),
  ]

  @Test(arguments: values) func `a value is shown with its type`(_ expression: String, _ printed: String) throws {
    let run = try Program.run(
      ["eval", expression, "--pack", "mini.yaml", "--draft", "offer.yaml", "--as-of", "2026-11-22"],
      in: DraftFolder(Self.files))
    #expect(run.output == printed + "\n", "\(run.errors)")
    #expect(run.status == 0)
  }

  /// What is no value, and a part of what is said.
  static let refused: [(expression: String, says: String)] = [
    ("lenth(body)", "help: did you mean `length`?"), ("[email, sms]", "expected a condition, found a set"),
    ("sending.date - sending.date", "help: compare it with a period, such as `2 days`"),
    ("length(body) + footer", "cannot compute a number `+` a text"),
    ("@thanks", "expected a value or a condition, found `@thanks`"),
  ]

  @Test(arguments: refused) func `what is no value is refused with its place`(_ expression: String, _ says: String)
    throws
  {
    let run = try Program.run(["eval", expression, "--pack", "mini.yaml"], in: DraftFolder(Self.files))
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("<expression>:1:") && run.errors.contains(says), "\(run.errors)")
  }
}
