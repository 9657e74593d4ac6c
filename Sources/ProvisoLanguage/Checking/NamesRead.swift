extension Condition {
  /// The vocabularies whose phrases the condition looks for, by their full names, also inside quantifiers and values;
  /// those that only have to stand near a find are not among them.
  public var vocabulariesSought: Set<String> {
    var found: Set<String> = []
    forEachNestedAtom { atom in
      switch atom {
      case .text(_, .mentions(let mention)): found.formUnion(mention.vocabularies)
      case .text(_, .isPhrase(let vocabulary)): found.insert(vocabulary)
      default: break
      }
    }
    forEachNestedTerm { term in
      if case .mentions(_, let mention) = term { found.formUnion(mention.vocabularies) }
    }
    return found
  }

  /// All vocabularies that the condition names, also those that only have to stand near a find.
  public var vocabulariesNamed: Set<String> {
    var found = vocabulariesSought
    forEachNestedAtom { atom in
      switch atom {
      case .text(_, .mentions(let mention)): found.formUnion(mention.nearness.flatMap(\.vocabularies))
      case .text(_, .detector(_, let near)): found.formUnion(near.flatMap(\.vocabularies))
      default: break
      }
    }
    forEachNestedTerm { term in
      if case .mentions(_, let mention) = term { found.formUnion(mention.nearness.flatMap(\.vocabularies)) }
    }
    return found
  }

  /// The parameters that the condition reads, each once, by name.
  public var parametersRead: [Parameter] {
    var found: Set<Parameter> = []
    forEachNestedTerm { term in
      if case .parameter(let parameter) = term { found.insert(parameter) }
    }
    return found.sorted { $0.name < $1.name }
  }
}
