/// Notices, in one pass over the folded bytes and sixteen at a time, whether any part of a text may be disguised.
///
/// It errs on the side of suspicion (`3pm` is suspicious here); whether such a part says something else is for
/// `Disguises` to read. A text without anything of the kind costs nothing more.
enum Suspicion {
  private typealias Block = SIMD16<UInt8>
  private typealias Mask = SIMDMask<SIMD16<Int8>>
  /// How far a block looks beyond its own bytes.
  private static let reach = 2

  /// Whether a folded text should be read again.
  static func isRaised(by text: FoldedText) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      let (hasOddLetters, goesBeyond) = look(at: UnsafeRawBufferPointer(bytes))
      return hasOddLetters || goesBeyond && text.words.contains { isOdd($0, bytes) }
    }
  }

  /// Whether a word begins with a letter that passes for a Latin one, or is a letter in emoji form.
  private static func isOdd(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes[Int(word.start)]
    guard first >= 0x80, word.kind == .word || first == 0xF0 else { return false }
    let scalar = ScalarReader.read(bytes, at: Int(word.start)).scalar
    return word.kind == .word ? LookAlikes.shared.contains(scalar) : EmojiLetters.letter(of: scalar) != nil
  }

  private static func look(at bytes: UnsafeRawBufferPointer) -> (isOdd: Bool, goesBeyond: Bool) {
    var odd = Mask(repeating: false)
    var highest = all(0)
    var offset = 0
    while offset + Block.scalarCount + reach <= bytes.count {
      look(bytes, offset, &odd, &highest)
      offset += Block.scalarCount
    }
    withUnsafeTemporaryAllocation(byteCount: 3 * Block.scalarCount, alignment: 1) { rest in
      rest.initializeMemory(as: UInt8.self, repeating: 0x20)
      rest.copyBytes(from: bytes[min(offset, bytes.count)...])
      look(UnsafeRawBufferPointer(rest), 0, &odd, &highest)
      look(UnsafeRawBufferPointer(rest), Block.scalarCount, &odd, &highest)
    }
    return (odd != Mask(repeating: false), highest.max() >= 0x80)
  }

  @inline(__always)
  private static func look(
    _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ odd: inout Mask, _ highest: inout Block
  ) {
    let first = bytes.loadUnaligned(fromByteOffset: offset, as: Block.self)
    let second = bytes.loadUnaligned(fromByteOffset: offset + 1, as: Block.self)
    let third = bytes.loadUnaligned(fromByteOffset: offset + 2, as: Block.self)
    let letters = (isLetter(first), isLetter(second), isLetter(third))
    // A digit, a sign or a foreign letter beside a letter: `fr33`, `c@sino`.
    let besides = (letters.0 .& isSign(second)) .| (isSign(first) .& letters.1)
    // `k!ll`, while `Sale!` is none; `freee`, while `www` is none.
    let inside = letters.0 .& (second .== all(0x21)) .& letters.2
    let repeated = letters.0 .& (first .== second) .& (second .== third) .& (first .!= all(0x77))
    // A letter by itself: `g u n s`. The words `a` and `I`, and the letter behind an apostrophe, are none.
    let isSmallWord = (second .== all(0x61)) .| (second .== all(0x69))
    let single = isEdge(first) .& letters.1 .& isEdge(third) .& (first .!= all(0x27)) .& .!isSmallWord
    odd = odd .| besides .| inside .| repeated .| single
    highest |= first
  }

  // Comparing with whole vectors keeps the compiler from going through one byte at a time.
  @inline(__always)
  private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

  @inline(__always)
  private static func isLetter(_ block: Block) -> Mask { (block &- all(0x61)) .< all(26) }

  /// Digits, bytes beyond ASCII, and the signs and marks `$`, `*`, `+`, `@`, `_`, back-tick, `|` and `~`.
  @inline(__always)
  private static func isSign(_ block: Block) -> Mask {
    let digits = ((block &- all(0x30)) .< all(10)) .| (block .>= all(0x80))
    let pairs = ((block | all(0x01)) .== all(0x2B)) .| ((block | all(0x02)) .== all(0x7E))
    let signs = (block .== all(0x24)) .| (block .== all(0x40)) .| ((block &- all(0x5F)) .< all(2))
    return digits .| pairs .| signs
  }

  /// White space and the punctuation below the digits.
  @inline(__always)
  private static func isEdge(_ block: Block) -> Mask { block .< all(0x30) }
}
