/// What folding does to each Unicode scalar: its class and, where it does not stay, the text in its place.
///
/// Unpacked from generated text on first use, in under a millisecond; afterwards a lookup costs two array reads.
final class FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// One scalar's entry.
  struct Cell {
    let bits: UInt32

    var kind: ScalarClass { ScalarClass(rawValue: UInt8(truncatingIfNeeded: bits & 0xF)) ?? .symbol }
    /// Where the replacement stands in `replacements`, its length first; 0 where the scalar stays.
    var replacement: Int { Int(bits >> 4) }
  }

  /// The number of the page of cells for each 128 scalars.
  private let pages: [UInt16]
  /// The pages, one after the other.
  private let cells: [UInt32]
  /// Length and UTF-8 of one replacement after the other. The first byte is unused, so that no offset is 0.
  let replacements: [UInt8]
  /// Base and mark of each composition, in order.
  private let pairs: [UInt64]
  /// The letter that each pair makes.
  private let compositions: [UInt32]

  private init() {
    let unpacking = FoldingTableUnpacking()
    pages = unpacking.pages
    cells = unpacking.cells
    replacements = unpacking.replacements
    let order = unpacking.compositions.sorted { $0.pair < $1.pair }
    pairs = order.map(\.pair)
    compositions = order.map(\.letter)
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
}
