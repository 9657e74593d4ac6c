import ProvisoModel
import ProvisoSource
import Testing

@testable import ProvisoDrafts

/// Every payload of the shared collection is read without an error. A few hold words that the platform has no more, or
/// placeholders in their place, of which the reader warns.
@Suite(.enabled(if: TestFiles.payloads != nil)) struct CollectedPayloadTests {
  static let schema: FactSchema = {
    let reading = try? SchemaReader.read(
      facts: TestFiles.policy("facts.yaml"), places: TestFiles.policy("regions.yaml"))
    return reading?.schema ?? Fixture.schema
  }()

  @Test func templatesAreRead() throws {
    let files = try TestFiles.payloads(in: "create")
    #expect(files.count >= 60)
    for file in files {
      let reading = DraftReader.read(file, schema: Self.schema)
      #expect(reading.diagnostics.filter { $0.severity == .error } == [], "\(file.name)")
      let draft = try #require(reading.drafts.first, "\(file.name)")
      #expect(draft.id?.isEmpty == false, "\(file.name)")
      #expect(draft.facts["draft.kind"] == .known(.symbol("whatsapp-template")), "\(file.name)")
      #expect(draft.facts["draft.languages"] != nil, "\(file.name)")
      #expect(!draft.segments.isEmpty, "\(file.name)")
      expectTrueSpans(draft)
    }
  }

  @Test func messagesAreRead() throws {
    let files = try TestFiles.payloads(in: "send")
    #expect(files.count >= 81)
    for file in files {
      let reading = DraftReader.read(file, schema: Self.schema)
      #expect(reading.diagnostics.filter { $0.severity == .error } == [], "\(file.name)")
      let draft = try #require(reading.drafts.first, "\(file.name)")
      #expect(draft.facts["draft.kind"] != nil, "\(file.name)")
      if file.name.hasPrefix("text/") || file.name.hasPrefix("interactive/") {
        #expect(draft.segments.contains { $0.role == .body }, "\(file.name)")
      }
      expectTrueSpans(draft)
    }
  }

  /// The first and the last letter of every text stand where its place says, unless they are escaped there.
  private func expectTrueSpans(_ draft: Draft) {
    for segment in draft.segments {
      let length = segment.text.utf8.count
      let raw = draft.source.text(in: segment.place.map.source(of: Span(0, length)))
      #expect(segment.text.contains("\n") || raw.contains("\\") || raw == segment.text, "\(draft.source.name)")
      #expect(segment.place.pointer?.isEmpty == false)
    }
  }
}
