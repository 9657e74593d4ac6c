import Foundation
import Proviso
import ProvisoDocs
import Testing

/// The documentation of the built-in packs.
@Suite struct SiteTests {
  @Test func `every link inside the site leads somewhere`() throws {
    let site = try Site.builtIn()
    let links = site.links(in: ".html", behind: "href=\"", upTo: "\"")
    #expect(links.count > 5_000)
    #expect(site.broken(links).isEmpty)
  }

  @Test func `every link inside the Markdown leads somewhere`() throws {
    let site = try Site.builtIn()
    let links = site.links(in: ".md", behind: "](", upTo: ")")
    #expect(links.count > 5_000)
    #expect(site.broken(links).isEmpty)
  }

  @Test func `no anchor stands twice on a page`() throws {
    for (name, anchors) in try Site.builtIn().anchors { #expect(Set(anchors).count == anchors.count, "\(name)") }
  }

  @Test func `every rule has a section on the page of its pack and on that of all`() throws {
    let site = try Site.builtIn()
    let anchors = site.anchors.mapValues { Set($0) }
    for id in try Engine().ruleIDs {
      let pack = try #require(id.split(separator: ".").first)
      for page in ["\(pack).html", "\(pack).md", "all.html", "all.md"] {
        #expect(anchors[page]?.contains(id) == true, "\(id) on \(page)")
      }
    }
  }

  @Test func `a section tells duty, law, decision, facts, examples and how to mend it`() throws {
    let text = try Site.builtIn().text("gdpr.md")
    let parts = text.components(separatedBy: "<a id=\"gdpr.missing-opt-out\"></a>")
    let section = try #require(parts.last?.components(separatedBy: "<a id=\"").first)
    for part in [
      "Every marketing message must show a way to stop", "**Level:** block \\(do not send)",
      "**In force:** since 2003-10-31",
      "Directive 2002/58/EC", "https://eur-lex.europa.eu", "**How sure:** verified",
      "It applies when all of these hold:",
      "[has opt out](common.md#define:has-opt-out)", "What it asks", "`recipient.regions`", "Breaks it",
      "> Flash sale! 20% off today", "Keeps it", "How to mend it", "Sources read on", "Looks for words in",
    ] { #expect(section.contains(part.replacing("\\(", with: "(")) || section.contains(part), "\(part)") }
  }

  @Test func `the site loads nothing from outside and can be read by everybody`() throws {
    for (name, text) in try Site.builtIn().files where name.hasSuffix(".html") {
      #expect(text.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
      #expect(text.contains("<meta name=\"viewport\""))
      #expect(text.components(separatedBy: "<h1").count == 2, "\(name)")
      #expect(!text.contains("<link") && !text.contains("src=") && !text.contains("@import") && !text.contains("url("))
      for input in text.pieces(behind: "<input id=\"", upTo: "\"") {
        #expect(text.contains("<label for=\"\(input)\">"), "\(name)")
      }
    }
  }

  @Test func `headings go down one level at a time`() throws {
    for (name, text) in try Site.builtIn().files where name.hasSuffix(".html") {
      let levels = text.components(separatedBy: "<h").dropFirst().compactMap { Int($0.prefix(1)) }
      for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1, "\(name)") }
    }
  }

  @Test func `the search index names every rule with a page that has it`() throws {
    let site = try Site.builtIn()
    let text = try site.text("index.html")
    let json = try #require(text.pieces(behind: "id=\"index\">", upTo: "</script>").first)
    let entries = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    #expect(entries.compactMap { $0["id"] } == (try Engine().ruleIDs))
    #expect(site.broken(entries.map { ("index.html", $0["page"] ?? "") }).isEmpty)
  }

  @Test func `the same packs give the same bytes`() throws {
    #expect(Site(try Engine()).documentation.files == (try Site.builtIn().documentation.files))
  }
}
