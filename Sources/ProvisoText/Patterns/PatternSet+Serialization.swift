internal import CVectorscan
import Glibc
public import ProvisoSource

extension PatternSet {
  /// The compiled set as bytes, for a cache on this machine: they fit only this library version and processor.
  public func serialize() throws(PatternError) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(programs.expressions)
    writer.write(bits: searched)
    guard let database else { return writer.bytes }
    return writer.bytes + (try database.serialize())
  }

  /// A set from the bytes that `serialize` made.
  ///
  /// - Throws: `unreadable` for bytes of another version or processor, or damaged ones as far as the library notices.
  public init(deserializing bytes: StoredBytes) throws(PatternError) {
    var reader = ByteReader(bytes)
    guard let expressions = try? reader.read([String].self), let searched = try? reader.read(arrayOfBits: Int32.self),
      searched.allSatisfy({ expressions.indices.contains(Int($0)) }), reader.isAtEnd == searched.isEmpty
    else { throw PatternSet.unreadable }
    let database = searched.isEmpty ? nil : try Database(deserializing: bytes, reader.rest)
    self.init(database: database, expressions: expressions, searched: searched)
  }

  static var unreadable: PatternError {
    PatternError(.unreadable, "the saved patterns do not fit this program or machine")
  }
}

extension PatternSet.Database {
  fileprivate func serialize() throws(PatternError) -> [UInt8] {
    var saved: UnsafeMutablePointer<CChar>?
    var length = 0
    let code = hs_serialize_database(raw, &saved, &length)
    guard code == HS_SUCCESS, let saved else {
      throw PatternError(.failed(code: Int(code)), "the patterns could not be saved")
    }
    defer { free(saved) }
    return Array(UnsafeRawBufferPointer(start: saved, count: length))
  }

  convenience init(deserializing bytes: StoredBytes, _ stretch: Range<Int>) throws(PatternError) {
    var raw: OpaquePointer?
    let saved = bytes.buffer.baseAddress?.advanced(by: stretch.lowerBound)
    let code = hs_deserialize_database(saved?.assumingMemoryBound(to: CChar.self), stretch.count, &raw)
    guard code == HS_SUCCESS, let raw else { throw PatternSet.unreadable }
    self.init(owning: raw)
  }
}
