/// Unpacks the generated text into the arrays of the folding table.
struct FoldingTableUnpacking {
  private static let pageSize = 128

  private(set) var pages = [UInt16](repeating: 0, count: 0x110000 / pageSize)
  /// The first 16 pages hold one class each, and are shared by all scalars that nothing else is said of.
  private(set) var cells: [UInt32] = (0..<16).flatMap { [UInt32](repeating: $0, count: pageSize) }
  private(set) var replacements: [UInt8] = [0]
  private(set) var compositions: [(pair: UInt64, letter: UInt32)] = []

  init() {
    forEachEntry(of: FoldingTable.classRuns) { $0.setClass($1[3], from: $1[0], count: $1[1], step: $1[2]) }
    forEachEntry(of: FoldingTable.replacementRuns) { unpacking, entry in
      for index in 0..<entry[1] {
        unpacking.setReplacement(of: entry[0] + index * entry[2], to: entry[3...], shiftedBy: index * entry[2])
      }
    }
    forEachEntry(of: FoldingTable.compositionPairs) { unpacking, entry in
      unpacking.compositions.append((UInt64(entry[0]) << 32 | UInt64(entry[1]), entry[2]))
    }
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
      page = cells.count / Self.pageSize
      cells.append(contentsOf: repeatElement(shared, count: Self.pageSize))
      pages[Int(scalar >> 7)] = UInt16(page)
    }
    return page << 7 | Int(scalar & 0x7F)
  }

  /// Reads hexadecimal numbers, joined by full stops into entries that end with a space.
  private mutating func forEachEntry(
    of text: StaticString, do body: (inout FoldingTableUnpacking, [UInt32]) -> Void
  ) {
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
        body(&self, entry)
        entry.removeAll(keepingCapacity: true)
      }
    }
  }
}
