import Glibc
import Testing

@testable import ProvisoText

@Suite struct DetectorTableTests {
  @Test func namesAreTheDocumentedOnes() {
    #expect(
      DetectorTable.all.map(\.name) == [
        "api-key", "br-cnpj", "br-cpf", "card-number", "date-of-birth", "de-steuer-id", "email-address", "es-dni",
        "fr-nir", "geo-coordinates", "iban", "ip-address", "it-codice-fiscale", "medical-record-number",
        "one-time-code", "phone-number", "postal-address", "uk-nhs", "uk-nino", "us-itin", "us-postal-address",
        "us-ssn",
      ])
    #expect(DetectorTable.detector(named: "iban")?.name == "iban")
    #expect(DetectorTable.detector(named: "nothing") == nil)
  }

  @Test func everyFileInTheFolderIsInTheTable() throws {
    let here = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let folder = here + "/Sources/ProvisoText/Detectors"
    let files = try #require(opendir(folder))
    defer { closedir(files) }
    var count = 0
    while let entry = readdir(files) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".swift") { count += 1 }
    }
    #expect(count == DetectorTable.all.count)
  }

  @Test func everyDetectorIsTested() {
    let tested = Set(DetectorTests.hits.map(\.detector)).intersection(DetectorTests.misses.map(\.detector))
    #expect(DetectorTable.all.map(\.name).filter { !tested.contains($0) } == [])
  }

  @Test func everyCandidateCompilesByItself() throws {
    for detector in DetectorTable.all {
      for candidate in detector.candidates {
        var builder = PatternSetBuilder()
        #expect(throws: Never.self, "\(detector.name): \(candidate)") { try builder.add(candidate) }
      }
    }
  }
}
