internal import CVectorscan
import Glibc
public import ProvisoSource

extension PatternSet {
  /// The compiled set as bytes, for a cache on this machine: they fit only this library version and processor.
  public func serialize() throws(PatternError) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(count)
    guard let database else { return writer.bytes }
    var stretches = [try database.serialize()]
    for number in 0..<count { stretches.append(try single.database(number).serialize()) }
    for stretch in stretches { writer.write(stretch.count) }
    return writer.bytes + stretches.joined()
  }

  /// A set from the bytes that `serialize` made.
  ///
  /// - Throws: `unreadable` for bytes of another version or processor, or damaged ones as far as the library notices.
  public init(deserializing bytes: StoredBytes) throws(PatternError) {
    let stretches: [Range<Int>]
    do throws(DamagedBytes) {
      stretches = try PatternSet.stretches(of: bytes)
    } catch {
      throw PatternSet.unreadable
    }
    guard let first = stretches.first else {
      self.init()
      return
    }
    self.init(
      count: stretches.count - 1, database: try Database(deserializing: bytes, first),
      single: SinglePatterns(saved: Array(stretches.dropFirst()), in: bytes))
  }

  /// Where the databases stand in saved bytes: that of all patterns, and each by itself; nothing for an empty set.
  private static func stretches(of bytes: StoredBytes) throws(DamagedBytes) -> [Range<Int>] {
    var reader = ByteReader(bytes)
    let count = try reader.read(Int.self)
    guard count > 0 else {
      guard count == 0, reader.isAtEnd else { throw DamagedBytes() }
      return []
    }
    guard count < bytes.count else { throw DamagedBytes() }
    var lengths: [Int] = []
    for _ in 0...count { lengths.append(try reader.read()) }
    var start = bytes.count
    for length in lengths {
      guard length >= 0, length <= start else { throw DamagedBytes() }
      start -= length
    }
    return lengths.map { length in
      defer { start += length }
      return start..<start + length
    }
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
