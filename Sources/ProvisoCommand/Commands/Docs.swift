import ArgumentParser
import Proviso
import ProvisoDocs

struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docs",
    abstract: "Write what packs say as pages for people.",
    discussion: """
        proviso docs -o pages
        proviso docs -o pages shop.yaml

      Makes a static site with a search (index.html) and the same as Markdown (index.md): one page for each pack, one of \
      all rules, one of what is covered and what is not. The site needs no server and nothing from the network. Files of \
      these names in the folder are replaced, others stay.

      Exit codes: 0 written; 2 could not run; 4 a pack is invalid.
      """)

  @Argument(help: PackOptions.argumentHelp)
  var packs: [String] = []

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "folder"))
  var output = "docs"

  func run() throws {
    let documentation = Documentation(of: try PackOptions.parse(packs.flatMap { ["--pack", $0] }).engine())
    for failure in documentation.failures {
      Output.error("\(failure.file):\(failure.line): left out, since this test fails: \(failure.name)")
    }
    try FileSystem.makeFolder(above: "\(output)/index.html")
    for file in documentation.files {
      try FileSystem.write(file.text, to: "\(output)/\(file.name)", replacing: true)
    }
    Output.print("\(documentation.files.count) pages in \(output), rules on them: \(documentation.ruleCount)")
  }
}
