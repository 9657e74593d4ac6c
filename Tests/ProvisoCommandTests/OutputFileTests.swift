import Foundation
import Testing

@Suite struct OutputFileTests {
  private static func check(_ arguments: String..., in folder: DraftFolder) throws -> Program.Run {
    let command = ["check", "sale.txt", "clean.txt", "--pack", "mini.yaml", "--as-of", "2026-11-22"]
    return try Program.run(command + arguments, in: folder)
  }

  private static func text(_ name: String, in folder: DraftFolder) -> String? {
    try? String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
  }

  @Test func `several formats go to files and one to standard output`() throws {
    let folder = try Sample.folder()
    let run = try Self.check("-f", "plain", "-f", "sarif:out.sarif", "--format", "junit:out.xml", in: folder)
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(run.output == (try Self.check("-f", "plain", in: folder).output))
    #expect(Self.text("out.sarif", in: folder) == (try Self.check("-f", "sarif", in: folder).output))
    #expect(Self.text("out.xml", in: folder) == (try Self.check("-f", "junit", in: folder).output))
  }

  @Test func `lines of JSON go on while a file waits for the whole`() throws {
    let folder = try Sample.folder()
    let run = try Self.check("-f", "jsonl", "-f", "sarif:out.sarif", "-f", "jsonl:out.jsonl", in: folder)
    #expect(run.status == 1 && run.errors.isEmpty)
    #expect(run.output == (try Self.check("-f", "jsonl", in: folder).output))
    #expect(run.output == Self.text("out.jsonl", in: folder))
    #expect(Self.text("out.sarif", in: folder) == (try Self.check("-f", "sarif", in: folder).output))
  }

  @Test func `with files only, nothing but a terminal is written to`() throws {
    let folder = try Sample.folder()
    let run = try Self.check("-f", "json:out.json", in: folder)
    #expect(run.status == 1 && run.output.isEmpty && run.errors.isEmpty)
    #expect(Self.text("out.json", in: folder)?.hasPrefix("{") == true)
  }

  @Test(arguments: [["-o", "out.txt"], ["--output", "out.txt", "-f", "pretty"], ["-f", "pretty:out.txt"]])
  func `a file gets what standard output would, without colour`(_ arguments: [String]) throws {
    let folder = try Sample.folder()
    let command = ["check", "sale.txt", "--pack", "mini.yaml", "--as-of", "2026-11-22"]
    let colour = ["CLICOLOR_FORCE": "1"]
    let run = try Program.run(command + arguments, in: folder, environment: colour)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(Self.text("out.txt", in: folder) == (try Program.run(command, in: folder).output))
  }

  @Test func `a file is replaced in one piece, and keeps its permissions`() throws {
    let folder = try Sample.folder()
    try folder.write("old", to: "out.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path("out.json"))
    _ = try Self.check("-o", "out.json", "-f", "json", in: folder)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("out.json"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(Self.text("out.json", in: folder)?.hasSuffix("}\n") == true)
    #expect(try folder.names(in: "").filter { $0.contains("out.json") } == ["out.json"])
  }

  @Test func `a file that cannot be written ends with 2, and the others are written`() throws {
    let folder = try Sample.folder()
    let run = try Self.check("-f", "plain", "-f", "sarif:no/such/out", "-f", "junit:empty", "-f", "json:j", in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write no/such/out: No such file or directory\n"))
    #expect(run.errors.contains("cannot write empty: Is a directory\n"))
    #expect(run.output.contains("verdict block: 1\n"))
    #expect(Self.text("j", in: folder)?.hasPrefix("{") == true)
  }

  static let mistakes: [(arguments: [String], says: String)] = [
    (["-f", "sarf"], "unknown format `sarf`, did you mean `sarif`? formats: pretty, plain, json"),
    (["-f", "xyzzyx"], "unknown format `xyzzyx`; formats: pretty, plain, json"),
    (["-f", "sarif:"], "no file behind `sarif:`"),
    (["-f", "sarif", "-f", "json"], "sarif and json cannot both go to one place; give files, as in sarif:FILE"),
    (["-f", "sarif:a", "-f", "json:a"], "two formats cannot go to the same file a"),
    (["-f", "sarif:a", "-f", "json", "-o", "a"], "two formats cannot go to the same file a"),
    (["-f", "sarif:a", "-o", "b"], "every format has a file of its own, so nothing is left for b"),
  ]
  @Test(arguments: mistakes) func `a wrong format is told`(_ arguments: [String], _ says: String) throws {
    let folder = try Sample.folder()
    let run = try Program.run(["check", "sale.txt", "--pack", "mini.yaml"] + arguments, in: folder)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(Self.text("a", in: folder) == nil)
  }
}
