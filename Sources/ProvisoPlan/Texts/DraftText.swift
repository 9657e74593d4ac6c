import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// A draft whose texts have been scanned: answers what rules ask of it. Used by one thread.
final class DraftText: DraftQuestions {
  private let draft: Draft
  private let tables: TextTables
  private let items: DraftItems
  private let units: [TextUnit]
  private let finds: [UnitFinds]
  /// For each unit what it says in disguise; nil where nothing.
  private let disguised: [SecondReading?]
  private let seam: SeamReading?
  private let filledSegments: Set<Int>
  private var hits: TextHits
  private var foreign: [String: ForeignText] = [:]

  /// A text that is no part of the message, or the field of an item.
  private struct ForeignText {
    let folded: FoldedText
    let finds: UnitFinds
    let disguised: SecondReading?
  }

  /// Scans `draft`.
  init(_ draft: Draft, _ tables: TextTables) throws(ScanFailure) {
    self.draft = draft
    self.tables = tables
    items = DraftItems(draft)
    units = TextUnit.units(of: draft)
    filledSegments = Set(units.filter { $0.view == .filled }.map(\.segment))
    do throws(PatternError) {
      hits = try tables.scanner.makeHits()
      var finds: [UnitFinds] = []
      var disguised: [SecondReading?] = []
      for unit in units {
        try tables.scanner.scan(unit.folded, into: &hits)
        var plain = UnitFinds(hits, unit.folded, tables.vocabularies)
        disguised.append(
          try SecondReading(of: unit.folded, source: unit.source, besides: &plain, tables, &hits))
        finds.append(plain)
      }
      self.finds = finds
      self.disguised = disguised
      seam = try SeamReading(units, tables, &hits)
    } catch {
      throw ScanFailure(error)
    }
  }

  /// Everything that was found in any text, for the dispatch.
  var triggers: [Dispatch.Trigger] {
    let all = finds + disguised.compactMap { $0?.finds } + (seam.map { [$0.finds] } ?? [])
    return Array(all.reduce(into: Set<Dispatch.Trigger>()) { $0.formUnion($1.triggers) })
  }

  func items(_ list: ItemList) -> [DraftItem] { items.items(list) }

  func text(of scope: TextScope) -> String? {
    let texts = draft.segments.filter { scope.role == nil || $0.role == scope.role }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  // MARK: Measures

  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number {
    let texts: [FoldedText] =
      switch subject {
      case .scope(let scope):
        numbers(of: scope).filter { units[$0].view != .filled || scope == .filled }.map { units[$0].folded }
      case .segment(let segment): units.filter { $0.segment == segment && $0.view == .written }.map(\.folded)
      case .text(let text): [FoldedText(text)]
      }
    let measures = texts.map(\.measures)
    switch measure {
    case .length: return Number(measures.reduce(0) { $0 + $1.codePoints })
    case .utf16Length: return Number(measures.reduce(0) { $0 + $1.utf16Units })
    case .words: return Number(measures.reduce(0) { $0 + $1.words })
    case .emoji: return Number(measures.reduce(0) { $0 + $1.emoji })
    case .uppercaseShare:
      return .ratio(measures.reduce(0) { $0 + $1.capitals }, of: measures.reduce(0) { $0 + $1.letters })
    }
  }

  private func numbers(of scope: TextScope) -> [Int] {
    units.indices.filter { scope.includes(units[$0], hasFilledTwin: filledSegments.contains(units[$0].segment)) }
  }

  // MARK: Checks

  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] {
    let searched: [Int]
    switch subject {
    case .text(let text): return holds(check, text, values) ? [] + nowhere : []
    case .scope(let scope): searched = numbers(of: scope)
    case .segment(let segment):
      searched = units.indices.filter { units[$0].segment == segment && units[$0].view != .sample }
    }
    return searched.flatMap { places(of: check, inUnit: $0, values) } + places(of: check, acrossSeamIn: subject, values)
  }

  private func places(of check: TextCheck, inUnit number: Int, _ values: [String]) -> [FoundText] {
    let unit = units[number]
    let plain = spans(of: check, in: unit.folded, finds[number], values)
    let places = plain.map { unit.place(of: $0, in: draft) }
    guard let second = disguised[number] else { return places }
    let read = spans(of: check, in: second.text, second.finds, values)
    return places + second.hidden(read, besides: plain, in: unit, of: draft)
  }

  /// Phrases that begin in the header and end in the body; only questions about the whole text see them.
  private func places(
    of check: TextCheck, acrossSeamIn subject: ResolvedSubject, _ values: [String]
  ) -> [FoundText] {
    guard let seam, case .mentions = check, subject == .scope(.text) else { return [] }
    return seam.crossing(spans(of: check, in: seam.text, seam.finds, values), in: draft)
  }

  /// Stands for a find in a text that is no part of the message: it has no place there.
  private var nowhere: [FoundText] { [FoundText(role: .body, pointer: nil, span: Span(0, 0))] }

  private func holds(_ check: TextCheck, _ text: String, _ values: [String]) -> Bool {
    if case .matches(let pattern) = check {
      guard let number = tables.patterns[pattern] else { return false }
      // A text that is no part of the message is matched as written: names and versions are exact.
      guard (try? tables.scanner.scanPatterns(of: text, into: &hits)) != nil else { return false }
      return hits.patterns.contains { $0.pattern == number }
    }
    guard let read = try? read(text) else { return false }
    return !spans(of: check, in: read.folded, read.finds, values).isEmpty
      || read.disguised.map { !spans(of: check, in: $0.text, $0.finds, values).isEmpty } == true
  }

  private func read(_ text: String) throws(PatternError) -> ForeignText {
    if let known = foreign[text] { return known }
    let source = Array(text.utf8)
    let folded = FoldedText(source)
    try tables.scanner.scan(folded, into: &hits)
    var finds = UnitFinds(hits, folded, tables.vocabularies)
    let disguised = try SecondReading(of: folded, source: source, besides: &finds, tables, &hits)
    let read = ForeignText(folded: folded, finds: finds, disguised: disguised)
    foreign[text] = read
    return read
  }

  private func spans(of check: TextCheck, in text: FoldedText, _ finds: UnitFinds, _ values: [String]) -> [Span] {
    switch check {
    case .mentions(let mention): return matches(mention, finds, text, values).map { text.span(ofWords: $0.words) }
    case .matches(let pattern): return finds.patterns(tables.patterns[pattern])
    case .detector(let name): return finds.detectors(tables.detectors[name])
    case .contains(let texts): return texts.flatMap { TextSearch.spans(of: $0, in: text) }
    case .containsFact: return values.flatMap { TextSearch.spans(of: $0, in: text) }
    case .isPhrase(let vocabulary):
      let whole = finds.matches(tables.vocabularies.numbers[vocabulary]).filter {
        $0.words == 0...max(0, text.words.count - 1)
      }
      return whole.map { text.span(ofWords: $0.words) }
    }
  }

  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int {
    let phrases = numbers(of: scope).flatMap { number in
      let read = disguised[number].map { matches(mention, $0.finds, $0.text, []) } ?? []
      return (matches(mention, finds[number], units[number].folded, []) + read).map(\.phrase)
    }
    return Set(phrases).count
  }

  /// The phrases of a mention's vocabularies that fulfil its demands.
  private func matches(
    _ mention: Mention, _ finds: UnitFinds, _ text: FoldedText, _ languages: [String]
  ) -> [UnitFinds.Match] {
    var found = mention.vocabularies.flatMap { finds.matches(tables.vocabularies.numbers[$0]) }
    if mention.languages != nil {
      let spoken = Set(languages.compactMap { tables.vocabularies.languages[$0] } + [0])
      found.removeAll { !spoken.contains($0.language) }
    }
    for near in mention.nearness {
      let around = near.vocabularies.flatMap { finds.matches(tables.vocabularies.numbers[$0]) }
      found.removeAll { match in
        around.contains { text.distance(match.words, $0.words) <= near.words ?? .max } == near.negated
      }
    }
    return found
  }
}

extension FoldedText {
  /// The folded bytes of a run of words.
  func span(ofWords range: ClosedRange<Int>) -> Span {
    Span(Int(words[range.lowerBound].start), Int(words[range.upperBound].end))
  }

  /// How many words stand between two runs of words; 0 when they touch, and for runs that overlap.
  func distance(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
    if left.overlaps(right) { return 0 }
    let (first, second) = left.upperBound < right.lowerBound ? (left, right) : (right, left)
    let last = words[first.upperBound]
    return Int(words[second.lowerBound].ordinal - last.ordinal) - (last.isWord ? 1 : 0)
  }
}
