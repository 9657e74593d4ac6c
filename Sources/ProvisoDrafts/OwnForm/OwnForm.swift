/// The keys and words of Proviso's own form of a draft.
enum OwnForm {
  /// The keys of a draft; a YAML file with one of them is taken for a draft.
  static let keys = [
    "id", "channel", "kind", "category", "language", "subject", "preheader", "header", "body", "footer", "alt",
    "buttons", "cards", "examples", "facts", "audiences", "drafts",
  ]

  /// The keys that one draft may have.
  static let draftKeys = keys.filter { $0 != "drafts" }

  static let headerKeys = ["format", "text"]
  static let buttonKeys = ["type", "text", "url", "phone", "code", "example"]
  static let cardKeys = ["header", "body", "buttons"]

  static let buttonTypes = WordList(
    id: "draft.button-type", name: "type of button",
    words: PlatformWords.buttonTypes.words + ["reply", "list", "list-row"])
}
