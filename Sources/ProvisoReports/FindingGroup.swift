import ProvisoModel

/// A broken rule, and those after it that the same change mends.
struct FindingGroup {
  /// The gravest.
  let first: RuleResult
  /// The others in the order of the report.
  var others: [RuleResult] = []

  /// Whether what mends the first mends this too: the fix is the same, and so is what it is for.
  private func holds(_ result: RuleResult) -> Bool {
    let isFixShared =
      first.remedy != nil && first.remedy == result.remedy || !first.fixes.isEmpty && first.fixes == result.fixes
    return isFixShared && FindingGroup.meet(first.locations, result.locations)
  }

  /// Whether places overlap; what has no place goes with any.
  private static func meet(_ left: [TextLocation], _ right: [TextLocation]) -> Bool {
    left.isEmpty || right.isEmpty
      || left.contains { place in
        right.contains {
          $0.byteOffset < place.byteOffset + place.byteLength && place.byteOffset < $0.byteOffset + $0.byteLength
        }
      }
  }

  /// Broken rules, those with the same fix together where the gravest stands.
  static func groups(_ results: [RuleResult]) -> [FindingGroup] {
    var groups: [FindingGroup] = []
    for result in results {
      if let number = groups.firstIndex(where: { $0.holds(result) }) {
        groups[number].others.append(result)
      } else {
        groups.append(FindingGroup(first: result))
      }
    }
    return groups
  }
}
