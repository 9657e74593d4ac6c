import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct EmailTests {
  static let newsletter = [
    "From: =?utf-8?Q?Caf=C3=A9_M=C3=BCller?= <News@Shop.example>",
    "To: Ana <ana@example.com>, \"B, C\" <bc@example.com>",
    "Cc: d@example.com",
    "Reply-To: help@shop.example",
    "Subject: =?UTF-8?Q?Oferta_rel=C3=A2mpago?=",
    " =?UTF-8?B?OiA0MCUgb2Zm?= hoje",
    "List-Unsubscribe: <mailto:u@shop.example>, <https://shop.example/u>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=\"=_mixed\"",
    "",
    "This is a message in MIME format.",
    "--=_mixed",
    "Content-Type: multipart/alternative;",
    "  boundary=alt",
    "",
    "--alt",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "Plain {{name}}",
    "--alt",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "<p style=3D\"color: red\">S=C3=B3 hoje, {{name}}: 40% de des=",
    "conto!</p><a href=3D\"https://shop.example/?a=3D1&amp;b=3D2\">Ver mais</a>",
    "<img src=3D\"x.png\" alt=3D\"Flor &amp; mel\">",
    "--alt--",
    "--=_mixed",
    "Content-Type: text/plain; name=a.txt",
    "Content-Disposition: attachment; filename=a.txt",
    "",
    "not read",
    "--=_mixed--",
    "",
  ].joined(separator: "\r\n")

  @Test func htmlIsTakenBeforePlainText() throws {
    let draft = try #require(read(Self.newsletter).only)
    #expect(
      draft.texts == [
        "subject: Oferta relâmpago: 40% off hoje", "body: Só hoje, {{name}}: 40% de desconto!\n\nVer mais",
        "button: Ver mais", "alt: Flor & mel",
      ])
    #expect(draft.buttonList == ["url | Ver mais | https://shop.example/?a=1&b=2"])
    #expect(draft.segments[1].placeholders.map(\.name) == ["name"])
  }

  static let places: [(String, String)] = [
    ("Oferta", "5:20 Oferta"), ("relâmpago", "5:27 rel=C3=A2mpago"), ("hoje", "6:27 hoje"), ("Só", "25:25 S=C3=B3"),
    ("desconto", "25:56 des=\r\nconto"), ("Flor & mel", "27:27 Flor &amp; mel"),
  ]

  @Test(arguments: places) func placesGoThroughTheEncodings(_ needle: String, _ place: String) throws {
    #expect(try #require(read(Self.newsletter).only).place(of: needle) == place)
  }

  static let facts: [(String, String?)] = [
    ("draft.channel", "email"), ("draft.kind", "email"), ("draft.headerFormat", "none"),
    ("draft.visibleRecipients", "3"),
    ("email.subject", "Oferta relâmpago: 40% off hoje"), ("email.fromName", "Café Müller"),
    ("email.fromDomain", "shop.example"), ("email.replyTo", "help@shop.example"),
    ("optOut.listUnsubscribeHeader", "yes"), ("optOut.oneClickRfc8058", "yes"), ("draft.category", nil),
  ]

  @Test(arguments: facts) func headersShowFacts(_ path: String, _ value: String?) throws {
    #expect(try #require(read(Self.newsletter).only).fact(path) == value)
  }

  static let bareFacts: [(String, String?)] = [
    ("draft.visibleRecipients", "0"), ("email.fromName", "null"), ("email.fromDomain", "b.example"),
    ("email.replyTo", "null"), ("email.subject", nil), ("optOut.listUnsubscribeHeader", "no"),
    ("optOut.oneClickRfc8058", "no"),
  ]

  @Test(arguments: bareFacts) func whatAHeaderLacksIsSaid(_ path: String, _ value: String?) throws {
    let draft = try #require(read("From: a@B.example\nTo: undisclosed-recipients:;\n\nHi").only)
    #expect(draft.fact(path) == value)
  }

  struct PartCase: Sendable {
    let headers: String
    let body: [UInt8]
    let texts: [String]
  }

  static let parts: [PartCase] = [
    .init(headers: "", body: Array("Só".utf8), texts: ["body: Só"]),
    .init(headers: "Content-Type: text/plain; charset=us-ascii", body: Array("Só".utf8), texts: ["body: Só"]),
    .init(
      headers: "Content-Type: text/plain; charset=ISO-8859-1", body: [0x53, 0xF3, 0x20, 0x80], texts: ["body: Só €"]),
    .init(headers: "Content-Type: text/plain; charset=\"iso-8859-15\"", body: [0xA4, 0x35], texts: ["body: €5"]),
    .init(headers: "Content-Type: text/plain; charset=windows-1252", body: [0x93, 0x41, 0x94], texts: ["body: “A”"]),
    .init(
      headers: "Content-Transfer-Encoding: base64", body: Array("NDAlIG9m\r\nZiBob2plIPCfkZc=\r\n".utf8),
      texts: ["body: 40% off hoje 👗"]),
    .init(
      headers: "Content-Transfer-Encoding: Quoted-Printable", body: Array("100=25 = a =ZZ b=  \r\nc".utf8),
      texts: ["body: 100% = a =ZZ bc"]),
    .init(
      headers: "Content-Type: multipart/alternative; boundary=x",
      body: Array("--x\r\n\r\nPlain\r\n--x\r\nContent-Type: text/calendar\r\n\r\nBEGIN\r\n--x--".utf8),
      texts: ["body: Plain"]),
    .init(
      headers: "Content-Type: multipart/related; boundary=x",
      body: Array("--x\r\n\r\nOne\r\n--x\r\n\r\nTwo\r\n--x\r\nContent-Type: image/png\r\n\r\nPNG".utf8),
      texts: ["body: One", "body: Two"]),
    .init(headers: "X-Empty: 1", body: [], texts: []),
  ]

  @Test(arguments: parts) func readsAPart(_ part: PartCase) throws {
    let headers = "From: a@b.example\r\nMIME-Version: 1.0\r\n\(part.headers)\(part.headers.isEmpty ? "" : "\r\n")\r\n"
    let draft = try #require(read(Array(headers.utf8) + part.body).only)
    #expect(draft.texts == part.texts)
  }

  @Test func aTextInBase64IsPlacedByItsGroups() throws {
    let text = "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nNDAlIG9mZiBo\nb2plIPCfkZc=\n"
    let draft = try #require(read(text).only)
    #expect(draft.place(of: "40%") == "4:1 NDAl")
    #expect(draft.place(of: "off") == "4:5 IG9mZiBo")
    #expect(draft.place(of: "👗") == "5:5 IPCfkZc")
  }

  struct SubjectCase: Sendable {
    let field: String
    let subject: String
  }

  static let subjects: [SubjectCase] = [
    .init(field: "Plain =? text", subject: "Plain =? text"),
    .init(field: "=?iso-8859-1?q?=A1Hola=21?= Ana", subject: "¡Hola! Ana"),
    .init(field: "=?utf-8?B?w6k=?= =?utf-8?B?w6k=?=", subject: "éé"),
    // A character cut in two by its words.
    .init(field: "=?utf-8?B?ww==?= =?utf-8?B?qQ==?=", subject: "é"),
    .init(field: "=?utf-8*en?Q?a?= b =?utf-8?Q?c?=", subject: "a b c"),
    .init(field: "Só hoje", subject: "Só hoje"),
    .init(field: "folded\r\n\tline", subject: "folded\tline"),
  ]

  @Test(arguments: subjects) func decodesASubject(_ example: SubjectCase) throws {
    let draft = try #require(read("From: a@b.example\r\nSubject: \(example.field)\r\n\r\nHi").only)
    #expect(draft.texts == ["subject: \(example.subject)", "body: Hi"])
  }

  struct ProblemCase: Sendable {
    let text: String
    let problems: [String]
  }

  static let problems: [ProblemCase] = [
    .init(text: "Content-Type: text/plain; charset=koi8-r\n\nHi", problems: ["email.charset 3:1"]),
    .init(text: "Subject: =?koi8-r?Q?x?=\n\nHi", problems: ["email.charset 1:21"]),
    .init(text: "MIME-Version: 1.0\nContent-Transfer-Encoding: uuencode\n\nHi", problems: ["email.encoding 2:28"]),
    .init(text: "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nab!d", problems: ["email.base64 4:3"]),
    .init(text: "MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nabcde", problems: ["email.base64 4:5"]),
    .init(text: "Content-Type: multipart/mixed\n\nHi", problems: ["email.boundary 3:1"]),
    .init(text: "Content-Type: multipart/mixed; boundary=x\n\nHi", problems: ["email.boundary 3:1"]),
    .init(text: "Content-Type: application/pkcs7-mime\n\nMIIB", problems: ["email.no-text 3:1"]),
    .init(
      text: "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\na=FF",
      problems: ["email.not-in-charset 4:2"]),
  ]

  @Test(arguments: problems) func aProblemHasAPlace(_ example: ProblemCase) {
    let reading = read(example.text)
    #expect(reading.problems(in: example.text) == example.problems)
    #expect(reading.drafts.isEmpty)
  }

  struct MailboxCase: Sendable {
    let field: String
    let found: [String]
  }

  static let mailboxes: [MailboxCase] = [
    .init(field: "a@b.example", found: ["- a@b.example"]),
    .init(field: "\"Last, First\" <a@b.example>, c@d.example", found: ["Last, First a@b.example", "- c@d.example"]),
    .init(field: "Team: a@b.example, B <b@b.example>;", found: ["- a@b.example", "B b@b.example"]),
    .init(field: "undisclosed-recipients:;", found: []),
    .init(field: "", found: []),
  ]

  @Test(arguments: mailboxes) func readsAddresses(_ example: MailboxCase) {
    #expect(Mailbox.list(example.field).map { "\($0.name ?? "-") \($0.address)" } == example.found)
  }
}
