import Testing

@Suite struct StandardInputTests {
  @Test func `a draft comes through standard input under a name`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack])
    let check = ["check", "-", "--pack", "mini.yaml"]
    let unnamed = try Program.run(check, in: folder, input: "Hello\nFlash sale")
    #expect(unnamed.status == 1 && unnamed.output.contains("<stdin>:2:1"))
    let named = try Program.run(check + ["--stdin-filename", "promo.yaml"], in: folder, input: "body: Flash sale")
    #expect(named.status == 1 && named.output.contains("promo.yaml:1:7"))
  }

  @Test func `no input is an error, not a clean run`() throws {
    let run = try Program.run(["check", "-", "--pack", "mini.yaml"], in: DraftFolder(["mini.yaml": Sample.pack]))
    #expect(run.status == 2 && run.output.contains("the file is empty"))
  }

  @Test func `files and standard input are checked together`() throws {
    let run = try Program.run(
      ["check", "clean.txt", "-", "-", "--pack", "mini.yaml", "-f", "plain"], in: Sample.folder(), input: "Flash sale")
    #expect(run.status == 1)
    #expect(run.output.contains("draft: clean.txt") && run.output.contains("draft: <stdin>"))
    #expect(run.output.contains("drafts: 2"))
  }
}
