public import Proviso
import ProvisoPacks

/// What packs say, as pages for people: one for each pack, one of all rules, one of what is covered, one to begin with.
///
/// Decides nothing: everything shown stands in the packs. Examples are the tests of the rules, those left out that fail.
public struct Documentation: Sendable {
  /// A file of the documentation.
  public struct File: Hashable, Sendable {
    /// Its name, such as `gdpr.html`.
    public let name: String
    /// What is in it.
    public let text: String
  }

  /// Every page twice, as a static site and as Markdown; the same packs always give the same bytes.
  public let files: [File]
  /// The number of rules on the pages.
  public let ruleCount: Int
  /// The tests that are not shown, since they fail.
  public let failures: [TestResult]

  /// The documentation of the packs of an engine, and of those that these import.
  public init(of engine: Engine) {
    let library = DocumentedPacks(engine)
    failures = library.failures
    ruleCount = library.running.reduce(0) { $0 + $1.rules.count }
    var pages = [IndexPage.page(library)]
    pages += library.packs.map { PackPage.page($0, library) }
    pages.append(AllRulesPage.page(library))
    pages.append(CoveragePage.page(library))
    files = pages.flatMap { page in
      [
        File(name: "\(page.name).html", text: HTMLWriter.write(page, version: Engine.version)),
        File(name: "\(page.name).md", text: MarkdownWriter.write(page)),
      ]
    }
  }
}
