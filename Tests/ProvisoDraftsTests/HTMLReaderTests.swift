import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct HTMLReaderTests {
  struct Case: Sendable {
    let html: String
    let text: String
    var preheader = ""
    var pictures: [String] = []
    var links: [String] = []
  }

  static let cases: [Case] = [
    .init(html: "<p>One</p>\n<p>two  <b>three</b></p>", text: "One\n\ntwo three"),
    .init(html: "a<br>b<br/>\n<br>c", text: "a\nb\n\nc"),
    .init(html: "<div>a</div><div>b<br></div><div>c</div>", text: "a\nb\nc"),
    .init(html: "<table><tr><td>20%</td><td>off</td></tr><tr><td>x</table>", text: "20% off\nx"),
    .init(html: "<ul><li>a<li>b</ul>c", text: "a\nb\n\nc"),
    .init(html: "un<b>believ</b>able", text: "unbelievable"),
    .init(
      html: "a &lt; b &amp; c&nbsp;d &euro;5 &#8364; &#x20AC; &#146; &eacute;", text: "a < b & c\u{A0}d €5 € € ’ é"),
    .init(html: "5 < 6 & 7 &unknown; &; &#; &copy", text: "5 < 6 & 7 &unknown; &; &#; &copy"),
    .init(html: "<style>p{color:red}</style><SCRIPT>if (a < b) x()</script >seen", text: "seen"),
    .init(html: "<head><title>no</title></head><body>yes", text: "yes"),
    .init(html: "a<!-- <p>no</p> -->b<!-->c<!--[if mso]>no<![endif]-->d", text: "abcd"),
    .init(html: "<!--[if !mso]><!-->yes<!--<![endif]-->", text: "yes"),
    .init(html: "<!DOCTYPE html><?xml a?>yes", text: "yes"),
    .init(html: "seen<span style=\"Display : none\">no <b>no</b></span> more", text: "seen more"),
    .init(html: "seen<div hidden><div>no</div>no</div>more", text: "seen\nmore"),
    .init(html: "seen<p style='visibility:hidden'>no<p>more", text: "seen\n\nmore"),
    .init(html: "seen<div><span hidden>no</div>more", text: "seen\nmore"),
    .init(html: "<div style=\"display:none\">Só hoje</div><p>Hi</p>", text: "Hi", preheader: "Só hoje"),
    .init(html: "<img alt=\"A &quot;b&quot;\"><img alt=''><img src=x alt=c>", text: "", pictures: ["A \"b\"", "c"]),
    .init(
      html: "Hi <a href='https://a.example/?a=1&amp;b'>go <b>there</b></a>.<a href=#top>up</a><a name=x>y</a>",
      text: "Hi go there.upy", links: ["go there https://a.example/?a=1&b"]),
    .init(
      html: "<a href=\"https://a.example\"><img alt=Shop></a>", text: "", pictures: ["Shop"],
      links: [" https://a.example"]),
    .init(html: "<a href=u>one<a href=v>two", text: "onetwo", links: ["one u", "two v"]),
    .init(html: "<a title=\"1 > 2\" href=u>x</a>", text: "x", links: ["x u"]),
    .init(html: "seen <a href=\"never closed", text: "seen"),
    .init(html: "<p hidden><a href=u>no</a><img alt=no>", text: "", preheader: "no"),
  ]

  @Test(arguments: cases) func readsWhatIsSeen(_ example: Case) {
    let bytes = Array(example.html.utf8)
    var reader = HTMLReader(TracedBytes(bytes, in: Span(0, bytes.count)))
    reader.read()
    #expect(reader.visible.text.text == example.text)
    #expect(reader.preheader.text.text == example.preheader)
    #expect(reader.pictures.map(\.text) == example.pictures)
    #expect(reader.links.map { "\($0.label.trimmed.text) \($0.address)" } == example.links)
  }

  @Test func placesGoThroughTagsAndReferences() throws {
    let text = "Content-Type: text/html\n\n<p>Caf&eacute; <b>gr&aacute;tis</b>\n  hoje</p>"
    let draft = try #require(read(text).only)
    #expect(draft.texts == ["body: Café grátis hoje"])
    #expect(draft.place(of: "Café") == "3:4 Caf&eacute;")
    #expect(draft.place(of: "grátis hoje") == "3:19 gr&aacute;tis</b>\n  hoje")
  }
}
