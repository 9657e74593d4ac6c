import Foundation
import Testing

@Suite struct BenchTests {
  @Test func `the stages of checking are measured beside a plain scan`() throws {
    let folder = try Sample.drafts()
    let run = try Program.run(["bench", "drafts/c-own.yaml", "--pack", "mini.yaml", "-f", "json"], in: folder)
    let figures = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Double], "\(run.errors)")
    let stages = ["read", "fold", "scan", "decide", "report", "evaluate", "raw_scan"].map { "\($0)_us_per_draft" }
    for name in stages + ["bytes_per_draft", "evaluate_us_p50", "evaluate_us_p99", "ratio_to_raw_scan"] {
      #expect(figures[name] != nil, "\(name)")
    }
    #expect(figures["drafts"] == 1 && run.status == 0)
    let (evaluate, raw) = (figures["evaluate_us_per_draft"] ?? 0, figures["raw_scan_us_per_draft"] ?? 0)
    #expect(evaluate > 0 && raw > 0 && (figures["evaluate_us_p50"] ?? 1) <= (figures["evaluate_us_p99"] ?? 0))
    // Without the library that counts there is no count.
    #expect(figures["allocations_per_draft"] == nil)
  }

  @Test func `without drafts nothing is measured`() throws {
    let run = try Program.run(["bench", "none/", "--pack", "mini.yaml"], in: Sample.folder())
    #expect(run.status == 2 && run.errors.contains("no such file: none/"))
  }
}
