import Foundation
import Testing

@testable import ProvisoCommand

@Suite struct WatchTests {
  /// Saves `file` again and again, each time longer, until the value is gone.
  private final class Author: Sendable {
    init(_ text: String, to file: String, in folder: DraftFolder) {
      let path = folder.path(file)
      Thread.detachNewThread { [weak self] in
        var text = text
        while self != nil {
          usleep(50_000)
          text += "."
          try? Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        }
      }
    }
  }

  static let saved: [(file: String, text: String, says: String)] = [
    ("drafts/a.txt", "Flash sale", "mini.no-sale"),
    ("drafts/new.txt", "Flash sale", "drafts/new.txt"),
    ("drafts/a.facts.yaml", "recipient.regions: [XX]\n#", "a.facts.yaml"),
    ("mini.yaml", "kind: nothing\n#", "mini.yaml"),
  ]

  @Test(arguments: saved) func `what is saved is checked again`(_ file: String, _ text: String, _ says: String) throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "drafts/a.txt": "Hello\n"])
    let author = Author(text, to: file, in: folder)
    let run = try withExtendedLifetime(author) {
      try Program.run(
        ["check", "drafts", "--pack", "mini.yaml", "--watch", "--watch-rounds", "2", "--format", "plain"], in: folder)
    }
    #expect(run.status == 0)
    #expect(run.errors.contains("--- changed: \(file)\n"))
    #expect((run.output + run.errors).contains(says))
  }

  @Test func `it goes on when nothing changes, until it is ended`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "a.txt": "Hello\n"])
    let run = try Program.run(["check", "a.txt", "--pack", "mini.yaml", "--watch"], in: folder, limit: .seconds(3))
    #expect(run.status == nil)
    #expect(run.output.contains("a.txt") && run.errors.isEmpty)
  }

  @Test func `standard input cannot be watched`() throws {
    let run = try Program.run(["check", "-", "--watch"], in: DraftFolder())
    #expect(run.status == 2 && run.errors.contains("--watch cannot watch standard input"))
  }

  static let words: [(done: Int, total: Int, words: String)] = [
    (1, 999, "checked 1 of 999 files"), (500, 2_000, "checked 500 of 2 000 files"),
    (12_345, 1_234_567, "checked 12 345 of 1 234 567 files"),
  ]

  @Test(arguments: words) func `progress is told in words`(_ done: Int, _ total: Int, _ words: String) {
    #expect(RunProgress.words(done, total) == words)
  }

  @Test func `a short run tells no progress`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "drafts/a.txt": "Hello\n", "drafts/b.txt": "Hello\n"])
    #expect(try Program.run(["check", "drafts", "--pack", "mini.yaml"], in: folder).errors.isEmpty)
  }
}
