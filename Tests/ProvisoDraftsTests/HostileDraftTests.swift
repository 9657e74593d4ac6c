import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct HostileDraftTests {
  @Test func aHugeTextIsRead() throws {
    let line = "Só hoje {{1}} {{ x { 40% off\n"
    let text = String(repeating: line, count: 100_000) + "end"
    let draft = try #require(read(text).only)
    #expect(draft.segments[0].placeholders.count == 100_000)
    #expect(draft.place(of: "Só") == "1:1 Só")
  }

  @Test func aFileBeyondTheLimitIsRefused() {
    let reading = read([UInt8](repeating: 0x61, count: (64 << 20) + 1))
    #expect(reading.diagnostics.map(\.id) == ["draft.too-large"])
  }

  static let deep = [
    String(repeating: "[", count: 100_000),
    String(repeating: "{\"components\":[", count: 100_000),
    String(repeating: "[{\"drafts\":", count: 1000) + "1",
  ]

  @Test(arguments: deep) func deepNestingIsRefused(_ text: String) {
    let reading = read(text)
    #expect(reading.drafts.isEmpty)
    #expect(reading.diagnostics.contains { $0.severity == .error })
  }

  @Test func nestedListsOfDraftsAreNotFollowed() {
    #expect(read("[[{\"body\": \"Hi\"}]]").diagnostics.map(\.id) == ["draft.unrecognised"])
  }

  @Test func tooManyButtonsAreRefused() {
    let button = #"{"type": "QUICK_REPLY", "text": "a"}"#
    let buttons = Array(repeating: button, count: 10_001).joined(separator: ",")
    let reading = read(#"{"components": [{"type": "BUTTONS", "buttons": [\#(buttons)]}]}"#)
    #expect(reading.diagnostics.map(\.id) == ["draft.too-many"])
    #expect(reading.drafts.isEmpty)
  }

  @Test func tooManyCardsAreRefused() {
    let cards = Array(repeating: #"{"components": []}"#, count: 10_001).joined(separator: ",")
    let reading = read(#"{"components": [{"type": "CAROUSEL", "cards": [\#(cards)]}]}"#)
    #expect(reading.diagnostics.map(\.id) == ["draft.too-many"])
  }

  @Test func theNumberOfProblemsShownIsBounded() {
    let reading = read(String(repeating: "{\"body\": 1}\n", count: 3000))
    #expect(reading.diagnostics.count == DraftReader.problemLimit + 1)
    #expect(reading.diagnostics.last?.message == "2000 more problems are not shown")
  }

  @Test func everyPrefixOfADraftGivesDraftsOrProblems() {
    for text in [TemplateTests.sale, OwnFormTests.whole, EmailTests.newsletter, JSONLinesTests.lines] {
      let bytes = Array(text.utf8)
      for end in stride(from: 0, through: bytes.count, by: 7) {
        let reading = read(Array(bytes[..<end]))
        #expect(!reading.drafts.isEmpty || reading.diagnostics.contains { $0.severity == .error })
      }
    }
  }

  @Test func everyDamagedByteGivesDraftsOrProblems() {
    for text in [TemplateTests.sale, EmailTests.newsletter] {
      let bytes = Array(text.utf8)
      for index in stride(from: 0, to: bytes.count, by: 5) {
        for damage in [UInt8(0xFF), 0x22, 0x3C, 0x3D] {
          var damaged = bytes
          damaged[index] = damage
          let reading = read(damaged)
          #expect(!reading.drafts.isEmpty || reading.diagnostics.contains { $0.severity == .error })
        }
      }
    }
  }
}

@Suite struct HostileEmailTests {
  @Test func deeplyNestedPartsAreRefused() {
    var text = "MIME-Version: 1.0\n"
    for depth in 0..<200 { text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n" }
    #expect(read(text).diagnostics.map(\.id) == ["email.depth"])
  }

  @Test func manyPartsAreRefused() {
    let text = "Content-Type: multipart/mixed; boundary=x\n\n" + String(repeating: "--x\n\nHi\n", count: 2000)
    #expect(read(text).diagnostics.map(\.id) == ["draft.too-many"])
  }

  @Test func aBoundaryInsideItselfEnds() {
    let text =
      "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/mixed; boundary=x\n\nHi\n--x--"
    #expect(read(text).diagnostics.map(\.id) == ["email.boundary"])
  }

  @Test func anAttachmentIsNotDecoded() throws {
    let attachment = String(repeating: "QUJD!\n", count: 200_000)
    let text = """
      Content-Type: multipart/mixed; boundary=x

      --x

      Hi
      --x
      Content-Type: application/pdf
      Content-Transfer-Encoding: base64

      \(attachment)--x--
      """
    #expect(try #require(read(text).only).texts == ["body: Hi"])
  }

  @Test func tooMuchTextIsRefused() {
    let text = "From: a@b.example\nTo: c@d.example\n\n" + String(repeating: "a", count: DraftBuilder.mailTextLimit + 1)
    #expect(read(text).diagnostics.map(\.id) == ["draft.too-large"])
  }

  @Test func endlessHeaderFieldsAreRefused() {
    let text = "From: a@b.example\nTo: c@d.example\n" + String(repeating: "X-A: b\n", count: 200_000)
    #expect(read(text).diagnostics.map(\.id) == ["draft.too-many"])
  }

  static let html: [String] = [
    String(repeating: "<a ", count: 20_000), String(repeating: "<a href=\"", count: 20_001),
    String(repeating: "<!--", count: 20_000), String(repeating: "<script>", count: 20_000),
    String(repeating: "<div hidden>", count: 20_000) + "x", String(repeating: "&#", count: 20_000),
    String(repeating: "<p>", count: 20_000), String(repeating: "</div>", count: 20_000),
    String(repeating: "<", count: 20_000),
    String(repeating: "<b>", count: 20_000) + String(repeating: "</i>", count: 20_000),
  ]

  @Test(arguments: html) func brokenHTMLIsReadInBoundedTime(_ html: String) {
    let start = ContinuousClock.now
    _ = read("Content-Type: text/html\n\n\(html)")
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func textBeyondTheDeepestElementsIsChecked() throws {
    let html = String(repeating: "<b>", count: 1000) + "<span hidden>seen"
    #expect(try #require(read("Content-Type: text/html\n\n\(html)").only).texts == ["body: seen"])
  }

  @Test func tooManyPicturesAreRefused() {
    let html = String(repeating: "<img alt=a>", count: 10_001)
    #expect(read("Content-Type: text/html\n\n\(html)").diagnostics.map(\.id) == ["draft.too-many"])
  }
}
