import Proviso
import ProvisoDocuments
import Testing

@Suite struct PoliciesPageTests {
  @Test func `the packs are listed with the time after which their sources are read again`() throws {
    let rows = try MarkdownPage("Policies/README.md").table("pack")
    let names = rows.map { $0[0].replacing("`", with: "") }
    // A pack is a file, or a folder with a main file.
    let packs = try Repository.names(in: "Policies").compactMap { name -> String? in
      if name.hasSuffix(".yaml") { return String(name.dropLast(".yaml".count)) }
      return Repository.exists("Policies/\(name)/pack.yaml") ? name : nil
    }
    #expect(Set(names) == Set(packs).subtracting(["facts", "regions", "coverage"]))
    for (row, name) in zip(rows, names) {
      let main = Repository.exists("Policies/\(name).yaml") ? "\(name).yaml" : "\(name)/pack.yaml"
      let pack = try YAMLReader.read(try Repository.source("Policies/\(main)"))
      #expect(pack["metadata"]?["review"]?.text == row[2], "\(name)")
    }
  }

  @Test func `the sample drafts have the verdicts that are listed`() throws {
    let page = try MarkdownPage("Policies/README.md")
    let rows = page.table("draft")
    let drafts = try Repository.names(in: "Policies/drafts").filter { !$0.hasSuffix(".facts.yaml") }
    #expect(rows.map { $0[0] }.sorted() == drafts.map { "`\($0)`" })
    let session = PageSession(page: page)
    for row in rows {
      let path = "Policies/drafts/" + row[0].replacing("`", with: "")
      let reports = try session.reports(on: path, PageSession.engine())
      #expect(reports.map { "`\($0.verdict.rawValue)`" } == [row[2]], "\(path)")
    }
  }
}
