/// Tests under one name, with their counts.
struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  var attributes: String {
    let counts = [
      ("tests", cases.count), ("failures", cases.count { $0.end == .failure }),
      ("errors", cases.count { $0.end == .error }), ("skipped", cases.count { $0.end == .skipped }),
    ]
    return " name=\"\(name.onOneLine.xml)\"" + counts.map { " \($0)=\"\($1)\"" }.joined()
  }
}
