import ProvisoReports

/// What stands around the content of every HTML page.
enum HTMLFrame {
  static func page(_ name: String, title: String, content: String, version: String) -> String {
    let links = [(Anchor.index, "Packs and search"), (Anchor.all, "All rules"), (Anchor.coverage, "Coverage")].map {
      "<li><a href=\"\($0.0).html\"\($0.0 == name ? " aria-current=\"page\"" : "")>\($0.1)</a></li>"
    }
    // The page with the search has its own field.
    let field =
      name == Anchor.index
      ? ""
      : """
      <form action="index.html" method="get" role="search">
      <label for="q">Search</label>
      <input id="q" name="q" type="search" autocomplete="off">
      </form>

      """
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title.html) · Proviso</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <a class="skip" href="#content">To the content</a>
      <header>
      <nav aria-label="Pages"><ul>
      \(links.joined(separator: "\n"))
      </ul></nav>
      \(field)</header>
      <main id="content">
      \(content)</main>
      <footer><p>Made by Proviso \(version) from the packs themselves.</p></footer>
      </body>
      </html>

      """
  }

  private static let style = """
    :root {
      --paper: #fff; --ink: #1d2327; --quiet: #50585f; --line: #d5dade; --tint: #f3f5f7; --link: #0b57a4;
      --block: #a3161f; --warn: #7a4a00; --advice: #245c2e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181b; --ink: #e6e9eb; --quiet: #a9b2b9; --line: #39424a; --tint: #1e2429; --link: #8fc1f5;
        --block: #ff9a98; --warn: #f2c063; --advice: #93d59f;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: break-word;
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
    }
    header, main, footer { max-width: 50rem; margin: 0 auto; padding: 0 1rem; }
    header {
      display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; justify-content: space-between;
      padding-top: .75rem; padding-bottom: .75rem; border-bottom: 1px solid var(--line);
    }
    nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
    nav a { display: inline-block; padding: .35rem 0; }
    nav a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
    header form { display: flex; gap: .5rem; align-items: center; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, input:focus-visible, summary:focus-visible, [tabindex]:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px;
    }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.5rem 0 1rem; }
    h2 { font-size: 1.4rem; line-height: 1.3; margin: 2.5rem 0 .75rem; }
    h3 { font-size: 1.15rem; line-height: 1.35; margin: 1.75rem 0 .5rem; }
    section > h3:first-child { margin-top: 0; }
    h4 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
    p { margin: .5rem 0; }
    ul, ol { margin: .5rem 0; padding-left: 1.3rem; }
    li { margin: .25rem 0; }
    section { margin: 1.25rem 0; padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; }
    h3:target { background: var(--tint); outline: .4rem solid var(--tint); }
    code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .88em; }
    code { background: var(--tint); padding: .1em .3em; border-radius: .25rem; overflow-wrap: anywhere; }
    pre { background: var(--tint); padding: .75rem; border-radius: .35rem; white-space: pre-wrap; }
    pre code { padding: 0; background: none; }
    blockquote {
      margin: .4rem 0; padding: .5rem .75rem; background: var(--tint); border-left: 4px solid var(--line);
      border-radius: 0 .35rem .35rem 0; overflow-wrap: anywhere;
    }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .95em; }
    th, td {
      text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    th { overflow-wrap: break-word; }
    td:first-child { min-width: 12rem; }
    th, td::before { color: var(--quiet); font-weight: 600; }
    time { white-space: nowrap; }
    @media (max-width: 40rem) {
      table, tbody, tr, td { display: block; }
      thead { position: absolute; left: -100rem; }
      tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
      td { padding: .1rem 0; border: 0; }
      td::before { content: attr(data-label) ": "; }
      td:first-child { font-weight: 600; }
      td:first-child::before { content: none; }
      section { padding: .75rem; }
    }
    summary { cursor: pointer; padding: .3rem 0; color: var(--link); }
    .mark {
      display: inline-block; font-size: .8rem; font-weight: 600; line-height: 1.3; padding: .05rem .45rem;
      border: 1px solid currentColor; border-radius: .75rem; color: var(--quiet);
    }
    .mark.block { color: var(--block); }
    .mark.warn { color: var(--warn); }
    .mark.advice { color: var(--advice); }
    label { font-weight: 600; }
    input {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .35rem;
      padding: .4rem .6rem; min-width: 0; max-width: 100%;
    }
    #search input { display: block; width: 100%; margin-top: .3rem; font-size: 1.1rem; }
    #found { padding-left: 0; list-style: none; }
    #found li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    footer { margin-top: 3rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); }
    @media print { header, #search { display: none; } section { border: 0; padding: 0; } }
    """
}
