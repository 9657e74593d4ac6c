import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

@Suite struct DraftStreamTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var name = "draft"
    /// The parts that come out; `=` before a whole file.
    let parts: [String]

    var testDescription: String { "\(name) \(text.prefix(40))" }
  }

  static let cases: [Case] = [
    Case(text: "", parts: ["="]),
    Case(text: " \n", name: "a.jsonl", parts: ["= \n"]),
    Case(text: "Hello\nyou", parts: ["=Hello\nyou"]),
    Case(text: "{\n  \"a\": 1\n}\n", parts: ["={\n  \"a\": 1\n}\n"]),
    Case(text: "{\"a\": 1}\n", parts: ["={\"a\": 1}\n"]),
    Case(text: "{\"a\": 1}\n", name: "a.jsonl", parts: ["{\"a\": 1}"]),
    Case(text: "{\"a\": 1}\n\n{\"a\": 2}", parts: ["{\"a\": 1}", "{\"a\": 2}"]),
    Case(text: "{\"a\": 1}\nnot json\n", parts: ["{\"a\": 1}", "not json"]),
    Case(text: "{\"a\": \n{\"a\": 2}\n{\"a\": 3}\n", parts: ["{\"a\": ", "{\"a\": 2}", "{\"a\": 3}"]),
    Case(text: "not json\n{\"a\": 1}\n", name: "a.ndjson", parts: ["not json", "{\"a\": 1}"]),
    Case(text: "{a: 1}\n{b: 2}\n", name: "a.yaml", parts: ["={a: 1}\n{b: 2}\n"]),
  ]

  /// What comes out of a stream that is fed in pieces of `size` bytes.
  private static func parts(_ text: String, name: String, size: Int) -> [DraftSource] {
    var stream = DraftStream(name: name)
    var rest = Array(text.utf8)[...]
    var parts: [DraftSource] = []
    while !rest.isEmpty {
      stream.add(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let part = stream.next() { parts.append(part) }
    }
    stream.end()
    while let part = stream.next() { parts.append(part) }
    return parts
  }

  private static func shown(_ part: DraftSource) -> String {
    let text = part.source.text(in: Span(0, part.source.bytes.count))
    if case .file = part { return "=\(text)" } else { return text }
  }

  @Test(arguments: cases) func `a file comes whole, JSON Lines come line by line`(_ example: Case) {
    for size in 1...max(1, example.text.utf8.count) {
      let parts = Self.parts(example.text, name: example.name, size: size)
      #expect(parts.map(Self.shown) == example.parts, "in pieces of \(size)")
    }
  }

  @Test(arguments: cases) func `a stream takes for JSON Lines what the reader of whole files does`(_ example: Case) {
    let format = DraftFormat(recognising: SourceFile(name: example.name, text: example.text))
    let isBlank = example.text.allSatisfy(\.isWhitespace)
    #expect((format == .jsonLines && !isBlank) == !example.parts.contains { $0.hasPrefix("=") })
  }

  @Test func `lines come out before the file has ended`() {
    var stream = DraftStream(name: "<stdin>")
    stream.add("{\"a\": 1}\n{".utf8)
    #expect(stream.next().map(Self.shown) == "{\"a\": 1}")
    #expect(stream.next() == nil && !stream.isAtEnd)
  }

  @Test func `a long file is known by its beginning`() {
    let pad = "{\"a\": \n" + String(repeating: "{\"a\": 1}\n", count: 150_000)
    #expect(Self.parts(pad, name: "draft", size: 1 << 16).count == 150_001)
    #expect(DraftFormat(recognising: SourceFile(name: "draft", text: pad)) == .jsonLines)
  }

  @Test func `no more is kept of a file than it may have`() {
    var stream = DraftStream(name: "a.txt")
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    var pieces = 0
    while !stream.isFull {
      stream.add(piece)
      pieces += 1
    }
    stream.end()
    #expect(pieces == 65)
    let reading = stream.next().map { DraftReader.read($0, schema: Fixture.schema) }
    #expect(reading?.diagnostics.map(\.id) == ["draft.too-large"])
  }
}
