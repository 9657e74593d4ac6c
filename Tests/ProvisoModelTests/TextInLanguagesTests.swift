import ProvisoModel
import Testing

@Suite struct TextInLanguagesTests {
  static let stop = TextInLanguages(["en": "Reply STOP", "de": "Antworte STOPP", "fr": "Répondez STOP"])

  static let sentences: [([String], String, String)] = [
    (["de"], "Add: Reply STOP.", "Add: Antworte STOPP."), (["en"], "Add: Reply STOP.", "Add: Reply STOP."),
    (["xx", "fr"], "Add: Reply STOP.", "Add: Répondez STOP."), (["xx"], "Add: Reply STOP.", "Add: Reply STOP."),
    ([], "Add: Reply STOP.", "Add: Reply STOP."), (["de"], "Say how to stop.", "Say how to stop."),
    (["en"], "Add: Antworte STOPP.", "Add: Reply STOP."),
  ]

  @Test(arguments: sentences) func `a sentence quotes the text in the language of the reader`(
    _ languages: [String], _ sentence: String, _ replaced: String
  ) {
    #expect(Self.stop.replaced(in: sentence, for: languages) == replaced)
  }
}
