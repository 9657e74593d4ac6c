import Testing

/// Time grows with the length of what is read, and no faster. A debug build is some twenty times slower, so it gets less.
@Suite struct LargeInputTests {
  #if DEBUG
    static let scale = 1
  #else
    static let scale = 20
  #endif

  struct Large: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let text: @Sendable () -> String
    var status: Int32 = 0
  }

  static let drafts: [Large] = [
    Large(
      testDescription: "a long text", name: "a.txt", text: { String(repeating: "Hello you.\n", count: 50_000 * scale) }),
    Large(
      testDescription: "one long line", name: "a.txt", text: { String(repeating: "Hello you. ", count: 50_000 * scale) }
    ),
    Large(testDescription: "one long word", name: "a.txt", text: { String(repeating: "a", count: 500_000 * scale) }),
    Large(testDescription: "many buttons", name: "a.json", text: { buttons(count: 500 * scale) }),
    Large(
      testDescription: "many drafts", name: "a.jsonl",
      text: { String(repeating: "{\"channel\": \"sms\", \"body\": \"Hi\"}\n", count: 200 * scale) }),
    Large(
      testDescription: "a long line of findings", name: "a.txt",
      text: { String(repeating: "Flash sale! ", count: 4_000 * scale) }, status: 1),
  ]

  private static func buttons(count: Int) -> String {
    let button = "{\"type\": \"QUICK_REPLY\", \"text\": \"Yes\"}"
    let buttons = Array(repeating: button, count: count).joined(separator: ",")
    return
      "{\"components\": [{\"type\": \"BODY\", \"text\": \"Hi\"}, {\"type\": \"BUTTONS\", \"buttons\": [\(buttons)]}]}"
  }

  @Test(arguments: drafts) func `a large draft is checked in bounded time`(_ draft: Large) throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, draft.name: draft.text()])
    let run = try Program.run(
      ["check", draft.name, "--pack", "mini.yaml", "-f", "plain"], in: folder, limit: .seconds(60))
    #expect(run.status == draft.status, "\(run.duration) \(run.output.prefix(300)) \(run.errors.prefix(300))")
  }
}
