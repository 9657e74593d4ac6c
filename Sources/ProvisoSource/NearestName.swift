/// The name in `names` that somebody who typed `typo` most likely meant, if one is near enough.
///
/// Nearness is the Damerau-Levenshtein distance (an insertion, a deletion, a substitution or a swap of neighbours
/// costs one); a third of the letters may differ. Among equally near names one that only ends sooner or later wins, then
/// one with the same first letter, then the first in alphabetical order. Where none is near, it is the shortest that
/// begins with what was typed.
public func nearestName(to typo: String, in names: some Sequence<String>) -> String? {
  let letters = Array(typo.unicodeScalars.prefix(longest))
  var best: (distance: Int, strangeness: Int, name: String)?
  var longer: (count: Int, name: String)?
  for name in names where name != typo {
    let own = Array(name.unicodeScalars.prefix(longest))
    let isLonger = own.starts(with: letters)
    if isLonger, letters.count >= shortestBeginning {
      let found = (own.count, name)
      if longer.map({ found < $0 }) ?? true { longer = found }
    }
    let limit = max(1, max(letters.count, own.count) / 3)
    guard abs(own.count - letters.count) <= limit else { continue }
    let distance = editDistance(letters, own)
    guard distance <= limit else { continue }
    let strangeness = isLonger || letters.starts(with: own) ? 0 : own.first == letters.first ? 1 : 2
    let found = (distance, strangeness, name)
    if best.map({ found < $0 }) ?? true { best = found }
  }
  return best?.name ?? longer?.name
}

/// The most letters of a name that are compared.
private let longest = 80
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
