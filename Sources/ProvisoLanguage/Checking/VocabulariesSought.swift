extension Condition {
  /// The vocabularies whose phrases the condition looks for, by their full names, also inside quantifiers and values;
  /// those that only have to stand near a find are not among them.
  public var vocabulariesSought: Set<String> {
    var found: Set<String> = []
    collectVocabularies(&found)
    return found
  }

  fileprivate func collectVocabularies(_ found: inout Set<String>) {
    forEachAtom { atom in
      switch atom {
      case .text(_, .mentions(let mention)): found.formUnion(mention.vocabularies)
      case .text(_, .isPhrase(let vocabulary)): found.insert(vocabulary)
      case .anyItem(_, let inner): inner.collectVocabularies(&found)
      case .compared(let left, _, let right): for term in [left, right] { term.collectVocabularies(&found) }
      case .exists(let term), .wordAmong(let term, _): term.collectVocabularies(&found)
      case .truth, .symbol, .place, .placeIn, .member, .memberPlace, .present, .field, .fieldAmong, .text: break
      }
    }
  }
}

extension Term {
  fileprivate func collectVocabularies(_ found: inout Set<String>) {
    switch self {
    case .mentions(_, let mention): found.formUnion(mention.vocabularies)
    case .count(_, let condition), .runs(_, let condition): condition.collectVocabularies(&found)
    case .lookup(_, let key): key.collectVocabularies(&found)
    case .weekday(let date): date.collectVocabularies(&found)
    case .arithmetic(let left, _, let right): for term in [left, right] { term.collectVocabularies(&found) }
    case .constant, .fact, .field, .text, .parameter, .measure: break
    }
  }
}
