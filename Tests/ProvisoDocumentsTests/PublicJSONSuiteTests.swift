import ProvisoDocuments
import ProvisoSource
import Testing

/// The JSON parsing test suite of nst: `y_` must be read, `n_` refused, `i_` is left to the reader.
@Suite(.enabled(if: SharedData.hasSuites)) struct PublicJSONSuiteTests {
  /// Two keys of one name are valid JSON of which nobody can say what it means; we refuse them.
  private static let excused: Set = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

  @Test func readsWhatMustBeReadAndRefusesWhatMustNot() {
    let files = SharedData.files(in: "suites/json")
    #expect(files.count > 300)
    for file in files {
      let isRead = isRead(file)
      switch file.name.prefix(2) {
      case "y_": #expect(isRead != Self.excused.contains(file.name), "\(file.name) must be read: \(Drawing.json(file))")
      case "n_": #expect(!isRead, "\(file.name) must be refused")
      default: break
      }
    }
  }

  private func isRead(_ file: SourceFile) -> Bool {
    do throws(DocumentFailure) {
      _ = try JSONReader.read(file)
      return true
    } catch {
      #expect(!error.diagnostics.isEmpty)
      for diagnostic in error.diagnostics { #expect(!diagnostic.drawn(in: file).isEmpty) }
      return false
    }
  }
}
