import Proviso
import ProvisoReports
import Testing

@testable import ProvisoCommand

extension PageSession {
  /// What `proviso matrix` prints.
  func matrix(_ command: ShowMatrix) throws -> String {
    let engine = try engine(command.packs.packs)
    let places = try engine.schema.places.leaves(
      of: command.places.flatMap { $0.split(separator: ",").map(String.init) })
    let drafts = try command.drafts.paths.flatMap { engine.read(try file($0)).drafts }
    let matrices = drafts.map {
      engine.matrix(of: $0, places: places, asOf: Self.day, grouped: !command.each)
    }
    return command.format.render(
      MatrixReport(
        toolVersion: Engine.version, packs: engine.packSummaries(on: Self.day), matrices: matrices, errors: []))
  }

  /// What `proviso calendar` prints without drafts.
  func calendar(_ command: ShowCalendar) throws -> String {
    #expect(command.paths.isEmpty)
    let engine = try engine(command.packs.packs)
    let last = try #require(Self.day.adding(months: command.months ?? 12))
    return command.format.render(
      RuleCalendar(
        toolVersion: Engine.version, from: Self.day, until: last,
        packs: try engine.packChanges(from: Self.day, through: last), drafts: [], errors: []))
  }
}
