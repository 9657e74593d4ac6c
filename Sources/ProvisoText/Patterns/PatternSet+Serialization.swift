internal import CVectorscan
import Glibc

extension PatternSet {
  /// The compiled set as bytes, for a cache on this machine: they fit only this library version and processor.
  public func serialize() throws(PatternError) -> [UInt8] {
    var bytes = (0..<4).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    guard let database else { return bytes }
    var saved: UnsafeMutablePointer<CChar>?
    var length = 0
    let code = hs_serialize_database(database.raw, &saved, &length)
    guard code == HS_SUCCESS, let saved else {
      throw PatternError(.failed(code: Int(code)), "the patterns could not be saved")
    }
    defer { free(saved) }
    bytes += UnsafeRawBufferPointer(start: saved, count: length)
    return bytes
  }

  /// A set from the bytes that `serialize` made.
  ///
  /// - Throws: `unreadable` for bytes of another version or processor, or damaged ones as far as the library notices.
  public init(deserializing bytes: [UInt8]) throws(PatternError) {
    guard bytes.count >= 4 else { throw PatternSet.unreadable }
    count = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard count > 0 else {
      database = nil
      return
    }
    var raw: OpaquePointer?
    let code = bytes.withUnsafeBytes { bytes in
      hs_deserialize_database(
        bytes.baseAddress?.advanced(by: 4).assumingMemoryBound(to: CChar.self), bytes.count - 4, &raw)
    }
    guard code == HS_SUCCESS, let raw else { throw PatternSet.unreadable }
    database = Database(owning: raw)
  }

  private static var unreadable: PatternError {
    PatternError(.unreadable, "the saved patterns do not fit this program or machine")
  }
}
