import ProvisoModel

@testable import ProvisoReports

extension Sample {
  /// The reports that have golden files.
  static let all: [Sample] = [
    Sample(name: "clean", report: report([draft("drafts/welcome.json", id: "welcome_message", .pass)])),
    Sample(name: "blocked", report: report([blocked])),
    Sample(name: "disguised", report: report([disguised])),
    Sample(name: "regions", report: report([regions])),
    Sample(name: "undetermined", report: report([undetermined])),
    Sample(name: "open-case", report: report([openCase])),
    Sample(name: "undetermined-rules", report: report([undetermined]), options: RenderOptions(showAll: true)),
    Sample(name: "questions", report: report([undetermined, winter, spring])),
    Sample(name: "same-fix", report: report([sameFix])),
    Sample(name: "errors", report: report([], errors: errors)),
    Sample(
      name: "several",
      report: report(
        [
          blocked, draft("drafts/welcome.json", id: "welcome_message", .pass),
          draft("drafts/receipt.json", id: "receipt", .pass, kept: 52, notApplicable: 6), advice, undetermined,
        ],
        errors: errors, overdueSince: CalendarDate(day: 20_700))),
    Sample(
      name: "switched-off",
      report: report(
        [draft("drafts/welcome.json", id: "welcome_message", .pass)],
        switchedOff: ["gdpr.missing-opt-out", "gdpr.retention-undefined"])),
    Sample(name: "advice", report: report([advice])),
    Sample(
      name: "all",
      report: report([
        draft(
          "drafts/welcome.json", .pass,
          [
            result("gdpr.sender-identity", "The sender is named", .pass),
            result("whatsapp.footer-length", "The footer has at most 60 characters", .notApplicable, .warn),
            result(
              "gdpr.retention", "Data are kept too long.", .undetermined, .warn, missing: [["data.retentionDays"]],
              title: "Data are deleted in time"),
          ], kept: 0, notApplicable: 0)
      ]), options: RenderOptions(showAll: true)),
    Sample(name: "no-rules", report: report([draft("drafts/welcome.json", .pass, kept: 0, notApplicable: 0)])),
    Sample(name: "empty", report: report([])),
    Sample(name: "long-line", report: report([longLine])),
    Sample(name: "hostile", report: report([hostile], errors: [hostileError])),
    Sample(name: "not-counted", report: report([notCounted])),
    Sample(name: "mending", report: report([mending])),
    Sample(name: "injecting", report: report([injecting], errors: [injectingError])),
    Sample(name: "narrow", report: report([blocked, undetermined]), options: RenderOptions(width: 48)),
  ]

  static let gdpr = "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
  static let consent = Citation(
    id: "gdpr", title: "Regulation (EU) 2016/679", locator: "art. 6(1)(a)", url: gdpr)
  static let privacy = Citation(
    id: "eprivacy", title: "Directive 2002/58/EC on privacy and electronic communications", locator: "art. 13(1)",
    url: "https://eur-lex.europa.eu/eli/dir/2002/58/oj")
  static let commerce = Citation(
    id: "commerce", title: "WhatsApp Business Messaging Policy", locator: "",
    url: "https://business.whatsapp.com/policy")

  static let sale = """
    {
      "name": "summer_sale",
      "category": "MARKETING",
      "components": [
        { "type": "BODY", "text": "🔥👩‍👩‍👧 Flash sale! Today 50% off, 限定 offer" },
        { "type": "FOOTER", "text": "Lottery tickets at the till" }
      ]
    }
    """

  static let blocked = draft(
    "drafts/summer_sale.json", id: "summer_sale", .block,
    [
      result(
        "gdpr.marketing-without-consent", "This reads as advertising, and no opt-in is recorded for it.",
        reason: "recipient.region is DE; consent.status is none; the body mentions @promotion", regions: ["DE"],
        citations: [privacy, consent],
        at: locations(of: "限定", in: sale) + locations(of: "Flash sale", in: sale) + locations(of: "50% off", in: sale),
        factsUsed: ["recipient.region": "DE", "consent.status": "none"],
        fixes: ["Send it only to people with a recorded opt-in, or take the promotional part out."]),
      result(
        "whatsapp.gambling", "Gambling may be promoted only with written permission of Meta.", .fail, .warn,
        reason: "the footer mentions @gambling", citations: [commerce],
        at: locations(of: "Lottery tickets", in: sale, role: "footer"),
        fixes: ["Leave the lottery out.", "Or ask Meta for permission and declare sender.gambling-permission."],
        confidence: .secondary),
    ])

  static let disguised: DraftReport = {
    let text = "header: Big flash\nbody: Sale of g u n s and 9uns, more g u n s"
    let guns = locations(of: "g u n s", in: text) + locations(of: "9uns", in: text)
    let sale = locations(of: "flash", in: text, role: "header") + locations(of: "Sale", in: text)
    return draft(
      "drafts/guns.yaml", .block,
      [
        result("whatsapp.weapons", "This advertises weapons.", at: guns.map { $0.read(as: "guns") }),
        result("whatsapp.sale", "This advertises.", .fail, .warn, at: sale.map { $0.read(as: "flash sale") }),
      ])
  }()

  static let regions = draft(
    "drafts/newsletter.yaml", .block,
    [
      result(
        "gdpr.opt-out-missing", "Say how to stop these messages.", reason: "text does not mention @opt-out-offer",
        regions: ["AT", "BE", "DE", "DK", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LU", "NL", "PL"],
        citations: [consent], fixes: ["Add for example: Reply STOP to unsubscribe."]),
      result(
        "can-spam.postal-address", "A commercial e-mail needs a postal address.", .fail, .block,
        reason: "recipient.region is US; sender.postal-address is absent", regions: ["US"]),
      result(
        "lgpd.opt-out-missing", "Say how to stop these messages, in Portuguese.", .fail, .warn,
        regions: ["BR", "CV", "MZ", "PT"]),
    ])

  static let undetermined = draft(
    "drafts/autumn.json", id: "autumn", .needsFacts, openResults(suspected: true), questions: questions(weight: 6),
    kept: 20, notApplicable: 35)

  /// Two more drafts that wait for the same, and for something else.
  static let winter = draft(
    "drafts/winter.json", .needsFacts, openResults(suspected: false), questions: questions(weight: 5))
  static let spring = draft(
    "drafts/spring.json", .needsFacts,
    [
      result(
        "security.webhook-signatures", "Webhooks are taken from anybody.", .undetermined,
        missing: [["security.webhookSignatureVerified"]], title: "Webhooks are signed")
    ],
    questions: [
      Question(
        path: "security.webhookSignatureVerified", text: "Are webhooks verified?", answers: ["yes", "no"],
        rules: ["security.webhook-signatures"], scope: .organisation, weight: 90)
    ])

  private static func openResults(suspected: Bool) -> [RuleResult] {
    var marketing = result(
      "gdpr.marketing-without-consent", "This reads as advertising, and no opt-in is recorded for it.", .undetermined,
      reason: suspected ? "text says “Flash sale”" : "it depends on consent.status", regions: ["DE", "FR"],
      citations: [consent], at: suspected ? locations(of: "Flash sale", in: sale) : [],
      missing: [["consent.status"], ["draft.purpose", "recipient.age"]], fixes: ["Ask for consent."],
      title: "Marketing needs consent given beforehand")
    marketing.isSuspected = suspected
    return [
      marketing,
      result(
        "tcpa.quiet-hours", "It is sent at night.", .undetermined, .warn, missing: [["send.time"]],
        title: "Nothing is sent at night"),
      result(
        "lgpd.children", "Advertising may not be aimed at children.", .undetermined, .warn,
        missing: [["recipient.age"]], title: "No advertising is aimed at children"),
    ]
  }

  private static func questions(weight: Int) -> [Question] {
    [
      Question(
        path: "recipient.regions", text: "Where are the recipients?",
        answers: ["AT", "BE", "BR", "CA", "DE", "FR", "US", "ZA"],
        rules: ["gdpr.marketing-without-consent", "lgpd.children", "tcpa.quiet-hours"], weight: weight),
      Question(
        path: "consent.status", text: "How did the recipients agree to get this message?",
        answers: ["none", "given", "explicit", "soft-opt-in"],
        rules: ["gdpr.marketing-without-consent", "lgpd.children"], weight: weight - 1),
      Question(
        path: "recipient.age", text: "How old is the youngest recipient?", answers: [], rules: ["lgpd.children"],
        weight: weight - 2),
      Question(
        path: "send.time", text: "At what time is it sent?", answers: [], rules: ["tcpa.quiet-hours"],
        weight: weight - 3),
      Question(
        path: "draft.purpose", text: "What is it for?", answers: ["promotion", "newsletter"],
        rules: ["gdpr.marketing-without-consent"], weight: weight - 4),
      Question(
        path: "sender.country", text: "Where is the sender?", answers: [], rules: ["gdpr.marketing-without-consent"],
        scope: .organisation, weight: weight - 5),
    ]
  }

  /// The same line mends three rules; a fourth says something else of the same place, a fifth the same of another.
  static let sameFix: DraftReport = {
    let found = locations(of: "Flash sale", in: sale)
    let line = Remedy(applicability: .safe, changes: [.append(.footer, TextInLanguages(["en": "Reply STOP"]))])
    func missing(_ id: String, _ level: Level, _ citation: Citation, at places: [TextLocation]) -> RuleResult {
      var result = result(
        id, "Nothing says how to stop.", .fail, level, citations: [citation], at: places, fixes: ["\(id): add a line."])
      result.remedy = line
      return result
    }
    return draft(
      "drafts/summer_sale.json", .block,
      [
        missing("gdpr.missing-opt-out", .block, consent, at: found),
        result("gdpr.no-consent", "Nobody agreed.", at: found, fixes: ["Ask them."]),
        missing("whatsapp.opt-out", .warn, commerce, at: locations(of: "sale! Today", in: sale)),
        missing("whatsapp.footer", .advice, commerce, at: []),
        result(
          "whatsapp.lottery", "It is a lottery.", .fail, .warn, at: locations(of: "Lottery", in: sale),
          fixes: ["Ask them."]),
      ])
  }()

  static let openCase: DraftReport = {
    var broken = result(
      "gdpr.marketing-without-consent", "Marketing needs consent given beforehand", .fail, .warn,
      reason: "recipient.region is IT; consent.status is none", regions: ["IT"], citations: [consent],
      missing: [["recipient.type"]], fixes: ["Send it only to people with a recorded opt-in."])
    broken.openCases = [
      OpenCase(
        level: .warn, condition: "recipient.type is company",
        messages: ["Whether companies must opt in depends on the country."]),
      OpenCase(level: .block, condition: "recipient.type is consumer", messages: ["No opt-in is recorded."]),
    ]
    var either = result("shop.terms", "Terms are shown", reason: "text mentions @discount")
    either.openCases = [OpenCase(level: .block, condition: nil, messages: ["No terms.", "No end."])]
    var graver = result("shop.price", "A price is said to be what it is.", .fail, .advice, missing: [["a", "b"]])
    graver.openCases = [
      OpenCase(level: .advice, condition: nil, messages: []), OpenCase(level: .warn, condition: nil, messages: []),
    ]
    let open = result(
      "gdpr.marketing-without-consent", "Marketing needs consent given beforehand", .undetermined,
      reason: "it depends on recipient.type", regions: ["IT"], citations: [consent], missing: [["recipient.type"]])
    return draft(
      "drafts/offerta.yaml", .block, [either, broken, graver, open],
      questions: [
        Question(
          path: "recipient.type", text: "Are the recipients private people or companies?",
          answers: ["consumer", "company"], rules: ["gdpr.marketing-without-consent"])
      ])
  }()

  static let advice = draft(
    "drafts/reminder.json", id: "reminder", .pass,
    [
      result(
        "common.exclamation-marks", "Many exclamation marks look like spam.", .fail, .advice,
        at: locations(of: "!!!", in: "body: Your appointment is tomorrow!!!\n"), fixes: ["One is enough."])
    ])

  static let errors = [
    InputError(
      code: "json.syntax", path: "drafts/broken.json", line: 3, column: 14, message: "expected `,` or `}`, found `:`",
      drawing: """
        drafts/broken.json:3:14: error: expected `,` or `}`, found `:` [json.syntax]
          3 |   "body": "a": "b"
            |              ^
        """),
    InputError(
      code: "input.not-found", path: "drafts/missing.json", message: "no such file", drawing: "no such file"),
  ]

  static let longLine: DraftReport = {
    let filler = String(repeating: "Lorem ipsum dolor sit amet ", count: 40)
    let text = "{\"body\": \"\(filler)guaranteed win \(filler)free prize\(filler)\"}"
    let prizes = locations(of: "guaranteed win", in: text) + locations(of: "free prize", in: text)
    return draft(
      "drafts/min.json", .warn,
      [
        result("whatsapp.lottery", "This promises a prize.", .fail, .warn, at: prizes),
        result("whatsapp.filler", "This is filler text.", .fail, .advice, at: locations(of: "dolor", in: text)),
      ])
  }()

  static let hostile: DraftReport = {
    let text = "Hi\u{1B}]0;owned\u{7}\t\u{1B}[2J\u{9B}31m evil\u{202E}live\u{200B} offer\u{0} now\r"
    return draft(
      "drafts/\u{1B}[31mevil\n.json", id: "na\u{9D}me", .block,
      [
        result(
          "x.\u{1B}[0m", "Message\u{1B}[5m with\n\nline breaks\u{2028}and \"quotes\".", .fail, .block,
          reason: "body is \u{8}\u{8}\u{8}", regions: ["D\u{1B}E"],
          citations: [Citation(id: "c", title: "Law\u{7}", locator: "§\u{1B} 1", url: "https://e.example/\u{1B}\\x")],
          at: locations(of: "offer", in: text) + locations(of: "evil\u{202E}live", in: text),
          factsUsed: ["body\u{1F}": "\u{1B}"], fixes: ["Do\u{1B}cnot."])
      ],
      questions: [Question(path: "a\u{1B}b", text: "What?\u{1B}[A", answers: ["\u{1B}"], rules: [])])
  }()

  static let notCounted: DraftReport = {
    var suppressed = result(
      "gdpr.marketing-without-consent", "This reads as advertising, and no opt-in is recorded for it.",
      reason: "consent.status is none", regions: ["DE"], at: locations(of: "Flash sale", in: sale))
    suppressed.suppression = Suppression(
      kind: .external, reason: "The list was checked by hand.", owner: "Ana", expires: CalendarDate(day: 20_819))
    var marked = result("whatsapp.gambling", "Gambling needs permission.", .fail, .warn)
    marked.suppression = Suppression(
      kind: .inSource, reason: "Permission\n  was given.", owner: nil, expires: CalendarDate(day: 20_820))
    var old = result("whatsapp.emoji", "Emoji in the header.", .fail, .advice, at: locations(of: "Today", in: sale))
    old.baselineState = .unchanged
    var new = result("whatsapp.capitals", "Most of it is in capitals.", .fail, .warn)
    new.baselineState = .new
    var open = result(
      "lgpd.children", "It goes to children.", .undetermined, missing: [["recipient.age"]],
      title: "Nothing for children")
    open.baselineState = .unchanged
    return draft("drafts/summer_sale.json", id: "summer_sale", .warn, [suppressed, marked, old, new, open])
  }()

  static let mending: DraftReport = {
    let text = "body: Flash sale\nfooter: Bye\n"
    func fixed(_ name: String, _ applicability: Fix.Applicability, _ edits: [Edit]) -> RuleResult {
      var result = result(name, "Say how to stop these messages.", at: locations(of: "Flash", in: text))
      result.fixes = [Fix(advice: "Add `Reply STOP`.", applicability: applicability, edits: edits)]
      return result
    }
    var end = locations(of: "Bye", in: text, role: "footer")[0]
    let replacing = Edit(location: end, newText: "Reply STOP to unsubscribe")
    (end.line, end.column, end.endLine, end.endColumn) = (3, 1, 3, 1)
    (end.byteOffset, end.byteLength, end.charOffset, end.charLength) = (29, 0, 29, 0)
    (end.utf16Offset, end.utf16Length, end.matched, end.lineText) = (29, 0, "", "")
    let adding = Edit(location: end, newText: "preheader: \"Hi\"\n")
    return draft(
      "./drafts/my sale/50% {off}.yaml", .block,
      [
        fixed("whatsapp.opt-out", .safe, [replacing]), fixed("whatsapp.preheader", .suggested, [replacing, adding]),
        fixed("whatsapp.by-hand", .manual, []),
      ])
  }()

  /// What formats and sites take for marks of their own.
  static let injection = """
    </details></failure> ]]> <b>&amp;</b> & 'a' "b" | `c` *d* _e_ ~~f~~ [g](http://h.example) ![i](j) @team #12 !3
    $4 ~5 %6 GH-7 www.k.example https://l.example m@n.example ::error file=o,line=1::p ##[error]q %0A %25 {0} {{1}} \\ <!-- r
    ::stop-commands::s
    # t
    """

  static let injecting: DraftReport = {
    let text = "body: ::error::<b>\n"
    return draft(
      "drafts/a,b:c %|`@x`<i>.json", id: injection, .block,
      [
        result(
          "x.a:b,c%", injection, reason: injection, regions: [injection],
          citations: [
            Citation(id: injection, title: injection, locator: injection, url: "https://e.example/?a=(b)>[c]|`d`\n%20"),
            Citation(id: "e", title: "", locator: "", url: "javascript:alert(1)"),
            Citation(id: "f", title: "F", locator: "", url: "https://e.example/%zz"),
          ], at: locations(of: "::error::<b>", in: text, role: injection, pointer: injection), fixes: [injection])
      ],
      questions: [Question(path: injection, text: injection, answers: [injection], rules: [injection])])
  }()

  static let injectingError = InputError(
    code: injection, path: injection, line: 1, column: 1, message: injection, drawing: injection)

  static let hostileError = InputError(
    code: "x", path: "a\u{1B}[1mb", line: 1, column: 1, message: "found `\u{1B}[2J`",
    drawing: "a:1:1: error: found `\u{1B}[2J`\n  1 | \u{1B}[2J\u{9B}\n    | ^")
}

extension TextLocation {
  /// The same place, found only in disguise.
  fileprivate func read(as reading: String) -> TextLocation {
    var location = self
    location.readAs = reading
    return location
  }
}
