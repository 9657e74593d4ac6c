import Testing

@testable import ProvisoSource

@Suite struct FlatArrayTests {
  private static func stored(_ elements: [Int32], behind front: [UInt8]) throws -> FlatArray<Int32> {
    var writer = ByteWriter()
    writer.write(front)
    writer.write(FlatArray(elements))
    var reader = ByteReader(StoredBytes(writer.bytes))
    _ = try reader.read([UInt8].self)
    let array = try reader.read(FlatArray<Int32>.self)
    #expect(reader.isAtEnd)
    return array
  }

  @Test(arguments: [0, 1, 3, 1000], 0..<17)
  func `elements come back from wherever they stood`(_ count: Int32, _ front: Int) throws {
    let elements = Array(0..<count)
    let array = try FlatArrayTests.stored(elements, behind: Array(repeating: 7, count: front))
    #expect(Array(array) == elements)
  }

  @Test func `changing a stored array leaves the bytes and every copy alone`() throws {
    let array = try FlatArrayTests.stored([1, 2, 3], behind: [9])
    var changed = array
    changed[1] = 20
    changed.append(4)
    changed.append(contentsOf: [5, 6])
    #expect(Array(changed) == [1, 20, 3, 4, 5, 6])
    #expect(Array(array) == [1, 2, 3])
  }

  @Test func `bytes that end too early, or promise too much, are refused`() throws {
    var writer = ByteWriter()
    writer.write(FlatArray<Int32>([1, 2, 3]))
    for end in 0..<writer.bytes.count {
      #expect(throws: DamagedBytes.self) {
        var reader = ByteReader(StoredBytes(Array(writer.bytes[..<end])))
        return try reader.read(FlatArray<Int32>.self)
      }
    }
    #expect(throws: DamagedBytes.self) {
      var reader = ByteReader(StoredBytes([UInt8](repeating: 255, count: 64)))
      return try reader.read(FlatArray<Int32>.self)
    }
  }
}
