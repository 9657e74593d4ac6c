import Proviso
import ProvisoReports
import Testing

/// What is found only in the second view says so, and stands at its true place.
@Suite struct DisguiseTests {
  static let drafts: [(marked: String, reads: String)] = [
    ("channel: sms\nbody: Só «f l a s h  s a l e» hoje", "flash sale"),
    ("channel: sms\nbody: Only a «fl4sh sa1e»", "flash sale"),
    ("channel: sms\nbody: \"\\u0041 «fl\\u0430sh salе»!\"", "flash sale"),
    ("channel: sms\nbody: \"*«Flaaash* sale»\"", "flash sale"),
  ]

  @Test(arguments: drafts) func `a disguised phrase is found at its place`(_ marked: String, _ reads: String) throws {
    let (text, spans) = Marked.read(marked)
    let report = try Shared.user().report(text)
    let location = try #require(report.results.first { $0.ruleID == "texts.sale" }?.locations.first)
    #expect(Span(location.byteOffset, location.byteOffset + location.byteLength) == spans[0])
    #expect(location.readAs == reads)
  }

  @Test func `a phrase that stands there plainly is said to be nothing else`() throws {
    let report = try Shared.user().report("channel: sms\nbody: flash sale, fr33, f l a s h")
    let locations = try #require(report.results.first { $0.ruleID == "texts.sale" }?.locations)
    #expect(locations.map(\.readAs) == [nil])
  }

  @Test func `a phrase split over header and body is found in both`() throws {
    let (text, spans) = Marked.read("channel: whatsapp\nheader: The big «Flash»\nbody: «Sale» starts today")
    let report = try Shared.user().report(text)
    let locations = try #require(report.results.first { $0.ruleID == "texts.sale" }?.locations)
    #expect(locations.map { Span($0.byteOffset, $0.byteOffset + $0.byteLength) } == spans)
    #expect(locations.map(\.readAs) == ["flash sale", "flash sale"])
    #expect(locations.map(\.role) == ["header", "body"])
  }

  static let apart = [
    "channel: whatsapp\nheader: A flash!\nbody: Sale starts today",
    "channel: whatsapp\nheader: A flash\nbody: Hello, sale",
    "channel: whatsapp\nbody: A flash\nfooter: Sale starts today",
  ]

  @Test(arguments: apart) func `what only stands near is no phrase`(_ text: String) throws {
    let report = try Shared.user().report(text)
    #expect(report.findings(of: "texts.sale") == [])
  }

  @Test func `every format says how it was written`() throws {
    let draft = try Shared.user().draft("channel: sms\nbody: Only a f l a s h  s a l e")
    let report = Report(
      toolVersion: "0", packs: [], asOf: Shared.day, drafts: [try Shared.user().evaluate(draft, asOf: Shared.day)],
      errors: [])
    #expect(ReportFormat.pretty.render(report).contains("reads `flash sale`, written as `f l a s h s a l e`"))
    #expect(
      ReportFormat.plain.render(report).contains("disguise: reads `flash sale`, written as `f l a s h s a l e`\n"))
    #expect(ReportFormat.json.render(report).contains(#""read_as": "flash sale""#))
  }
}
