/// The name in `names` that somebody who typed `typo` most likely meant, if one is near enough.
///
/// Nearness is the Damerau-Levenshtein distance (an insertion, a deletion, a substitution or a swap of neighbours
/// costs one); a third of the letters may differ. Among equally near names the first in alphabetical order wins. Where
/// none is near, it is the shortest that begins with what was typed.
public func nearestName(to typo: String, in names: some Sequence<String>) -> String? {
  let typed = typo
  let typo = Array(typo.unicodeScalars.prefix(80))
  var best: (distance: Int, name: String)?
  for name in names where name != String(String.UnicodeScalarView(typo)) {
    let letters = Array(name.unicodeScalars.prefix(80))
    let limit = max(1, max(typo.count, letters.count) / 3)
    guard abs(letters.count - typo.count) <= limit else { continue }
    let distance = editDistance(typo, letters)
    guard distance <= limit else { continue }
    if let found = best, (found.distance, found.name) <= (distance, name) { continue }
    best = (distance, name)
  }
  if let best { return best.name }
  guard typo.count >= shortestBeginning else { return nil }
  return names.filter { $0.hasPrefix(typed) && $0 != typed }.min { ($0.count, $0) < ($1.count, $1) }
}

/// The fewest letters that are taken for the beginning of a name.
private let shortestBeginning = 3

private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      let substitution = last[column] + (left[row] == right[column] ? 0 : 1)
      var cost = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
