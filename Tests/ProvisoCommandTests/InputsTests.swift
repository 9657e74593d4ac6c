import Foundation
import ProvisoProject
import Testing

@testable import ProvisoCommand

/// What the paths of a command line stand for. The folder is named in full, since tests share their working folder.
@Suite struct InputsTests {
  private static func folder() throws -> DraftFolder {
    let folder = try DraftFolder([
      "drafts/a.txt": "", "drafts/b.json": "", "drafts/b.facts.yaml": "", "drafts/page.html": "", "drafts/README": "",
      "drafts/.hidden.txt": "", "drafts/.git/c.txt": "", "drafts/sub/d.YAML": "", "drafts/sub/deep/e.eml": "",
      "drafts/odd[1].txt": "", "empty/notes.html": "",
    ])
    try folder.link("drafts/sub/loop", to: "..")
    return folder
  }

  /// The paths found, from the folder on, and the number of problems.
  private static func inputs(_ arguments: [String], in folder: DraftFolder) -> (paths: [String], problems: [String]) {
    let found = Inputs(arguments.map { $0 == "-" ? $0 : folder.path("") + $0 })
    func short(_ text: String) -> String { text.replacing(folder.path(""), with: "") }
    return (found.paths.map(short), found.problems.map { short($0.message) })
  }

  static let all = ["drafts/a.txt", "drafts/b.json", "drafts/odd[1].txt", "drafts/sub/d.YAML", "drafts/sub/deep/e.eml"]

  static let found: [(arguments: [String], paths: [String])] = [
    (["drafts"], all),
    (["drafts/"], all),
    (["drafts/sub/loop/a.txt"], ["drafts/sub/loop/a.txt"]),
    (["drafts/page.html", "drafts/.hidden.txt"], ["drafts/page.html", "drafts/.hidden.txt"]),
    (["drafts/a.txt", "drafts/a.txt"], ["drafts/a.txt"]),
    (["-", "drafts/a.txt", "-"], ["-", "drafts/a.txt"]),
    (["drafts/*.txt"], ["drafts/a.txt", "drafts/odd[1].txt"]),
    (["drafts/?.json"], ["drafts/b.json"]),
    (["drafts/[a-b].*"], ["drafts/a.txt", "drafts/b.json"]),
    (["drafts/odd[1].txt"], ["drafts/odd[1].txt"]),
    (["drafts/**"], all),
    (["drafts/**/*.eml"], ["drafts/sub/deep/e.eml"]),
    (["**/sub/*"], ["drafts/sub/d.YAML"]),
    (["*/a.txt"], ["drafts/a.txt"]),
  ]

  @Test(arguments: found) func `paths stand for the drafts they name`(_ arguments: [String], _ paths: [String]) throws {
    let inputs = Self.inputs(arguments, in: try Self.folder())
    #expect(inputs.paths == paths)
    #expect(inputs.problems.isEmpty)
  }

  static let problems: [(argument: String, problem: String)] = [
    ("none.txt", "no such file: none.txt"),
    ("drafts/*.docx", "nothing matches drafts/*.docx"),
    ("none/**/*.txt", "nothing matches none/**/*.txt"),
    ("empty", "empty holds no drafts (.json .jsonl .ndjson .yaml .yml .eml .txt .md)"),
    ("drafts/pipe", "drafts/pipe is neither a file nor a folder"),
    ("drafts/dangling.txt", "no such file: drafts/dangling.txt"),
  ]

  @Test(arguments: problems) func `a path that stands for nothing is a problem`(_ argument: String, _ problem: String)
    throws
  {
    let folder = try Self.folder()
    try folder.link("drafts/dangling.txt", to: "nowhere")
    #expect(mkfifo(folder.path("drafts/pipe"), 0o600) == 0)
    let inputs = Self.inputs([argument, "drafts/a.txt"], in: folder)
    #expect(inputs.paths == ["drafts/a.txt"])
    #expect(inputs.problems == [problem])
  }

  @Test func `a folder named twice is no problem`() throws {
    let inputs = Self.inputs(["drafts", "drafts"], in: try Self.folder())
    #expect(inputs.paths == Self.all)
    #expect(inputs.problems == [])
  }

  @Test func `two patterns may look in the same folder`() throws {
    let inputs = Self.inputs(["drafts/*.txt", "drafts/*.json"], in: try Self.folder())
    #expect(inputs.paths == ["drafts/a.txt", "drafts/odd[1].txt", "drafts/b.json"])
    #expect(inputs.problems == [])
  }

  @Test func `a draft in a folder that cannot be opened is a problem`() throws {
    let folder = try Self.folder()
    try folder.link("drafts/dangling.txt", to: "nowhere")
    let inputs = Self.inputs(["drafts"], in: folder)
    #expect(inputs.problems == ["no such file: drafts/dangling.txt"])
  }

  static let globs: [(pattern: String, path: String, matches: Bool)] = [
    ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", false), ("**/*.txt", "a.txt", true), ("**/*.txt", "b/c/a.txt", true),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/x", false), ("**", "a/b/c", true),
    ("a?c", "abc", true), ("a?c", "ac", false), ("a?c", "a👋🏽c", true), ("[ab]", "b", true), ("[a-c]x", "bx", true),
    ("[a-c]x", "dx", false), ("[a", "[a", false), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false),
    ("", "", true), ("*", "", false),
  ]

  @Test(arguments: globs) func `a pattern matches as in a shell`(_ pattern: String, _ path: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(path) == matches)
  }

  @Test func `a pattern that begins in the working folder matches what is in it`() {
    #expect(Glob("./*.txt").base == ".")
    #expect(Glob("./*.txt").matches("a.txt"))
  }

  @Test func `many stars take no longer than few`() {
    // Sixteen stars would take years if each were tried against all the others' choices.
    let (few, name) = (Glob(String(repeating: "*a", count: 4) + "b"), String(repeating: "a", count: 60))
    let start = ContinuousClock.now
    #expect(!few.matches(name))
    #expect(ContinuousClock.now - start < .milliseconds(500))
  }
}
