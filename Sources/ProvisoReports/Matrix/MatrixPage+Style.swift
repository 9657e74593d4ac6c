extension MatrixPage {
  /// Light or dark as the reader's system is; on a narrow screen each row of the table becomes a card; on paper it is
  /// black on white, and nothing stays folded. Colour repeats what a word says.
  static let style = """
    :root {
      color-scheme: light dark;
      --text: #1b1f24; --note: #59636e; --page: #ffffff; --line: #d5dae0; --card: #f6f8fa; --link: #0a58ca;
      --block: #b3261e; --needs-facts: #7a3fa0; --warn: #7d5700; --pass: #1a6b38; --advice: #59636e;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --text: #e6e9ed; --note: #9aa5b1; --page: #14171b; --line: #363d46; --card: #1c2127; --link: #7db2ff;
        --block: #ff8a80; --needs-facts: #d6a8f5; --warn: #f0c14b; --pass: #7bd69a; --advice: #9aa5b1;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 72rem; background: var(--page); color: var(--text);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
    }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.25rem; margin: 2rem 0 0; }
    h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
    h4 { font-size: 1rem; margin: 0; }
    p { margin: 0.35rem 0; }
    a { color: var(--link); }
    .note { color: var(--note); font-weight: normal; font-size: 0.875rem; }
    .badge {
      display: inline-block; padding: 0 0.5rem; border: 1px solid; border-radius: 0.3rem; font-weight: 600;
      white-space: nowrap;
    }
    .block, .needs-facts, .warn, .pass, .advice { font-weight: 600; }
    .block { color: var(--block); }
    .needs-facts { color: var(--needs-facts); }
    .warn { color: var(--warn); }
    .pass { color: var(--pass); }
    .advice { color: var(--advice); }
    table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
    th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { font-size: 0.875rem; color: var(--note); font-weight: 600; }
    tbody th { font-weight: 600; width: 28%; }
    td:nth-child(2) { width: 9rem; }
    td:nth-child(3) { width: 30%; }
    td ul { margin: 0; padding: 0; list-style: none; }
    summary { cursor: pointer; color: var(--link); font-weight: normal; }
    article { margin: 0.75rem 0; padding: 0.75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.4rem; }
    article:target { border-color: var(--link); }
    dl { display: grid; grid-template-columns: 4rem 1fr; gap: 0.15rem 0.75rem; margin: 0.35rem 0 0.75rem; }
    dt { color: var(--note); font-size: 0.875rem; }
    dd { margin: 0; }
    ol li { margin: 0.35rem 0; }
    footer { margin-top: 2rem; padding-top: 0.5rem; border-top: 1px solid var(--line); color: var(--note); font-size: 0.875rem; }
    @media (max-width: 44rem) {
      thead { display: none; }
      table, tbody, tr, tbody th, td, td:nth-child(n) { display: block; width: auto; }
      tr { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.75rem 0; padding: 0.5rem 0.75rem; }
      th, td { border: 0; padding: 0.2rem 0; }
      td:nth-child(n + 3)::before { content: attr(data-label) ": "; color: var(--note); font-size: 0.875rem; }
    }
    @media print {
      :root {
        --text: #000; --note: #444; --page: #fff; --line: #999; --card: #fff; --link: #000; --block: #000;
        --needs-facts: #000; --warn: #000; --pass: #000; --advice: #000;
      }
      body { max-width: none; padding: 0; font-size: 10pt; }
      tr, article, li { break-inside: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; }
      summary { display: none; }
    }

    """
}
