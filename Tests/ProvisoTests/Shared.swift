import Foundation
import Proviso
import Testing

/// Engines that take a while to make, made once for all tests.
enum Shared {
  static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? CalendarDate(day: 0)

  /// The engine of all built-in packs.
  static func builtIn() throws -> Engine { try builtInResult.get() }
  private static let builtInResult = Result { try Engine() }

  /// The engine of the packs in `UserPack`.
  static func user() throws -> Engine { try userResult.get() }
  private static let userResult = Result { try Engine(packs: [], files: UserPack.all) }
}

/// The folder of the policies beside the tests.
enum PoliciesFolder {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let url = repository.appending(path: "Policies")

  /// The paths of the YAML files in it and below, such as `facts.yaml` and `gdpr/pack.yaml`; without the sample drafts.
  static func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path())
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("drafts/") }.sorted()
  }

  static func bytes(of name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url.appending(path: name))) }
}

extension Engine {
  /// The only draft in a text; the file's name tells its format.
  func draft(_ text: String, named name: String = "draft.yaml") throws -> Draft {
    let reading = read(SourceFile(name: name, text: text))
    #expect(reading.diagnostics.filter { $0.severity == .error }.isEmpty)
    return try #require(reading.drafts.first)
  }

  /// What all rules say of a draft in Proviso's own form, on a day and with facts as on a command line.
  func report(_ text: String, facts: Facts = Facts(), on day: CalendarDate = Shared.day) throws -> DraftReport {
    evaluate(try draft(text), facts: facts, asOf: day, includingAll: true)
  }
}

extension DraftReport {
  /// What is not kept of one rule, with the places it holds for, such as `fail DE, FR`, in alphabetical order.
  func findings(of rule: String) -> [String] {
    results.filter { $0.ruleID == rule && [.fail, .undetermined].contains($0.outcome) }.map { result in
      ([result.outcome.rawValue] + [result.regions.joined(separator: ", ")]).filter { !$0.isEmpty }
        .joined(separator: " ")
    }.sorted()
  }
}
