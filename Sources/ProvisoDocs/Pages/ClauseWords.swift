import Proviso
import ProvisoLanguage
import ProvisoModel
import ProvisoPacks

/// Puts conditions into words: questions with their answers, joined as they are written.
struct ClauseWords {
  let pack: Pack
  let library: DocumentedPacks

  /// A clause behind its `lead`, such as `It applies when`.
  func blocks(_ lead: String, _ condition: WrittenCondition) -> [Block] {
    switch node(condition.root, holds: true) {
    case .line(let line): return [.paragraph([.text("\(lead) ")] + line + [.text(".")])]
    case .group(let joint, let nodes):
      return [.paragraph([.text("\(lead) \(joint):")]), .list(nodes.map(item))]
    }
  }

  /// A tree of lines.
  private indirect enum Node {
    case line([Inline])
    case group(String, [Node])
  }

  private func item(_ node: Node) -> [Block] {
    switch node {
    case .line(let line): [.paragraph(line)]
    case .group(let joint, let nodes): [.paragraph([.text("\(joint):")]), .list(nodes.map(item))]
    }
  }

  /// Negations move down to the single tests, so that nobody has to turn a list round.
  private func node(_ part: WrittenCondition.Part, holds: Bool) -> Node {
    switch part {
    case .all(let parts): return group(parts, holds, holds ? "all of these hold" : "one of these holds")
    case .any(let parts): return group(parts, holds, holds ? "one of these holds" : "all of these hold")
    case .not(let inner): return node(inner, holds: !holds)
    case .anyItem(let list, .not(let inner)) where !holds:
      return quantified("every \(list.kind.rawValue)", inner)
    case .anyItem(let list, let inner):
      return quantified(holds ? "a \(list.kind.rawValue)" : "no \(list.kind.rawValue)", inner)
    case .leaf(let leaf): return .line(line(leaf, holds))
    }
  }

  private func group(_ parts: [WrittenCondition.Part], _ holds: Bool, _ joint: String) -> Node {
    .group(joint, parts.map { node($0, holds: holds) })
  }

  private func quantified(_ who: String, _ inner: WrittenCondition.Part) -> Node {
    switch node(inner, holds: true) {
    case .line(let line): .line([.text("\(who) fits: ")] + line)
    case .group(let joint, let nodes): .group("\(who) fits, for which \(joint)", nodes)
    }
  }

  // MARK: Tests

  private func line(_ leaf: WrittenCondition.Leaf, _ holds: Bool) -> [Inline] {
    switch leaf.meaning {
    case .definition(let name):
      let label = name.replacing("-", with: " ")
      guard let origin = library.written.origin(of: name, in: pack) else { return [.text(label)] }
      let link = Inline.link(label, .page(Anchor.page(of: origin), anchor: Anchor.definition(name)))
      return holds ? [link] : [.text("not: "), link]
    case .test(let condition):
      return words(condition, holds) ?? (holds ? [.code(leaf.text)] : [.text("not: "), .code(leaf.text)])
    }
  }

  private func words(_ condition: Condition, _ holds: Bool) -> [Inline]? {
    switch condition {
    case .not(let inner): return words(inner, !holds)
    case .atom(let atom): return words(atom, holds)
    case .any(let parts):
      let members = parts.compactMap { part -> (path: String, word: String)? in
        if case .atom(.member(let path, let word)) = part { (path, word) } else { nil }
      }
      guard members.count == parts.count, let path = members.first?.path, members.allSatisfy({ $0.path == path })
      else { return nil }
      return answer(path, members.map(\.word), holds, among: true)
    case .constant, .all: return nil
    }
  }

  private func words(_ atom: Atom, _ holds: Bool) -> [Inline]? {
    switch atom {
    case .truth(let path):
      let no = library.schema[path]?.canBeAbsent == true ? "not yes" : "no"
      return question(path).map { $0 + [.strong(holds ? "yes" : no)] }
    case .symbol(let path, let words): return answer(path, words, holds, among: false)
    case .member(let path, let word): return answer(path, [word], holds, among: true)
    case .place(let path, let codes), .memberPlace(let path, let codes):
      let names = codes.map(library.schema.places.name)
      return question(path).map { $0 + [.strong("\(holds ? "in" : "not in") \(Wording.list(names, "or"))")] }
    case .present(let path): return question(path).map { $0 + [.strong(holds ? "it is known" : "it is not known")] }
    case .text(let subject, .mentions(let mention)): return mentions(subject, mention, holds)
    case .placeIn, .compared, .wordAmong, .exists, .field, .fieldAmong, .text, .anyItem: return nil
    }
  }

  private func question(_ path: String) -> [Inline]? {
    library.schema[path].map { [.text("“\($0.question)” ")] }
  }

  private func answer(_ path: String, _ words: [String], _ holds: Bool, among: Bool) -> [Inline]? {
    let list = Wording.list(words, "or")
    let relation: String =
      switch (holds, among) {
      case (true, true): words.count == 1 ? "\(list) is among them" : "one of them is \(list)"
      case (false, true): words.count == 1 ? "\(list) is not among them" : "none of them is \(list)"
      case (true, false): list
      case (false, false): "not \(list)"
      }
    return question(path).map { $0 + [.strong(relation)] }
  }

  private func mentions(_ subject: TextSubject, _ mention: Mention, _ holds: Bool) -> [Inline]? {
    let about: String
    switch subject {
    case .scope(let scope): about = "the \(scope.rawValue)"
    case .item: about = "its text"
    case .field(let name): about = "its \(name)"
    case .fact(let path):
      guard let definition = library.schema[path] else { return nil }
      about = "the answer to “\(definition.question)”"
    }
    let around = mention.nearness.map { near in
      let words = near.words.map { " within \(Wording.count($0, "word"))" } ?? ""
      return [.text(" \(near.negated ? "not " : "")\(near.side.rawValue) ")] + links(near.vocabularies) + [.text(words)]
    }.joined()
    let languages = mention.languages.map { [Inline.text(" in a language of "), .code($0)] } ?? []
    return [.text("\(about) mentions \(holds ? "" : "nothing of ")")] + links(mention.vocabularies) + around + languages
  }

  /// Vocabularies by their short names, `a or b`.
  private func links(_ vocabularies: [String]) -> [Inline] {
    vocabularies.enumerated().flatMap { number, id in
      let parts = id.split(separator: "/", maxSplits: 1).map(String.init)
      let name = parts.last ?? id
      let link = Inline.link("@\(name)", .page(Anchor.page(of: parts[0]), anchor: Anchor.vocabulary(name)))
      return number == 0 ? [link] : [.text(" or "), link]
    }
  }
}
