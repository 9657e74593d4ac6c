import ProvisoModel
import ProvisoSource

/// The lines in which a mended file differs from the file as it was, with a few lines around them.
struct UnifiedDiff {
  /// A line of the one file, or of both.
  enum Line: Hashable {
    case kept(String), removed(String), added(String)
  }

  /// Lines that stand together.
  struct Hunk {
    /// The number of the first line, from 1, in the file before and after.
    let before: Int, after: Int
    var lines: [Line] = []

    /// How many lines the hunk has of the file before.
    var beforeCount: Int { lines.count { if case .added = $0 { false } else { true } } }
    /// How many lines it has of the file after.
    var afterCount: Int { lines.count { if case .removed = $0 { false } else { true } } }
  }

  /// Lines of the one file that stand in place of lines of the other.
  private struct Change {
    var before: Range<Int>
    var after: Range<Int>
  }

  /// The lines shown around a change.
  private static let context = 3
  /// The most lines that are compared one by one; longer stretches are replaced as a whole.
  private static let longest = 1_000

  let hunks: [Hunk]

  init(_ mending: Mending) {
    let before = Lines(mending.before)
    let after = Lines(mending.after)
    let blocks = UnifiedDiff.blocks(mending.pieces, before, after)
    let changes = blocks.flatMap { UnifiedDiff.refined($0, before, after) }
    hunks = UnifiedDiff.hunks(changes, before, after)
  }

  /// The lines that the pieces touch; pieces on one line are one block.
  private static func blocks(_ pieces: [Mending.Piece], _ before: Lines, _ after: Lines) -> [Change] {
    var blocks: [Change] = []
    for piece in pieces {
      let block = Change(before: before.lines(in: piece.before), after: after.lines(in: piece.after))
      if let last = blocks.last, last.before.upperBound > block.before.lowerBound {
        blocks[blocks.count - 1].before = last.before.lowerBound..<block.before.upperBound
        blocks[blocks.count - 1].after = last.after.lowerBound..<block.after.upperBound
      } else {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// The lines of a block that really differ.
  private static func refined(_ block: Change, _ before: Lines, _ after: Lines) -> [Change] {
    var (old, new) = (block.before, block.after)
    while let first = old.first, let other = new.first, before[first] == after[other] {
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let last = old.last, let other = new.last, before[last] == after[other] {
      (old, new) = (old.dropLast(), new.dropLast())
    }
    guard !old.isEmpty || !new.isEmpty else { return [] }
    guard max(old.count, new.count) <= longest else { return [Change(before: old, after: new)] }
    let difference = new.map { after[$0] }.difference(from: old.map { before[$0] })
    let (removed, added) = (Set(difference.removals.map(offset)), Set(difference.insertions.map(offset)))
    var changes: [Change] = []
    var (left, right) = (old.lowerBound, new.lowerBound)
    while left < old.upperBound || right < new.upperBound {
      let (start, other) = (left, right)
      while left < old.upperBound, removed.contains(left - old.lowerBound) { left += 1 }
      while right < new.upperBound, added.contains(right - new.lowerBound) { right += 1 }
      if left == start, right == other {
        (left, right) = (left + 1, right + 1)
      } else {
        changes.append(Change(before: start..<left, after: other..<right))
      }
    }
    return changes
  }

  private static func offset(_ change: CollectionDifference<String>.Change) -> Int {
    switch change {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }

  private static func hunks(_ changes: [Change], _ before: Lines, _ after: Lines) -> [Hunk] {
    var hunks: [Hunk] = []
    var end = 0
    for change in changes {
      let start = max(hunks.isEmpty ? 0 : end, change.before.lowerBound - context)
      // Hunks that would touch are one.
      if hunks.isEmpty || start > end + context {
        if let last = hunks.indices.last { hunks[last].lines += before.kept(end..<min(end + context, start)) }
        let shift = change.after.lowerBound - change.before.lowerBound
        hunks.append(Hunk(before: start + 1, after: start + shift + 1))
        end = start
      }
      let last = hunks.count - 1
      hunks[last].lines += before.kept(end..<change.before.lowerBound)
      hunks[last].lines += change.before.map { .removed(before[$0]) } + change.after.map { .added(after[$0]) }
      end = change.before.upperBound
    }
    if let last = hunks.indices.last { hunks[last].lines += before.kept(end..<min(end + context, before.count)) }
    return hunks
  }
}

/// The lines of a file, without what ends them.
private struct Lines {
  private let source: SourceFile
  private let index: LineIndex
  let count: Int

  init(_ source: SourceFile) {
    self.source = source
    index = LineIndex(source)
    // Behind the last line end is no line.
    count = index.line(index.count - 1).length == 0 ? index.count - 1 : index.count
  }

  subscript(line: Int) -> String { source.text(in: index.line(line)) }

  /// The lines that a span touches.
  func lines(in span: Span) -> Range<Int> {
    index.number(at: span.lower)..<min(count, index.number(at: max(span.lower, span.upper - 1)) + 1)
  }

  func kept(_ lines: Range<Int>) -> [UnifiedDiff.Line] { lines.map { .kept(self[$0]) } }
}
