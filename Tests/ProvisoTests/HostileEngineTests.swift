import Proviso
import Testing

@Suite struct HostileEngineTests {
  static let expressions: [(about: String, text: String)] = [
    ("parentheses", String(repeating: "(", count: 1_000_000) + "yes" + String(repeating: ")", count: 1_000_000)),
    ("open parentheses", String(repeating: "(", count: 60_000)),
    ("nots", String(repeating: "not ", count: 16_000) + "draft.channel is sms"),
    ("minus signs", "length(body) > " + String(repeating: "- ", count: 30_000) + "1"),
    ("sets", String(repeating: "[", count: 60_000)),
    ("calls", String(repeating: "length(", count: 9_000)),
    ("a number", "length(body) > " + String(repeating: "9", count: 60_000)),
    ("zero bytes", String(repeating: "\0", count: 60_000)),
    ("an open text", "text contains \"" + String(repeating: "a", count: 60_000)),
    ("nothing", ""),
  ]

  @Test(arguments: expressions) func `an expression that cannot be meant is refused`(_ about: String, _ text: String)
    throws
  {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: Hi")
    let (lines, problems) = engine.evaluate(expression: text, on: draft, facts: Facts(), asOf: Shared.day)
    #expect(lines.isEmpty)
    #expect(!problems.isEmpty)
    #expect(problems.count <= 100, "\(problems.count) problems")
  }

  @Test func `a long expression of many conditions is evaluated`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("channel: sms\nbody: Hi")
    let text = Array(repeating: "draft.channel is sms", count: 2_000).joined(separator: " and ")
    let (lines, problems) = engine.evaluate(expression: text, on: draft, facts: Facts(), asOf: Shared.day)
    #expect(problems.isEmpty)
    #expect(lines.count == 1 && lines[0].hasPrefix("yes"))
  }

  @Test func `many unknown facts leave a condition open in bounded time`() throws {
    let engine = try Shared.user()
    let draft = try engine.draft("body: Hi", named: "draft.yaml")
    let unknown = engine.schema.paths.filter { if case .truth = engine.schema[$0]?.type { true } else { false } }
    let pairs = stride(from: 0, to: min(unknown.count, 60) - 1, by: 2).map { "(\(unknown[$0]) or \(unknown[$0 + 1]))" }
    let start = ContinuousClock.now
    let (lines, problems) = engine.evaluate(
      expression: pairs.joined(separator: " and "), on: draft, facts: Facts(), asOf: Shared.day)
    #expect(problems.isEmpty)
    #expect(lines.count == 1 && lines[0].hasPrefix("unknown, depends on"))
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
