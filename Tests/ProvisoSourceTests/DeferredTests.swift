import Synchronization
import Testing

@testable import ProvisoSource

/// What stays bytes until somebody asks for it.
@Suite struct DeferredTests {
  /// A text that counts how often it is read.
  private struct Counted: Storable, Hashable, Sendable {
    static let readings = Mutex<[String: Int]>([:])
    let text: String

    init(_ text: String) { self.text = text }

    func store(in writer: inout ByteWriter) { writer.write(text) }

    init(from reader: inout ByteReader) throws(DamagedBytes) {
      let text = try reader.read(String.self)
      Counted.readings.withLock { $0[text, default: 0] += 1 }
      self.text = text
    }

    var readings: Int { Counted.readings.withLock { $0[text] ?? 0 } }
  }

  private static func bytes(_ values: [Counted]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(values.map(Deferred.init), UInt8(7))
    return writer.bytes
  }

  @Test func `a value is read when it is first asked for, and once`() throws {
    let values = ["first", "second", "third"].map(Counted.init)
    var reader = ByteReader(StoredBytes(DeferredTests.bytes(values)))
    let deferred = try reader.read([Deferred<Counted>].self)
    let last = try reader.read(UInt8.self)
    #expect(last == 7 && reader.isAtEnd)
    #expect(values.map(\.readings) == [0, 0, 0])
    #expect(deferred[1].value == values[1] && deferred[1].value == values[1])
    #expect(values.map(\.readings) == [0, 1, 0])
  }

  @Test func `threads that ask at the same time get the same value`() async throws {
    let values = (0..<50).map { Counted("shared \($0)") }
    var reader = ByteReader(StoredBytes(DeferredTests.bytes(values)))
    let deferred = try reader.read([Deferred<Counted>].self)
    let read = await withTaskGroup(of: [Counted].self) { group in
      for _ in 0..<8 { group.addTask { deferred.map(\.value) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(read.count == 8 && read.allSatisfy { $0 == values })
  }

  @Test func `what was read is stored as what was written`() throws {
    let stored = DeferredTests.bytes(["one", "", "three"].map(Counted.init))
    var reader = ByteReader(StoredBytes(stored))
    var writer = ByteWriter()
    let deferred = try reader.read([Deferred<Counted>].self)
    writer.write(deferred, try reader.read(UInt8.self))
    #expect(writer.bytes == stored)
  }

  @Test func `arrays in it stand where they can be used`() throws {
    var writer = ByteWriter()
    writer.write(UInt8(1), Deferred(FlatArray<UInt64>([3, 4, 5])), UInt8(2))
    var reader = ByteReader(StoredBytes(writer.bytes))
    _ = try reader.read(UInt8.self)
    let deferred = try reader.read(Deferred<FlatArray<UInt64>>.self)
    let last = try reader.read(UInt8.self)
    #expect(last == 2 && reader.isAtEnd)
    #expect(Array(deferred.value) == [3, 4, 5])
  }

  @Test func `bytes that end too early, or promise too much, are refused unread`() {
    let stored = DeferredTests.bytes(["cut off"].map(Counted.init)).dropLast()
    for end in stored.indices {
      #expect(throws: DamagedBytes.self) {
        var reader = ByteReader(StoredBytes(Array(stored[..<end])))
        return try reader.read([Deferred<Counted>].self)
      }
    }
    #expect(throws: DamagedBytes.self) {
      var reader = ByteReader(StoredBytes([UInt8](repeating: 255, count: 64)))
      return try reader.read(Deferred<Counted>.self)
    }
    #expect(Counted("cut off").readings == 0)
  }
}
