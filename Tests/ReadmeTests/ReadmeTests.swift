import Proviso
import Testing

/// Whatever the READMEs show is what happens.
@Suite struct ReadmeTests {
  static let pages = ["README.md", "Policies/README.md", "Grammar/README.md"]

  @Test(arguments: pages) func `every block is of a kind that a test looks at`(_ path: String) throws {
    for block in try MarkdownPage(path).blocks {
      #expect(["yaml", "console", "sh", "swift", "json"].contains(block.language), "line \(block.lines.lowerBound)")
    }
  }

  @Test(arguments: pages) func `every answer shown is the answer given`(_ path: String) throws {
    let page = try MarkdownPage(path)
    let session = PageSession(page: page)
    let changes = try page.blocks.filter { $0.language == "console" }.map { block in
      let commands = block.text.split(separator: "\n").filter { $0.hasPrefix("$ ") }
      let text = try commands.map { "\($0)\n" + (try session.answer(to: String($0.dropFirst(2)))) }.joined()
      if !Repository.isRecording { #expect(block.text == text) }
      return (block, text)
    }
    if Repository.isRecording { try Repository.write(page.replacing(changes), to: path) }
  }

  @Test(arguments: pages) func `every command shown can be run`(_ path: String) throws {
    let makefile = try Repository.text("Makefile")
    for block in try MarkdownPage(path).blocks where block.language == "sh" {
      for line in block.text.split(separator: "\n") {
        let words = ShellCommand.words(of: String(line))
        switch words[0] {
        case "proviso": #expect(throws: Never.self, "\(line)") { try ShellCommand(String(line)) }
        case "make": for target in words.dropFirst() { #expect(makefile.contains("\n\(target):"), "\(line)") }
        case "sudo": #expect(makefile.contains(words[2]), "\(line)")
        default: #expect(line.contains(/swift test --filter (ReadmeTests|BuiltInTests)$/), "\(line)")
        }
      }
    }
  }

  @Test(arguments: pages) func `every pack shown compiles and passes its tests`(_ path: String) throws {
    let page = try MarkdownPage(path)
    for block in page.blocks where block.language == "yaml" {
      if block.text.contains("kind: PolicyPack") {
        var files = [SourceFile(name: "pack.yaml", text: block.text)]
        if block.text.contains("kind: PolicyPackPart") {
          files += page.files.values.filter { $0.text(in: Span(0, .max)).contains("kind: PolicyPack\n") }
        }
        let engine = try Engine(packs: [], files: files)
        #expect(engine.runTests().results.compactMap(\.failure).isEmpty)
      } else if block.text.hasPrefix("# .") {
        // What other programs read; see ContinuousIntegrationTests.
      } else if page.files.values.contains(where: { $0.bytes == Array(block.text.utf8) }) {
        #expect(try PageSession.engine().read(SourceFile(name: "draft.yaml", text: block.text)).diagnostics.isEmpty)
      } else {
        let isPart = page.blocks.contains { $0.text != block.text && $0.text.contains(block.text) }
        #expect(isPart, "the block at line \(block.lines.lowerBound) is no file and part of none")
      }
    }
  }

  @Test func `the library is used as shown`() throws {
    let shown = try MarkdownPage("README.md").blocks.filter { $0.language == "swift" }.map(\.text)
    #expect(shown == [try Repository.text("Tests/ReadmeTests/LibraryExample.swift")])
    let text = try report(on: "Flash sale! 20% off today", for: PageSession.day)
    #expect(text.contains("gdpr.marketing-without-consent"))
  }

  @Test func `every expression shown is one`() throws {
    let rows = try MarkdownPage("README.md").table("what | examples")
    #expect(rows.count > 10)
    let empty = Draft(segments: [], facts: Facts(), source: SourceFile(name: "<none>", bytes: []))
    for row in rows {
      let expressions = row[1].split(separator: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      #expect(!expressions.isEmpty)
      for expression in expressions {
        let answer = try PageSession.engine()
          .evaluate(expression: String(expression), on: empty, facts: Facts(), asOf: PageSession.day)
        #expect(answer.problems.map(\.message) == [], "\(expression)")
        #expect(!answer.lines.isEmpty)
      }
    }
  }

  @Test func `the modules are those of the package`() throws {
    let manifest = try Repository.text("Package.swift")
    let libraries = manifest.matches(of: /library\(\s*"(\w+)"/).map { String($0.1) }
    let programs = manifest.matches(of: /executableTarget\(\s*name: "(\w+)"/).map { String($0.1) }
    #expect(try MarkdownPage("README.md").table("module").map { $0[0] } == libraries + programs)
    let version = try #require(manifest.firstMatch(of: /swift-tools-version: ([0-9.]+)/)).1
    #expect(try Repository.text("README.md").contains("a Swift toolchain (\(version) or later)"))
  }

  @Test(arguments: pages) func `every link leads to a file`(_ path: String) throws {
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for link in try Repository.text(path).matches(of: /\]\(([^)#]+)\)/) where !link.1.contains("://") {
      #expect(Repository.exists(folder + link.1), "\(link.1)")
    }
  }
}
