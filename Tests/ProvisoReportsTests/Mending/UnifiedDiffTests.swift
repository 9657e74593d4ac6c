import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoReports

@Suite struct UnifiedDiffTests {
  /// The hunks as text, of a file that was written anew as one piece.
  private func diff(_ before: String, _ after: String, _ pieces: [Mending.Piece]? = nil) -> String {
    let whole = Mending.Piece(before: Span(0, before.utf8.count), after: Span(0, after.utf8.count))
    let mending = Mending(
      before: SourceFile(name: "a", text: before), after: SourceFile(name: "a", text: after),
      pieces: pieces ?? [whole], drafts: [])
    return UnifiedDiff(mending).hunks.map { hunk in
      let lines = hunk.lines.map { line in
        switch line {
        case .kept(let text): " \(text)"
        case .removed(let text): "-\(text)"
        case .added(let text): "+\(text)"
        }
      }
      return "\(hunk.before),\(hunk.beforeCount) \(hunk.after),\(hunk.afterCount)|" + lines.joined(separator: "|")
    }.joined(separator: "\n")
  }

  static let files: [(String, String, String)] = [
    ("a\n", "a\n", ""), ("", "a\n", "1,0 1,1|+a"), ("a\nb\nc\n", "a\nx\nc\n", "1,3 1,3| a|-b|+x| c"),
    ("a\nb", "a\nb\nc\n", "1,2 1,3| a| b|+c"), ("a\r\nb\r\n", "a\r\nb\r\nc\r\n", "1,2 1,3| a| b|+c"),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\nx\n3\n4\n5\n6\n7\ny\n9\n",
      "1,9 1,9| 1|-2|+x| 3| 4| 5| 6| 7|-8|+y| 9"
    ),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n", "x\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\ny\nz\n",
      "1,4 1,4|-1|+x| 2| 3| 4\n9,4 9,5| 9| 10| 11|-12|+y|+z"
    ),
  ]

  @Test(arguments: files) func `lines that differ stand with those around them`(
    _ before: String, _ after: String, _ expected: String
  ) {
    #expect(diff(before, after) == expected)
  }

  @Test func `two pieces on one line are one change`() {
    let pieces = [
      Mending.Piece(before: Span(0, 1), after: Span(0, 2)), Mending.Piece(before: Span(2, 3), after: Span(3, 5)),
    ]
    #expect(diff("a b\nc\n", "aa bb\nc\n", pieces) == "1,2 1,2|-a b|+aa bb| c")
  }

  @Test func `a piece of very many lines is compared in time`() {
    let before = (0..<20_000).map { "\($0)\n" }.joined()
    let after = (0..<20_000).map { "\($0 + 1) x\n" }.joined()
    let start = ContinuousClock.now
    #expect(!diff(before, after).isEmpty)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
