import Foundation
import Testing

/// `--diff-base` in real repositories.
@Suite struct ChangedFilesTests {
  /// A repository whose branch `main` has every draft, with `topic` checked out.
  private static func repository() throws -> DraftFolder {
    let folder = try DraftFolder([
      "mini.yaml": Sample.pack, ".gitignore": "ignored/\n",
      "drafts/a.txt": "Hello\n", "drafts/b.txt": "Hello\n", "drafts/b.facts.yaml": "recipient.regions: [DE]\n",
      "drafts/gone.txt": "Hello\n", "drafts/ünter wegs.txt": "Hello\n", "ignored/c.txt": "Flash sale\n",
    ])
    for command in [
      ["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "All"],
      ["checkout", "-q", "-b", "topic"],
    ] {
      try git(command, in: folder)
    }
    return folder
  }

  private static func git(_ arguments: [String], in folder: DraftFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments = ["-c", "user.name=Test", "-c", "user.email=test@mail.example"] + arguments
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// The names of the drafts that were checked.
  private static func checked(_ folder: DraftFolder, _ paths: [String] = ["drafts"]) throws -> [String] {
    let run = try Program.run(
      ["check", "--pack", "mini.yaml", "--diff-base", "main", "--format", "json"] + paths, in: folder)
    return run.output.matches(of: /"path": ?"([^"]+)"/).map { String($0.1) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// What is saved, and which drafts that changes.
  static let changes: [(file: String, drafts: [String])] = [
    ("drafts/a.txt", ["drafts/a.txt"]),
    ("drafts/ünter wegs.txt", ["drafts/ünter wegs.txt"]),
    ("drafts/a new one.txt", ["drafts/a new one.txt"]),
    ("drafts/b.facts.yaml", ["drafts/b.txt"]),
    ("drafts/a.facts.yaml", ["drafts/a.txt"]),
    ("mini.yaml.orig", []),
  ]

  @Test(arguments: changes, [false, true]) func `a draft that changed is checked, and no other`(
    _ change: (file: String, drafts: [String]), isCommitted: Bool
  ) throws {
    let folder = try Self.repository()
    try folder.write(change.file.hasSuffix(".yaml") ? "recipient.regions: [BR]\n" : "Flash sale\n", to: change.file)
    if isCommitted {
      try Self.git(["add", "-A"], in: folder)
      try Self.git(["commit", "-q", "-m", "Change"], in: folder)
    }
    #expect(try Self.checked(folder) == change.drafts)
  }

  @Test func `a draft that is gone is left out, and one whose facts are gone is checked`() throws {
    let folder = try Self.repository()
    for name in ["drafts/gone.txt", "drafts/b.facts.yaml"] {
      try FileManager.default.removeItem(atPath: folder.path(name))
    }
    #expect(try Self.checked(folder) == ["drafts/b.txt"])
  }

  @Test func `what changed on the other branch meanwhile plays no part`() throws {
    let folder = try Self.repository()
    try Self.git(["checkout", "-q", "main"], in: folder)
    try folder.write("Flash sale\n", to: "drafts/a.txt")
    try Self.git(["commit", "-q", "-a", "-m", "Elsewhere"], in: folder)
    try Self.git(["checkout", "-q", "topic"], in: folder)
    #expect(try Self.checked(folder) == [])
  }

  @Test func `a file is the same however its path is written`() throws {
    let folder = try Self.repository()
    try folder.write("Flash sale\n", to: "drafts/a.txt")
    try folder.link("drafts/link.txt", to: "a.txt")
    #expect(try Self.checked(folder, ["./drafts/../drafts/a.txt"]) == ["./drafts/../drafts/a.txt"])
    #expect(try Self.checked(folder, [folder.path("drafts/a.txt")]) == [folder.path("drafts/a.txt")])
  }

  @Test func `nothing changed is no finding`() throws {
    let run = try Program.run(
      ["check", "drafts", "--pack", "mini.yaml", "--diff-base", "main"], in: Self.repository())
    #expect(run.status == 0)
    #expect(run.errors == "0 of 4 files changed since main\n")
  }

  static let problems: [(arguments: [String], says: String)] = [
    (["drafts", "--diff-base", "mian"], "--diff-base: git knows no commit `mian`"),
    (["drafts", "--diff-base", "--output=x"], "git knows no commit `--output=x`"),
    (["-", "--diff-base", "main"], "--diff-base cannot tell whether standard input changed"),
    (["/etc/hostname", "--diff-base", "main"], "is outside of the repository"),
  ]

  @Test(arguments: problems) func `what git cannot answer ends the run`(_ arguments: [String], _ says: String) throws {
    var arguments = arguments
    // A value that looks like an option is bound to its option by a sign.
    if arguments.last?.hasPrefix("--") == true { arguments = [arguments[0], "--diff-base=\(arguments[2])"] }
    let run = try Program.run(["check", "--pack", "mini.yaml"] + arguments, in: Self.repository())
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(says))
  }

  @Test func `a folder without a repository ends the run`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "a.txt": "Hello\n"])
    let run = try Program.run(["check", "a.txt", "--pack", "mini.yaml", "--diff-base", "main"], in: folder)
    #expect(run.status == 2 && run.errors.contains("--diff-base needs a git repository"))
  }

  @Test func `without git the run ends`() throws {
    let run = try Program.run(
      ["check", "drafts", "--pack", "mini.yaml", "--diff-base", "main"], in: Self.repository(),
      environment: ["PATH": "/nonexistent"])
    #expect(run.status == 2 && run.errors.contains("cannot run git"))
  }
}
