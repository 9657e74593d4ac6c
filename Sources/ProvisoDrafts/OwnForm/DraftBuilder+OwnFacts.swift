import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads what a draft in our own form declares, and notes what follows from it.
  ///
  /// The keys `channel`, `kind` and `category` are short for the facts of those names.
  mutating func readOwnFacts(_ draft: NodeCursor) {
    let short = (draft.node.entries ?? []).filter { entry in
      ["channel", "kind", "category"].contains(entry.key) && draft[entry.key] != nil
        && schema["draft.\(entry.key)"] != nil
    }
    let renamed = short.map {
      DocumentNode.Entry(key: "draft.\($0.key)", keySpan: $0.keySpan, value: $0.value)
    }
    let audiences = draft.node.entries?.filter { $0.key == "audiences" } ?? []
    // One mapping of all, so that whatever is declared twice is noticed.
    let all = (mapping(draft["facts"], "facts")?.node.entries ?? []) + renamed + audiences
    let node = DocumentNode(content: .mapping(all), span: draft.node.span)
    let reading = FactsReader.facts(from: node, in: source, schema: schema)
    declared = reading.facts
    report(reading.diagnostics)
    noteLanguage(draft["language"])
    noteWhatFollows(from: draft)
  }

  private mutating func noteWhatFollows(from draft: NodeCursor) {
    noted.note("draft.headerFormat", headerFormat ?? "none")
    let channel = declared.symbol("draft.channel")
    if channel == "email" { noted.note("email.subject", draft["subject"]?.node.text) }
    if let category = draft["category"]?.node.text { noted.note("template.category", category) }
    noted.note("draft.kind", kind(channel: channel, category: declared.symbol("draft.category")))
    // What was not handed to the platform yet is a draft there.
    if (declared.symbol("draft.kind") ?? noted.facts.symbol("draft.kind")) == "whatsapp-template" {
      noted.note("template.status", "draft")
    }
  }

  /// The kind of a message that does not say it: on WhatsApp, these categories are those of templates.
  private func kind(channel: String?, category: String?) -> String? {
    guard channel == "whatsapp" else { return channel }
    return ["marketing", "utility", "authentication"].contains(category) ? "whatsapp-template" : nil
  }
}

extension Facts {
  /// The word that a fact is known to be; nil for any other state.
  fileprivate func symbol(_ path: String) -> String? {
    if case .known(.symbol(let word)) = self[path] { word } else { nil }
  }
}
