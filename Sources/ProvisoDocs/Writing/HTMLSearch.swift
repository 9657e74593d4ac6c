import ProvisoDocuments
import ProvisoReports

/// The search of the static site: a field, a list, and the index in the page itself, so that it works from a disk.
enum HTMLSearch {
  static func block(_ entries: [SearchEntry]) -> String {
    """
    <form id="search" role="search">
    <label for="words">Search the rules</label>
    <input id="words" name="q" type="search" autocomplete="off" placeholder="opt-out, lottery, art. 13 …" \
    aria-describedby="count">
    </form>
    <p id="count" role="status">\(entries.count) rules. Without JavaScript, search with your browser on all rules on one \
    page.</p>
    <ol id="found"></ol>
    <script type="application/json" id="index">\(index(entries))</script>
    <script>\(script)</script>

    """
  }

  /// The entries as JSON in which nothing ends the script it stands in.
  private static func index(_ entries: [SearchEntry]) -> String {
    let document = JSONValue.array(
      entries.map { entry in
        .object([
          ("id", .string(entry.id)), ("title", .string(entry.title)), ("words", .string(entry.words)),
          ("mark", .string(entry.mark)), ("page", .string(entry.page)),
        ])
      })
    return document.text.replacing("<", with: "\\u003c")
  }

  /// Every word must be found, at the start of a word or inside one; what stands in the title comes first.
  private static let script = """

    (function () {
      'use strict';
      var entries = JSON.parse(document.getElementById('index').textContent);
      var field = document.getElementById('words');
      var list = document.getElementById('found');
      var count = document.getElementById('count');
      var most = 60;
      function fold(text) { return text.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, ''); }
      entries.forEach(function (entry) {
        entry.head = fold(entry.title + ' ' + entry.id);
        entry.body = fold(entry.words + ' ' + entry.mark);
      });
      function show() {
        var words = fold(field.value).split(/\\s+/).filter(Boolean);
        list.textContent = '';
        if (!words.length) { count.textContent = entries.length + ' rules.'; return; }
        var found = entries.map(function (entry) {
          var score = 0;
          var all = words.every(function (word) {
            if (entry.head.indexOf(word) >= 0) { score += 2; return true; }
            if (entry.body.indexOf(word) >= 0) { score += 1; return true; }
            return false;
          });
          return { entry: entry, score: all ? score : 0 };
        }).filter(function (hit) { return hit.score > 0; });
        found.sort(function (a, b) { return b.score - a.score; });
        count.textContent = found.length === 1 ? '1 rule found.' : found.length + ' rules found'
          + (found.length > most ? ', the first ' + most + ' are shown.' : '.');
        found.slice(0, most).forEach(function (hit) {
          var item = document.createElement('li');
          var link = document.createElement('a');
          link.href = hit.entry.page;
          link.textContent = hit.entry.title;
          var mark = document.createElement('span');
          mark.className = 'mark ' + hit.entry.mark;
          mark.textContent = hit.entry.mark;
          var id = document.createElement('code');
          id.textContent = hit.entry.id;
          item.append(mark, ' ', link, document.createElement('br'), id);
          list.append(item);
        });
      }
      field.value = new URLSearchParams(location.search).get('q') || '';
      field.addEventListener('input', show);
      document.getElementById('search').addEventListener('submit', function (event) { event.preventDefault(); show(); });
      show();
    })();

    """
}
