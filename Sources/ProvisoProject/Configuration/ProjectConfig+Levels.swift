public import ProvisoSource

extension ProjectConfig {
  /// The levels for rules and packs that take part, and the problems of those that name nothing.
  ///
  /// - Parameters:
  ///   - rules: the ids of the rules that take part.
  ///   - packs: the ids of their packs.
  ///   - allowsOthers: whether rules and packs that do not take part may be named; a name in a pack that does must be
  ///     that of a rule all the same.
  public func levels(
    rules: [String], packs: [String], allowingOthers allowsOthers: Bool
  ) -> (levels: [LevelSetting], diagnostics: [Diagnostic]) {
    let known = Set(rules).union(packs)
    let unknown = levels.filter { setting in
      let isOther = !packs.contains { setting.id.hasPrefix("\($0).") }
      return !known.contains(setting.id) && !(allowsOthers && isOther)
    }
    let diagnostics = unknown.map { setting in
      Diagnostic(
        "level.id", "no rule and no pack `\(setting.id)` takes part", in: source.name, at: setting.span,
        help: suggestion(for: setting.id, in: packs + rules))
    }
    return (levels.filter { known.contains($0.id) }, diagnostics)
  }
}
