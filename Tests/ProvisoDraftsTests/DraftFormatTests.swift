import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct DraftFormatTests {
  struct Case: Sendable {
    let text: String
    var name = "draft"
    let format: DraftFormat
  }

  static let cases: [Case] = [
    .init(text: #"{"body": "Hi"}"#, format: .json),
    .init(text: "\u{FEFF}\n  { broken", format: .json),
    .init(text: #"{"body": "Hi"}"#, name: "a.txt", format: .json),
    .init(text: "{channel: sms}", name: "a.yaml", format: .yaml),
    .init(text: "[\n  {}\n]", format: .json),
    .init(text: "[", format: .json),
    .init(text: "[Shop] 20% off today", format: .text),
    .init(text: "{{name}}, your parcel is here", format: .text),
    .init(text: "{\n  \"a\": 1\n}\n", format: .json),
    .init(text: "{\"a\": 1}\n{\"a\": 2}\n", format: .jsonLines),
    .init(text: "{\"a\": 1}\nnot json\n", format: .jsonLines),
    .init(text: "{\"a\": \n{\"a\": 2}\n{\"a\": 3}\n", format: .jsonLines),
    .init(text: "{\"a\": 1}", name: "a.jsonl", format: .jsonLines),
    .init(text: "{\"a\": \"}\"}", format: .json),
    .init(text: "channel: sms\nbody: Hi", format: .yaml),
    .init(text: "# a remark\n---\n\n\"body\": Hi", format: .yaml),
    .init(text: "chanel: sms\nbody: Hi", format: .yaml),
    .init(text: "- channel: sms\n  body: Hi", format: .yaml),
    .init(text: "drafts:\n  - body: Hi", format: .yaml),
    .init(text: "body:", format: .yaml),
    .init(text: "subject: Sale\nbody: Hi", format: .yaml),
    .init(text: "Hello\nbody: Hi", format: .text),
    .init(text: "Body: Hi", format: .text),
    .init(text: "Note: we are closed.\n\nSee you", format: .text),
    .init(text: "anything", name: "a.yml", format: .yaml),
    .init(text: "anything", name: "a.json", format: .json),
    .init(text: "anything", name: "a.eml", format: .email),
    .init(text: "From: a@b.example\nTo: c@d.example\n\nHi", format: .email),
    .init(text: "MIME-Version: 1.0\r\n\r\nHi", format: .email),
    .init(text: "Subject: Sale\n\nHi", format: .email),
    .init(text: "X-One: 1\nReceived: from a\n by b\n\nHi", format: .email),
    .init(text: "To: all customers\n\nWe are closed.", format: .text),
    .init(text: "Date: Monday\nTime: 8 pm\n\nJoin us", format: .text),
    .init(text: "From: here\nand To: there\n\nHi", format: .text),
    .init(text: "20% off today", name: "a.txt", format: .text),
  ]

  @Test(arguments: cases) func recognisesAFormat(_ example: Case) {
    #expect(DraftFormat(recognising: SourceFile(name: example.name, text: example.text)) == example.format)
  }

  @Test func everyKeyOfOurOwnFormIsRecognised() {
    for key in OwnForm.keys {
      #expect(DraftFormat(recognising: SourceFile(name: "draft", text: "\(key): x")) == .yaml)
    }
  }
}
