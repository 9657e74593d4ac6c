import ProvisoLanguage
import ProvisoModel
import ProvisoSource
import ProvisoText

/// A draft whose texts have been scanned: answers what rules ask of it. Used by one thread, for one draft after the
/// other.
///
/// What every scan touches is not checked for overlapping accesses: nothing here calls anybody who could reach it again.
final class DraftText: DraftQuestions {
  private let tables: TextTables
  @exclusivity(unchecked) private var segments: [Segment] = []
  /// The draft that the segments belong to; needed by what asks for more than its texts.
  private var draft: Draft?
  private var draftItems: DraftItems?
  /// The units of all drafts so far; the first `count` are those of this one.
  @exclusivity(unchecked) private var units: [TextUnit] = []
  @exclusivity(unchecked) private var count = 0
  /// Header and body read as one, where a phrase may go across.
  private var seam: SeamReading?
  @exclusivity(unchecked) private var hits: TextHits
  private var foreign: [String: TextUnit] = [:]
  /// What was asked of this draft. The interpreter asks the same again and again while it splits cases.
  private var answers: [Question: [FoundText]] = [:]

  private struct Question: Hashable {
    let check: TextCheck
    let subject: ResolvedSubject
    let values: [String]
  }
  /// Everything that was found in any text, for the dispatch.
  @exclusivity(unchecked) private(set) var found: TriggerSet

  /// Memory for scans with `tables`.
  init(_ tables: TextTables) throws(ScanFailure) {
    self.tables = tables
    found = TriggerSet(count: tables.triggerCount)
    do throws(PatternError) {
      hits = try tables.scanner.makeHits()
    } catch {
      throw ScanFailure(error)
    }
  }

  /// Whether everything found counts for the whole text: nothing was found in an example, or only around a seam.
  var isPlain: Bool { seam == nil && !hasSamples }
  @exclusivity(unchecked) private var hasSamples = false
  @exclusivity(unchecked) private var hasHeader = false

  /// Scans `draft`.
  convenience init(_ draft: Draft, _ tables: TextTables) throws(ScanFailure) {
    try self.init(tables)
    try scan(draft)
    attach(draft)
  }

  /// Scans each segment as written, filled in where it has examples, and the examples themselves; forgets the draft
  /// before.
  func scan(_ draft: Draft) throws(ScanFailure) {
    segments = draft.segments
    if self.draft != nil { self.draft = nil }
    if draftItems != nil { draftItems = nil }
    if !foreign.isEmpty { foreign.removeAll() }
    if !answers.isEmpty { answers.removeAll(keepingCapacity: true) }
    if seam != nil { seam = nil }
    found.removeAll()
    count = 0
    (hasSamples, hasHeader) = (false, false)
    for number in segments.indices {
      let place = nextUnit()
      units[place].setWritten(segments, number)
      try scan(place)
      if units[place].hasFilledTwin { try addExamples(of: segments[number], number) }
    }
    if hasHeader { try readSeam() }
    markLists(of: draft)
  }

  /// Notes for the dispatch which lists may hold items.
  private func markLists(of draft: Draft) {
    if !draft.buttons.isEmpty {
      mark(.button)
      // A button may lead to an address.
      mark(.link)
    }
    if !draft.cards.isEmpty { mark(.card) }
    for segment in draft.segments {
      if !segment.placeholders.isEmpty { mark(.variable) }
      if Link.mayStand(in: segment.text) { mark(.link) }
    }
  }

  private func mark(_ list: ItemKind) { found.insert(Int(tables.trigger(list: list))) }

  /// Adds a segment with its examples put in, and the examples themselves.
  private func addExamples(of segment: Segment, _ number: Int) throws(ScanFailure) {
    let filled = nextUnit()
    units[filled].setFilled(segment, number)
    try scan(filled)
    for placeholder in segment.placeholders {
      guard let example = placeholder.example else { continue }
      let sample = nextUnit()
      units[sample].setSample(example, of: placeholder, segment, number)
      try scan(sample)
      hasSamples = true
    }
  }

  private func readSeam() throws(ScanFailure) {
    do throws(PatternError) {
      seam = try SeamReading(units[..<count], tables, &hits)
    } catch {
      throw ScanFailure(error)
    }
    seam?.finds.mark(&found, tables)
  }

  /// Lets the draft be asked for more than its texts; `draft` must be that of the segments scanned last.
  func attach(_ draft: Draft) {
    if self.draft == nil { self.draft = draft }
  }

  /// The place of the next unit to use.
  private func nextUnit() -> Int {
    if count == units.count { units.append(TextUnit()) }
    count += 1
    return count - 1
  }

  private func scan(_ place: Int) throws(ScanFailure) {
    do throws(PatternError) {
      try units[place].scan(tables, &hits)
    } catch {
      throw ScanFailure(error)
    }
    units[place].finds.mark(&found, tables)
    units[place].disguised?.finds.mark(&found, tables)
    if units[place].role == .header { hasHeader = true }
  }

  private var items: DraftItems {
    if let draftItems { return draftItems }
    let items = DraftItems(draft ?? Draft(segments: segments, facts: Facts(), source: SourceFile(name: "", bytes: [])))
    draftItems = items
    return items
  }

  func items(_ list: ItemList) -> [DraftItem] { items.items(list) }

  func text(of scope: TextScope) -> String? {
    let texts = segments.filter { scope.role == nil || $0.role == scope.role }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  // MARK: Measures

  func measure(_ measure: Measure, of subject: ResolvedSubject) -> Number {
    var sum = TextMeasures()
    switch subject {
    case .scope(let scope):
      for number in 0..<count where isIn(scope, number) && (units[number].view != .filled || scope == .filled) {
        sum += units[number].measured()
      }
    case .segment(let segment):
      for number in 0..<count where units[number].segment == segment && units[number].view == .written {
        sum += units[number].measured()
      }
    case .text(let text): sum = FoldedText(text).measures
    }
    switch measure {
    case .length: return Number(sum.codePoints)
    case .utf16Length: return Number(sum.utf16Units)
    case .words: return Number(sum.words)
    case .emoji: return Number(sum.emoji)
    case .uppercaseShare: return .ratio(sum.capitals, of: sum.letters)
    }
  }

  private func numbers(of scope: TextScope) -> [Int] { (0..<count).filter { isIn(scope, $0) } }

  private func isIn(_ scope: TextScope, _ number: Int) -> Bool {
    scope.includes(units[number].view, units[number].role, hasFilledTwin: units[number].hasFilledTwin)
  }

  // MARK: Checks

  func places(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] {
    if !mayFind(check, in: subject) { return [] }
    let question = Question(check: check, subject: subject, values: values)
    if let known = answers[question] { return known }
    let found = findPlaces(of: check, in: subject, values: values)
    answers[question] = found
    return found
  }

  /// Whether what a check looks for was found anywhere in the message; of a check that no scan looks for it may be.
  private func mayFind(_ check: TextCheck, in subject: ResolvedSubject) -> Bool {
    if case .text = subject { return true }
    switch check {
    case .mentions(let mention): return mayFind(mention)
    case .isPhrase(let vocabulary): return isFound(vocabulary)
    case .matches(let pattern):
      return tables.patterns[pattern].map { found.contains(tables.trigger(pattern: $0)) } ?? false
    case .detector(let name, _):
      return tables.detectors[name].map { found.contains(tables.trigger(detector: $0)) } ?? false
    case .contains, .containsFact, .isOneOf: return true
    }
  }

  private func mayFind(_ mention: Mention) -> Bool { mention.vocabularies.contains(where: isFound) }

  private func isFound(_ vocabulary: String) -> Bool {
    tables.vocabularies.numbers[vocabulary].map { found.contains(tables.trigger(vocabulary: $0)) } ?? false
  }

  private func findPlaces(of check: TextCheck, in subject: ResolvedSubject, values: [String]) -> [FoundText] {
    let searched: [Int]
    switch subject {
    case .text(let text): return holds(check, text, values) ? [] + nowhere : []
    case .scope(let scope): searched = numbers(of: scope)
    case .segment(let segment):
      searched = (0..<count).filter { units[$0].segment == segment && units[$0].view != .sample }
    }
    return searched.flatMap { places(of: check, inUnit: $0, values) } + places(of: check, acrossSeamIn: subject, values)
  }

  private func places(of check: TextCheck, inUnit number: Int, _ values: [String]) -> [FoundText] {
    let plain = spans(of: check, in: units[number].folded, units[number].finds, values)
    let places = units[number].places(of: plain, in: segments)
    guard let second = units[number].disguised else { return places }
    let read = spans(of: check, in: second.text, second.finds, values)
    return places + second.hidden(read, besides: plain, in: units[number], of: segments)
  }

  /// Phrases that begin in the header and end in the body; only questions about the whole text see them.
  private func places(
    of check: TextCheck, acrossSeamIn subject: ResolvedSubject, _ values: [String]
  ) -> [FoundText] {
    guard let seam, case .mentions = check, subject == .scope(.text) else { return [] }
    return seam.crossing(spans(of: check, in: seam.text, seam.finds, values), in: segments)
  }

  /// Stands for a find in a text that is no part of the message: it has no place there.
  private var nowhere: [FoundText] { [FoundText(role: .body, pointer: nil, span: Span(0, 0))] }

  private func holds(_ check: TextCheck, _ text: String, _ values: [String]) -> Bool {
    if case .isOneOf = check { return values.contains { TextSearch.isSame($0, text) } }
    if case .matches(let pattern) = check {
      guard let number = tables.patterns[pattern] else { return false }
      // A text that is no part of the message is matched as written: names and versions are exact.
      return (try? tables.scanner.occurs(number, in: text, using: &hits)) ?? false
    }
    guard let unit = try? read(text) else { return false }
    return !spans(of: check, in: unit.folded, unit.finds, values).isEmpty
      || unit.disguised.map { !spans(of: check, in: $0.text, $0.finds, values).isEmpty } == true
  }

  private func read(_ text: String) throws(PatternError) -> TextUnit {
    if let known = foreign[text] { return known }
    var unit = TextUnit()
    unit.setForeign(text)
    try unit.scan(tables, &hits)
    foreign[text] = unit
    return unit
  }

  private func spans(of check: TextCheck, in text: FoldedText, _ finds: UnitFinds, _ values: [String]) -> [FoundSpan] {
    switch check {
    case .mentions(let mention):
      return FoundSpan.spans(of: matches(mention, finds, text, values), in: text, tables.scanner)
    case .isPhrase(let vocabulary):
      let whole = finds.matches(tables.vocabularies.numbers[vocabulary]).filter {
        $0.words == 0...max(0, text.words.count - 1)
      }
      return FoundSpan.spans(of: whole, in: text, tables.scanner)
    default: return literalSpans(of: check, in: text, finds, values).map { FoundSpan(span: $0) }
    }
  }

  /// Where something other than phrases is found.
  private func literalSpans(
    of check: TextCheck, in text: FoldedText, _ finds: UnitFinds, _ values: [String]
  ) -> [Span] {
    switch check {
    case .mentions, .isPhrase: return []
    case .matches(let pattern): return finds.patterns(tables.patterns[pattern])
    case .detector(let name, let near):
      let found = finds.detectors(tables.detectors[name])
      return near.isEmpty ? found : inSurroundings(found, near, finds, text) { text.words(in: $0) }
    case .contains(let texts): return texts.flatMap { TextSearch.spans(of: $0, in: text) }
    case .isOneOf(_):
      let isWhole = values.contains { TextSearch.isSame($0, text) }
      return isWhole ? [Span(0, text.bytes.count)] : []
    case .containsFact: return values.flatMap { TextSearch.spans(of: $0, in: text) }
    }
  }

  func phraseCount(_ mention: Mention, in scope: TextScope) -> Int {
    guard mayFind(mention) else { return 0 }
    let phrases = numbers(of: scope).flatMap { number in
      let unit = units[number]
      let read = unit.disguised.map { matches(mention, $0.finds, $0.text, []) } ?? []
      return (matches(mention, unit.finds, unit.folded, []) + read).map(\.phrase)
    }
    return Set(phrases).count
  }

  /// The phrases of a mention's vocabularies that fulfil its demands.
  private func matches(
    _ mention: Mention, _ finds: UnitFinds, _ text: FoldedText, _ languages: [String]
  ) -> [UnitFinds.Match] {
    var found = mention.vocabularies.flatMap { finds.matches(tables.vocabularies.numbers[$0]) }
    if mention.languages != nil {
      let spoken = Set(languages.compactMap { tables.vocabularies.languages[$0].map(Int32.init) } + [0])
      found.removeAll { !spoken.contains($0.language) }
    }
    return inSurroundings(found, mention.nearness, finds, text, words: \.words)
  }

  /// Those of some finds around which everything is, and nothing is, as demanded.
  private func inSurroundings<Find>(
    _ found: [Find], _ demands: [Nearness], _ finds: UnitFinds, _ text: FoldedText, words: (Find) -> ClosedRange<Int>?
  ) -> [Find] {
    var found = found
    for near in demands {
      let around = near.vocabularies.flatMap { finds.matches(tables.vocabularies.numbers[$0]) }
      found.removeAll { find in
        guard let place = words(find) else { return !near.negated }
        let isThere = around.contains {
          near.isBeside($0.words, place) && text.distance(place, $0.words) <= near.words ?? .max
        }
        return isThere == near.negated
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

  /// The words that a span of the folded bytes touches; nil when there are none.
  func words(in span: Span) -> ClosedRange<Int>? {
    let first = countOfWords { $0.end <= span.lower }
    let end = countOfWords { $0.start < span.upper }
    return first < end ? first...end - 1 : nil
  }

  /// How many words, from the first on, fulfil a condition that holds up to some word and then no more.
  private func countOfWords(_ holds: (Word) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many words stand between two runs of words; 0 when they touch, and for runs that overlap.
  func distance(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
    if left.overlaps(right) { return 0 }
    let (first, second) = left.upperBound < right.lowerBound ? (left, right) : (right, left)
    let last = words[first.upperBound]
    return Int(words[second.lowerBound].ordinal - last.ordinal) - (last.isWord ? 1 : 0)
  }
}
