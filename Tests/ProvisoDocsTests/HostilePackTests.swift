import Proviso
import ProvisoDocs
import Testing

/// Packs that try to become part of the page.
@Suite struct HostilePackTests {
  private static let payload = "<script>alert(1)</script>"

  private static let pack = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata: { id: index, title: "A \(payload) pack", version: "1.0.0-<b>", languages: [en], verified: 2026-11-22, review: 12 months }
    sources:
      law: { title: "Law & \(payload)", url: "https://law.example/<script>alert(1)</script>" }
      web: { title: Web, url: "https://law.example/\\"onclick=\\"alert(1)" }
    define:
      odd: body contains "\(payload)"
    vocabularies:
      words: { en: ["\(payload)", "# of"] }
    rules:
      - id: "index.'\\"><img src=x onerror=alert(1)>"
        title: "A title with \(payload), `ticks`, [a link](javascript:alert(1)) and a | bar"
        description: "| a | table |\\n\\n# No heading \\e[31m \\u202E"
        level: warn
        when: odd or text mentions @words or text contains "</code></pre>`"
        forbid: length(body) > 3
        message: "\(payload) {length(body)}"
        fix: { advice: "<a href=x>do</a>" }
        cite: ["law </li>\(payload)", web art. 1]
        tests:
          - { name: "</strong>\(payload)", draft: { channel: sms, language: "en\\" onclick=x", body: "\(payload) text" }, want: fail }
          - { name: "</details>", draft: { channel: sms, body: "\(payload)" }, want: fail }
          - { name: kept, draft: { channel: sms, body: "abc" }, want: not-applicable }
          - { name: "never", draft: { channel: sms, body: "# of" }, want: fail }
          - { name: "passes", draft: { channel: sms, body: "a" }, want: pass }
    """

  private static func site() throws -> Site { try Site.of(pack) }

  @Test func `nothing of a pack becomes markup`() throws {
    for (name, text) in try Self.site().files {
      let obeyed = name.hasSuffix(".md") ? text.withoutMarkdownCode : text
      #expect(!obeyed.contains("<script>alert") && !obeyed.contains("<img"), "\(name)")
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"), "\(name)")
      if name.hasSuffix(".md") {
        #expect(!obeyed.contains("](<javascript") && !obeyed.contains("](javascript"), "\(name)")
        // What an address is not made of is written out in it, so that no link ends early.
        let links = obeyed.matches(of: /\]\(<https?:[A-Za-z0-9\-._~:\/?#@!$&*+,;=%]*>\)/)
        #expect(links.count == obeyed.matches(of: /\]\(</).count, "\(name)")
      } else {
        #expect(!text.contains("onclick=\"") && !text.contains("href=\"javascript"), "\(name)")
      }
    }
  }

  @Test func `what a pack says is shown all the same`() throws {
    let html = try Self.site().text("index_.html")
    #expect(html.contains("A &lt;script&gt;alert(1)&lt;/script&gt; pack"))
    #expect(html.contains("Law &amp; &lt;script&gt;"))
    #expect(html.contains("&lt;/details&gt;"))
  }

  @Test func `a pack named like another page has a page of its own, and all links lead somewhere`() throws {
    let site = try Self.site()
    #expect(
      site.files.keys.sorted().filter { $0.hasSuffix(".html") } == [
        "all.html", "coverage.html", "index.html", "index_.html",
      ])
    #expect(site.broken(site.links(in: ".html", behind: "href=\"", upTo: "\"")).isEmpty)
  }

  @Test func `tags are closed in the order they were opened`() throws {
    for (name, text) in try Self.site().files where name.hasSuffix(".html") {
      var open: [Substring] = []
      let body = text.replacing(/<(script|style)[^>]*>[^<]*<\/(script|style)>/, with: "")
      for tag in body.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
        let word = tag.output.2
        if ["meta", "input", "br"].contains(word) { continue }
        if tag.output.1.isEmpty {
          open.append(word)
        } else {
          #expect(open.popLast() == word, "\(name)")
        }
      }
      #expect(open.isEmpty, "\(name)")
    }
  }

  @Test func `an example that fails is left out, and named`() throws {
    let site = try Site.of(
      Self.pack.replacing(
        "\"passes\", draft: { channel: sms, body: \"a\" }", with: "\"wrong\", draft: { channel: sms, body: \"# of\" }"))
    #expect(site.documentation.failures.map(\.name).contains("wrong"))
    #expect(!(try site.text("index_.html").contains("wrong")))
  }
}

extension String {
  /// Markdown without its code and without what is escaped, which mean nothing but themselves.
  fileprivate var withoutMarkdownCode: String {
    replacing(/(?m)^ *(```+)\n[\s\S]*?^ *\1$/, with: "").replacing(/\\./, with: "")
      .replacing(/(`+)[\s\S]*?\1(?!`)/, with: "")
  }
}
