/// What folding does to each Unicode scalar: its class and, where it does not stay, the text in its place.
///
/// Unpacked from generated text on first use, in under a millisecond; afterwards a lookup costs two array reads.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// One scalar's entry.
  struct Cell {
    let bits: UInt32

    var kind: ScalarClass { ScalarClass(rawValue: UInt8(truncatingIfNeeded: bits & 0xF)) ?? .symbol }
    /// Where the replacement stands in `replacements`, its length first; 0 where the scalar stays.
    var replacement: Int { Int(bits >> 4) }
  }

  private static let pageSize = 128

  /// The number of the page of cells for each 128 scalars.
  private var pages = [UInt16](repeating: 0, count: 0x110000 / pageSize)
  /// The pages, one after the other. The first 16 hold one class each and are shared.
  private var cells: [UInt32] = (0..<16).flatMap { [UInt32](repeating: $0, count: pageSize) }
  /// Length and UTF-8 of one replacement after the other. The first byte is unused, so that no offset is 0.
  private(set) var replacements: [UInt8] = [0]
  private var pairs: [UInt64] = []
  private var compositions: [UInt32] = []

  private init() {
    FoldingTable.forEachEntry(of: FoldingTable.classRuns) { setClass($0[3], from: $0[0], count: $0[1], step: $0[2]) }
    FoldingTable.forEachEntry(of: FoldingTable.replacementRuns) { entry in
      for index in 0..<entry[1] {
        setReplacement(of: entry[0] + index * entry[2], to: entry[3...], shiftedBy: index * entry[2])
      }
    }
    FoldingTable.forEachEntry(of: FoldingTable.compositionPairs) { entry in
      pairs.append(UInt64(entry[0]) << 32 | UInt64(entry[1]))
      compositions.append(entry[2])
    }
    sortPairs()
  }

  /// The entry of a scalar.
  @inline(__always)
  subscript(scalar: UInt32) -> Cell {
    let page = Int(pages[Int(scalar >> 7)])
    return Cell(bits: cells[page << 7 | Int(scalar & 0x7F)])
  }

  /// The letter that `base` and `mark` make together, if there is one.
  func composition(of base: UInt32, _ mark: UInt32) -> UInt32? {
    let key = UInt64(base) << 32 | UInt64(mark)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == key ? compositions[low] : nil
  }

  private mutating func setClass(_ kind: UInt32, from first: UInt32, count: UInt32, step: UInt32) {
    var scalar = first
    let end = first + count * step
    while scalar < end {
      if step == 1, scalar & 0x7F == 0, scalar + 0x80 <= end {
        pages[Int(scalar >> 7)] = UInt16(kind)
        scalar += 0x80
      } else {
        cells[ownCell(of: scalar)] = kind
        scalar += step
      }
    }
  }

  private mutating func setReplacement(of scalar: UInt32, to text: ArraySlice<UInt32>, shiftedBy distance: UInt32) {
    let start = replacements.count
    replacements.append(0)
    for replacement in text { ScalarReader.append(replacement + distance, to: &replacements) }
    replacements[start] = UInt8(replacements.count - start - 1)
    cells[ownCell(of: scalar)] |= UInt32(start) << 4
  }

  /// The cell of a scalar on a page of its own, copied from the shared one when first written to.
  private mutating func ownCell(of scalar: UInt32) -> Int {
    var page = Int(pages[Int(scalar >> 7)])
    if page < 16 {
      let shared = UInt32(page)
      page = cells.count / FoldingTable.pageSize
      cells.append(contentsOf: repeatElement(shared, count: FoldingTable.pageSize))
      pages[Int(scalar >> 7)] = UInt16(page)
    }
    return page << 7 | Int(scalar & 0x7F)
  }

  private mutating func sortPairs() {
    let order = pairs.indices.sorted { pairs[$0] < pairs[$1] }
    (pairs, compositions) = (order.map { pairs[$0] }, order.map { compositions[$0] })
  }

  /// Reads generated data: hexadecimal numbers, joined by full stops into entries that end with a space.
  private static func forEachEntry(of text: StaticString, do body: ([UInt32]) -> Void) {
    var entry: [UInt32] = []
    var number: UInt32 = 0
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
      case 0x61...0x66: number = number << 4 | UInt32(byte - 0x57)
      default:
        entry.append(number)
        number = 0
        guard byte == 0x20 else { continue }
        body(entry)
        entry.removeAll(keepingCapacity: true)
      }
    }
  }
}
