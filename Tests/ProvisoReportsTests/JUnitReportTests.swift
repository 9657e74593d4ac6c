import Foundation
import ProvisoModel
import Testing

@testable import ProvisoReports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  @Test(arguments: Sample.all, [false, true])
  func `the file is well-formed, and its counts are those of its tests`(_ sample: Sample, _ showAll: Bool) throws {
    let text = ReportFormat.junit.render(sample.report, options: RenderOptions(showAll: showAll))
    let elements = try #require(XMLElements(text).all)
    let counts = try #require(elements.first { $0.name == "testsuites" }).attributes
    for (attribute, element) in [
      ("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped"),
    ] {
      #expect(counts[attribute] == String(elements.count { $0.name == element }))
    }
    #expect(elements.count { $0.name == "error" } == sample.report.errors.count)
    let names = elements.filter { $0.name == "testcase" }.map(\.attributes["name"])
    #expect(Set(names).count == names.count)
  }

  @Test func `drafts without names are told apart`() throws {
    let draft = Sample.draft("a.jsonl", .block, [Sample.result("gdpr.a", "m")])
    let elements = try #require(XMLElements(ReportFormat.junit.render(Sample.report([draft, draft]))).all)
    let names = elements.filter { $0.name == "testcase" }.map { $0.attributes["name"] }
    #expect(names == ["a.jsonl :: gdpr.a", "a.jsonl :: gdpr.a (2)"])
  }

  @Test func `markup in a draft stays text`() throws {
    let elements = try #require(XMLElements(ReportFormat.junit.render(Sample.report([Sample.injecting]))).all)
    #expect(elements.map(\.name) == ["testsuites", "testsuite", "testcase", "failure"])
    let message = try #require(elements.last?.attributes["message"])
    #expect(message == "block: " + Sample.injection.onOneLine)
    #expect(elements.last?.text.contains("why: " + Sample.injection.onOneLine) == true)
  }

  static let texts: [(text: String, xml: String)] = [
    ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; 'd'"),
    ("]]>", "]]&gt;"),
    ("a\u{0}\u{1B}b\u{FFFE}\u{FFFF}", #"a\u{0}\u{1B}b\u{FFFE}\u{FFFF}"#),
    ("a\nb\r\nc\td", #"a"# + "\n" + #"b\u{D}\u{A}c\u{9}d"#),
    ("é 限定 👩‍👩‍👧", "é 限定 👩‍👩‍👧"),
    ("", ""),
  ]
  @Test(arguments: texts) func `text is escaped where XML needs it`(_ text: String, _ xml: String) {
    #expect(text.xml == xml)
    #expect(
      XMLElements("<a b=\"\(xml)\">\(xml)</a>").all?.first?.text
        == xml.replacing("&lt;", with: "<")
        .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
  }

  @Test func `what is undetermined or does not count is skipped with its reason`() throws {
    let report = Sample.report([Sample.notCounted, Sample.undetermined])
    let elements = try #require(XMLElements(ReportFormat.junit.render(report)).all)
    let reasons = elements.filter { $0.name == "skipped" }.compactMap { $0.attributes["message"] }
    #expect(reasons.count == 7)
    #expect(reasons[0].hasSuffix(" (suppressed until 2027-01-01 by Ana: The list was checked by hand.)"))
    #expect(reasons[2] == "Emoji in the header. (in the baseline)")
    #expect(reasons[3] == "Not decided: Nothing for children; needs recipient.age. (in the baseline)")
    #expect(
      reasons[4]
        == "Not decided: Marketing needs consent given beforehand; needs consent.status, or draft.purpose and recipient.age."
    )
  }
}

/// The elements of an XML document in the order of their starts; none where it is not well-formed.
private final class XMLElements: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""
  }

  private(set) var all: [Element]? = []
  private var open: [Int] = []

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    if !parser.parse() { all = nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(all?.count ?? 0)
    all?.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { all?[index].text += text }
  }
}
