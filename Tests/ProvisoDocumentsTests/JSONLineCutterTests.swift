import ProvisoDocuments
import ProvisoSource
import Testing

@Suite struct JSONLineCutterTests {
  /// The lines of a text that comes in pieces of `size` bytes.
  private static func lines(_ text: String, size: Int, limit: Int = .max / 2) -> [SourceFile] {
    var cutter = JSONLineCutter(name: "a.jsonl", limits: DocumentLimits(bytes: limit))
    var rest = Array(text.utf8)[...]
    var lines: [SourceFile] = []
    while !rest.isEmpty {
      cutter.add(rest.prefix(size))
      rest = rest.dropFirst(size)
      while let line = cutter.next() { lines.append(line) }
    }
    cutter.end()
    while let line = cutter.next() { lines.append(line) }
    return lines
  }

  static let texts = [
    "", "\n", "{}", "{}\n", "{}\n{}", "\u{FEFF}\n{}\n", "\u{FEFF}{}\r\n \t\r\n{\"é😀\": 1}\r\n\n\n[]",
    "{\r}\n{\r\r}\r\n{}",
  ]

  @Test(arguments: texts) func `lines are the same in whatever pieces they come`(_ text: String) {
    let whole = SourceFile(name: "a.jsonl", text: text)
    let expected = JSONLines.lines(of: whole).map { LineIndex(whole).position(of: $0.lower) }
    for size in 1...max(1, text.utf8.count) {
      let lines = Self.lines(text, size: size)
      let positions = lines.map { line in
        LineIndex(line).position(of: JSONLines.lines(of: line).first?.lower ?? 0)
      }
      #expect(positions == expected, "in pieces of \(size)")
      for line in lines {
        let before = Array(text.utf8)[..<line.start.bytes]
        #expect(whole.bytes[line.start.bytes...].starts(with: line.bytes))
        #expect(line.start.utf16Units == String(decoding: before, as: UTF8.self).utf16.count)
        #expect(line.start.characters == String(decoding: before, as: UTF8.self).unicodeScalars.count)
      }
    }
  }

  @Test func `a line that is too long comes cut off, and the others come whole`() {
    let text = "[1]\n" + String(repeating: "a", count: 25) + "\n[2]\n12345678901\n1234567890\n"
    for size in 1...text.utf8.count {
      let lines = Self.lines(text, size: size, limit: 10).map { "\($0.start.lines) \($0.text(in: Span(0, 99)))" }
      #expect(lines == ["0 [1]", "1 aaaaaaaaaaa", "2 [2]", "3 12345678901", "4 1234567890"], "in pieces of \(size)")
    }
  }

  @Test func `a byte order mark opens a file and no other line`() {
    let lines = Self.lines("\u{FEFF}{}\n\u{FEFF}{}\n", size: 100)
    #expect(lines.map { (try? JSONReader.read($0)) != nil } == [true, false])
  }
}
