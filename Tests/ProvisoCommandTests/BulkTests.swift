import Foundation
import Testing

/// Many drafts on one stream.
@Suite struct BulkTests {
  private static let check = ["check", "--pack", "mini.yaml", "--as-of", "2026-11-22"]

  /// Drafts enough for several batches, some of them broken, some unreadable.
  private static let lines: [String] = (0..<4_000).map { number in
    switch number % 7 {
    case 0: "{\"id\": \"d\(number)\", \"channel\": \"sms\", \"body\": \"Só hoje: Flash sale\"}"
    case 3: "{\"id\": \"d\(number)\", \"channel\": \"sms\", \"body\": 7}"
    case 5: "  {\"id\": \"d\(number)\", \"channel\": \"sms\", \"body\": \"A special offer \(number)\"}\r"
    default: "{\"id\": \"d\(number)\", \"channel\": \"sms\", \"body\": \"Your parcel \(number) 👋🏽 arrives\"}"
    }
  }
  private static let text = lines.joined(separator: "\n")

  private static func folder() throws -> DraftFolder { try DraftFolder(["mini.yaml": Sample.pack, "a.jsonl": text]) }

  @Test(arguments: ["jsonl", "json", "plain"]) func `any number of jobs writes the same bytes`(_ format: String) throws
  {
    let folder = try Self.folder()
    let runs = try ["1", "2", "5"].map {
      try Program.run(Self.check + ["a.jsonl", "-f", format, "--jobs", $0], in: folder)
    }
    #expect(Set(runs.map(\.output)).count == 1 && runs.allSatisfy { $0.status == 2 })
    #expect(runs[0].output.contains("d3999") && runs[0].errors.isEmpty)
  }

  @Test func `standard input gives the same lines as a file`() throws {
    let folder = try Self.folder()
    let file = try Program.run(Self.check + ["a.jsonl", "-f", "jsonl"], in: folder)
    let input = try Program.run(
      Self.check + ["-", "-f", "jsonl", "--stdin-filename", "a.jsonl"], in: folder, input: Self.text)
    #expect(input.output == file.output)
  }

  @Test func `drafts come in their order, each place in the whole file, the totals last`() throws {
    let run = try Program.run(Self.check + ["a.jsonl", "-f", "jsonl"], in: Self.folder())
    let objects = try run.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.count == Self.lines.count + 1)
    let bytes = Array(Self.text.utf8)
    for (number, object) in objects.dropLast().enumerated() {
      if number % 7 == 3 {
        #expect(object["type"] as? String == "error" && object["line"] as? Int == number + 1)
        continue
      }
      #expect(object["id"] as? String == "d\(number)")
      for result in object["results"] as? [[String: Any]] ?? [] {
        for place in result["locations"] as? [[String: Any]] ?? [] {
          let offset = try #require(place["byte_offset"] as? Int)
          let length = try #require(place["byte_length"] as? Int)
          let before = String(decoding: bytes[..<offset], as: UTF8.self)
          #expect(place["line"] as? Int == number + 1)
          #expect(place["text"] as? String == String(decoding: bytes[offset..<offset + length], as: UTF8.self))
          #expect(place["utf16_offset"] as? Int == before.utf16.count)
          #expect(place["char_offset"] as? Int == before.unicodeScalars.count)
        }
      }
    }
    let summary = try #require(objects.last?["summary"] as? [String: Any])
    #expect(summary["drafts"] as? Int == Self.lines.count - Self.lines.count / 7)
    #expect(summary["errors"] as? Int == Self.lines.count / 7)
  }

  @Test func `a stream may be longer than a file may be`() throws {
    let pad = String(repeating: "a", count: 1 << 20)
    let long = String(repeating: "{\"channel\": \"sms\", \"body\": \"Hi\", \"x-pad\": \"\(pad)\"}\n", count: 70)
    let run = try Program.run(
      Self.check + ["-", "-f", "jsonl"], in: DraftFolder(["mini.yaml": Sample.pack]), input: long,
      limit: .seconds(120))
    #expect(run.status == 0 && run.output.split(separator: "\n").count == 71)
  }

  @Test func `a number of jobs below one is no number of jobs`() throws {
    let run = try Program.run(Self.check + ["a.jsonl", "--jobs", "0"], in: Self.folder())
    #expect(run.status == 2 && run.errors.contains("--jobs takes a number from 1 on, not 0"))
  }
}
