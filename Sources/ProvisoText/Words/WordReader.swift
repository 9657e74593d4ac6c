/// Divides a folded text into words and symbols.
struct WordReader {
  /// The classes of ASCII with the few distinctions that only this reader makes.
  private enum Step: UInt8 {
    case letter, digit, space, newline, soft, closer, stop, symbol, join, beyond
  }

  private static let steps: [Step] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0x30...0x39: .digit
    case 0x61...0x7A, 0x5F: .letter
    case 0x0A: .newline
    case 0x2E, 0x40: .join
    case 0x27, 0x22, 0x29, 0x5D, 0x7D: .closer
    case 0x80...0xFF: .beyond
    default:
      switch FoldingTable.shared[UInt32(byte)].kind {
      case .space: .space
      case .softPunctuation: .soft
      case .stop: .stop
      default: .symbol
      }
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let steps: UnsafeBufferPointer<Step>
  private var words: [Word] = []
  /// The words read last, gathered before they are appended together.
  private var gathered: [32 of Word] = .init(
    repeating: Word(hash: 0, start: 0, end: 0, ordinal: 0, gap: .hard, kind: .word))
  private var gatheredCount = 0
  private var ordinal: Int32 = 0
  private var gap = Gap.hard
  private var newlines = 0
  /// Whether a full stop came last, so that white space makes it the end of a sentence.
  private var followsStop = false

  /// Reads the words of a folded text.
  ///
  /// - Parameters:
  ///   - letters: the letters and digits of ASCII among the bytes.
  ///   - words: takes them; its memory is used again.
  /// - Returns: how many of them are no symbols.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, letters: ByteBits, into words: inout [Word]) -> Int {
    steps.withUnsafeBufferPointer { steps in
      var reader = WordReader(bytes, steps)
      // Moved in and back, so that appending does not copy them.
      swap(&reader.words, &words)
      reader.words.removeAll(keepingCapacity: true)
      reader.words.reserveCapacity(bytes.count / 4 + 4)
      letters.words.withUnsafeBufferPointer { reader.run($0) }
      reader.flush()
      swap(&reader.words, &words)
      return Int(reader.ordinal)
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ steps: UnsafeBufferPointer<Step>) {
    self.bytes = bytes
    self.steps = steps
  }

  /// Goes from word to word: most words are ASCII letters, and most gaps one space.
  private mutating func run(_ letters: UnsafeBufferPointer<UInt64>) {
    var offset = 0
    while true {
      let start = ByteBits.next(in: letters, from: offset, flipped: 0, end: bytes.count)
      if start == offset + 1, offset > 0, bytes[offset] == 0x20 {
        gap = .space
      } else if start > offset {
        offset = run(from: offset, to: start)
        // A word that begins with a letter beyond ASCII was read whole.
        if offset > start { continue }
      }
      guard start < bytes.count else { return }
      let end = ByteBits.next(in: letters, from: start, flipped: .max, end: bytes.count)
      let goesOn = end < bytes.count && (bytes[end] >= 0x80 || bytes[end] == 0x5F)
      offset = bytes[start] <= 0x39 || goesOn ? readWord(from: start) : append(from: start, to: end, .word)
    }
  }

  /// Reads on up to `end`, or to the end of a word that reaches beyond it; returns where it stopped.
  private mutating func run(from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      switch steps[Int(bytes[offset])] {
      case .letter, .digit: offset = readWord(from: offset)
      case .space:
        widen(to: gap == .none ? .space : .blank)
        if followsStop { widen(to: .sentence) }
        offset += 1
      case .newline:
        newlines += 1
        widen(to: newlines > 1 ? .hard : followsStop ? .sentence : .blank)
        offset += 1
      case .soft, .closer:
        followsStop = followsStop && steps[Int(bytes[offset])] == .closer
        notePunctuation(.soft)
        offset += 1
      case .stop:
        notePunctuation(.hard)
        offset += 1
      case .symbol: offset = append(from: offset, to: offset + 1, .symbol)
      case .join:
        let isFullStop = bytes[offset] == 0x2E
        offset = append(from: offset, to: offset + 1, .join)
        followsStop = isFullStop
      case .beyond: offset = readBeyond(from: offset)
      }
    }
    return offset
  }

  @inline(__always)
  private mutating func widen(to wider: Gap) {
    if gap < wider { gap = wider }
  }

  private mutating func notePunctuation(_ wider: Gap) {
    newlines = 0
    widen(to: wider)
  }

  private mutating func flush() {
    gathered.span.extracting(first: gatheredCount).withUnsafeBufferPointer { words.append(contentsOf: $0) }
    gatheredCount = 0
  }

  @inline(__always)
  private mutating func append(from start: Int, to end: Int, _ kind: Word.Kind) -> Int {
    gathered[gatheredCount] = Word(
      hash: WordHash.hash(bytes, start, end), start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: end), ordinal: ordinal, gap: gap, kind: kind)
    gatheredCount += 1
    if gatheredCount == gathered.count { flush() }
    if kind == .word || kind == .number { ordinal += 1 }
    gap = .none
    newlines = 0
    followsStop = false
    return end
  }

  /// Reads letters, digits and marks; digits alone may hold commas and full stops between them.
  private mutating func readWord(from start: Int) -> Int {
    let digits = steps[Int(bytes[start])] == .digit ? endOfNumber(from: start) : start
    var end = digits
    while end < bytes.count {
      let step = steps[Int(bytes[end])]
      if step == .letter || step == .digit {
        end += 1
      } else if step == .beyond, let length = lengthOfWordScalar(at: end) {
        end += length
      } else {
        break
      }
    }
    return append(from: start, to: end, end == digits ? .number : .word)
  }

  /// The offset behind the digits from `start` on, with the commas and full stops between them.
  private func endOfNumber(from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count {
      let isJoint = (bytes[end] == 0x2C || bytes[end] == 0x2E) && end + 1 < bytes.count
      guard steps[Int(bytes[isJoint ? end + 1 : end])] == .digit else { return end }
      end += isJoint ? 2 : 1
    }
    return end
  }

  private func lengthOfWordScalar(at offset: Int) -> Int? {
    let (scalar, length) = ScalarReader.read(bytes, at: offset)
    return FoldingTable.shared[scalar].kind.joinsWord ? length : nil
  }

  private mutating func readBeyond(from start: Int) -> Int {
    let (scalar, length) = ScalarReader.read(bytes, at: start)
    if scalar == 0xFFFC {
      notePunctuation(.hard)
      return start + length
    }
    switch FoldingTable.shared[scalar].kind {
    case .letter, .capital, .digit, .mark: return readWord(from: start)
    case .lone: return readLone(from: start, length)
    case .softPunctuation: notePunctuation(.soft)
    case .stop: notePunctuation(.hard)
    case .symbol: return append(from: start, to: start + length, .symbol)
    // Folding leaves none of these.
    case .removed, .diacritic, .space, .lineBreak: break
    }
    return start + length
  }

  /// Reads one letter of a script without spaces, with the vowel signs and tone marks on it.
  private mutating func readLone(from start: Int, _ length: Int) -> Int {
    var end = start + length
    while end < bytes.count, bytes[end] >= 0x80 {
      let (scalar, length) = ScalarReader.read(bytes, at: end)
      guard FoldingTable.shared[scalar].kind == .mark else { break }
      end += length
    }
    return append(from: start, to: end, .word)
  }
}
