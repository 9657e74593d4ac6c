import Proviso
import Testing

/// Where findings stand in the file, through the escapes of its format.
@Suite struct LocationTests {
  struct Place: CustomTestStringConvertible {
    let name: String
    /// The file, with the text to be found between `«` and `»`.
    let marked: String

    var testDescription: String { marked }
  }

  static let places: [Place] = [
    Place(name: "plain.txt", marked: "Hello 👋🏽\r\nToday: «flash  sale»!"),
    Place(
      name: "draft.json", marked: #"{"channel": "sms", "body": "Caf\u00e9 \"x\"\n\ud83d\ude00 «Fl\u0061sh sale» é"}"#),
    Place(
      name: "template.json",
      marked: "{\"components\": [\n  {\"type\": \"BODY\", \"text\": \"H\\u00e9 \\/ *«Flash* sale»\"}\n]}"),
    Place(name: "plain.yaml", marked: "channel: sms\nbody: Só «flash sale» hoje"),
    Place(name: "folded.yaml", marked: "channel: sms\nbody: >-\n  Só hoje,\n  «flash\n  sale» hoje"),
    Place(name: "literal.yaml", marked: "channel: sms\nbody: |\n  Só hoje,\n  «flash sale» hoje"),
    Place(name: "quoted.yaml", marked: "channel: sms\nbody: \"\\u00e9 \\x41 «fl\\x61sh \\\n  sale» hoje\""),
    Place(name: "single.yaml", marked: "channel: sms\nbody: 'it''s a «flash sale»'"),
    Place(
      name: "mail.eml",
      marked:
        "From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\n=C3=A9 «fl=61sh sale»"
    ),
  ]

  @Test(arguments: places) func `a finding has its true place in the file`(_ place: Place) throws {
    let (text, spans) = Marked.read(place.marked)
    let span = try #require(spans.first)
    let file = SourceFile(name: place.name, text: text)
    let engine = try Shared.user()
    let draft = try #require(engine.read(file).drafts.first)
    let found = try #require(engine.evaluate(draft, asOf: Shared.day).results.first { $0.ruleID == "texts.sale" })
    let location = try #require(found.locations.first)
    let before = text.utf8.prefix(span.lower)
    let inside = text.utf8.dropFirst(span.lower).prefix(span.length)
    #expect(location.matched == file.text(in: span))
    #expect(location.byteOffset == span.lower && location.byteLength == span.length)
    let (front, match) = (
      String(decoding: Array(before), as: UTF8.self), String(decoding: Array(inside), as: UTF8.self)
    )
    #expect(location.charOffset == front.unicodeScalars.count && location.charLength == match.unicodeScalars.count)
    #expect(location.utf16Offset == front.utf16.count && location.utf16Length == match.utf16.count)
    #expect(Place.end(of: front) == [location.line, location.column])
    #expect(Place.end(of: front + match) == [location.endLine, location.endColumn])
  }
}

extension LocationTests.Place {
  /// The line and column behind a text.
  fileprivate static func end(of text: String) -> [Int] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return [lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1]
  }
}
