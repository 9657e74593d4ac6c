public import ProvisoModel
import ProvisoPlan

extension Engine {
  /// What changes in the packs behind `first` and up to `last`: rules that come into force or end, parameters with new
  /// values, days that rules wait for, sources that must be read again.
  ///
  /// - Throws: `EngineError` when there is no memory to read texts with.
  public func packChanges(
    from first: CalendarDate, through last: CalendarDate
  ) throws(EngineError) -> [PackChange] {
    do throws(ScanFailure) {
      return try plan.packChanges(from: first, through: last)
    } catch {
      throw EngineError(.notScanned, error.message)
    }
  }

  /// What changes for drafts, each with what is declared besides what it states: which rules say something else than
  /// at `first`, and from which day on. The planned day of a draft counts as in `evaluate`, so nothing changes for one.
  ///
  /// Rules that hang on the day of the week are left out.
  ///
  /// - Throws: `EngineError` when there is no memory to scan a text.
  public func timelines(
    of drafts: [(draft: Draft, facts: Facts)], from first: CalendarDate, through last: CalendarDate
  ) throws(EngineError) -> [DraftTimeline] {
    let maker = TimelineMaker(plan, from: first, through: last)
    var timelines: [DraftTimeline] = []
    do throws(ScanFailure) {
      for entry in drafts { timelines.append(try maker.timeline(of: entry.draft, facts: entry.facts)) }
    } catch {
      throw EngineError(.notScanned, error.message)
    }
    return timelines
  }
}
