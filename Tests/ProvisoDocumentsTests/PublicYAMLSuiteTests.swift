import ProvisoDocuments
import ProvisoSource
import Testing

/// The YAML test suite: every case is read with its value, refused where it must be, or excused below with a reason.
@Suite(.enabled(if: SharedData.hasSuites)) struct PublicYAMLSuiteTests {
  @Test func agreesWithTheSuiteExceptWhereExcused() throws {
    let cases = try YAMLCase.all()
    #expect(cases.count > 400)
    var excuses = YAMLExcuse.all
    for example in cases {
      let excuse = excuses.removeValue(forKey: example.name)
      let complaint = complaint(about: example)
      switch (complaint, excuse) {
      case (nil, let excuse?):
        Issue.record("\(example.name) needs no excuse any more: \(excuse.reason)")
      case (let complaint?, let excuse) where complaint.conduct != excuse?.conduct:
        Issue.record("\(example.name): \(complaint.reason)")
      default: break
      }
    }
    #expect(excuses.isEmpty, "excuses for cases that do not exist")
  }

  /// What the suite would object to in our reading of a case.
  private func complaint(about example: YAMLCase) -> YAMLExcuse? {
    do throws(DocumentFailure) {
      let node = try YAMLReader.read(example.yaml)
      return wrongValue(node, of: example).map { YAMLExcuse(conduct: .read, reason: $0) }
    } catch {
      let drawing = error.diagnostics[0].drawn(in: example.yaml)
      return example.mustFail ? nil : YAMLExcuse(conduct: .refused, reason: "refused: \(drawing)")
    }
  }

  private func wrongValue(_ node: DocumentNode, of example: YAMLCase) -> String? {
    let tree = Drawing.tree(node)
    if example.mustFail { return "read as \(tree), must be refused" }
    guard let json = example.json else { return nil }
    // A text without a document has no value in the suite, and a null node here.
    if json.bytes.isEmpty { return node.content == .null ? nil : "read as \(tree), there is no document" }
    guard let value = try? JSONReader.read(json) else { return "read as \(tree), the value is no JSON document" }
    return agree(node, value) ? nil : "read as \(tree), the value is \(Drawing.tree(value))"
  }

  private func agree(_ node: DocumentNode, _ value: DocumentNode) -> Bool {
    switch (node.content, value.content) {
    case (.number(let left), .number(let right)):
      return number(left) == number(right)
    case (.sequence(let left), .sequence(let right)):
      return left.count == right.count && zip(left, right).allSatisfy(agree)
    case (.mapping(let left), .mapping(let right)):
      return left.count == right.count
        && left.allSatisfy { entry in value[entry.key].map { agree(entry.value, $0) } ?? false }
    default:
      return node.content == value.content
    }
  }

  private func number(_ digits: String) -> Double? {
    if digits.hasPrefix("0o") { return Int(digits.dropFirst(2), radix: 8).map(Double.init) }
    if digits.hasPrefix("0x") { return Int(digits.dropFirst(2), radix: 16).map(Double.init) }
    return Double(digits)
  }

  @Test func mapsEveryScalarOfTheSuiteByteForByte() throws {
    for example in try YAMLCase.all() {
      guard let tree = try? YAMLReader.read(example.yaml) else { continue }
      for node in tree.all where node.scalarText != nil {
        for complaint in ScalarMapCheck(node, in: example.yaml).complaints {
          Issue.record("\(example.name): \(complaint)")
        }
      }
    }
  }
}
