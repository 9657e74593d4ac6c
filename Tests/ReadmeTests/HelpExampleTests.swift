import Testing

/// The examples that the program's help shows.
@Suite struct HelpExampleTests {
  private static let folder = "Tests/ProvisoCommandTests/Golden"

  @Test func `every example of the help is a command line of the program`() throws {
    var examples: [String] = []
    for name in try Repository.names(in: Self.folder) where name.hasPrefix("help.") {
      let lines = try Repository.text("\(Self.folder)/\(name)").matches(of: /(?m)^  (proviso .*)$/)
      // A remark may stand behind an example, and a shell takes the rest behind `>`.
      examples += lines.map { $0.1.split(separator: "   ")[0].split(separator: " > ")[0] }.map(String.init)
    }
    #expect(examples.count > 20)
    for example in examples { #expect(throws: Never.self, "\(example)") { try ShellCommand(example) } }
  }
}
