internal import CVectorscan

/// The matching library alone: phrases as plain literals, expressions without places, matches only counted. It is the
/// limit that finding is held against, and finds nothing that counts.
package final class RawScan {
  private let databases: [PatternSet.Database]
  private var scratch: OpaquePointer?

  /// Compiles everything that a scan looks for.
  ///
  /// - Parameter detectors: the names of the detectors whose candidates are looked for.
  package init(phrases: [String], expressions: [String], detectors: Set<String>) throws(PatternError) {
    let candidates = DetectorTable.all.filter { detectors.contains($0.name) }.flatMap(\.candidates)
    var databases: [PatternSet.Database] = []
    let literals = Set(phrases.compactMap(RawScan.literal)).sorted { $0.lexicographicallyPrecedes($1) }
    if !literals.isEmpty { databases.append(PatternSet.Database(owning: try RawScan.compile(literals: literals))) }
    let all = Set(expressions + candidates).sorted()
    if !all.isEmpty { databases.append(PatternSet.Database(owning: try RawScan.compile(expressions: all))) }
    self.databases = databases
    for database in databases {
      let code = hs_alloc_scratch(database.raw, &scratch)
      guard code == HS_SUCCESS else { throw PatternError(.failed(code: Int(code)), "no memory for scanning") }
    }
  }

  deinit { hs_free_scratch(scratch) }

  /// How often anything matches in folded bytes.
  package func count(in text: [UInt8]) -> Int {
    var count = 0
    for database in databases {
      withUnsafeMutablePointer(to: &count) { count in
        text.withUnsafeBufferPointer { text in
          text.withMemoryRebound(to: CChar.self) { text in
            _ = hs_scan(database.raw, text.baseAddress, UInt32(text.count), 0, scratch, countMatch, count)
          }
        }
      }
    }
    return count
  }

  /// The longest part of a phrase that stands for itself, folded.
  private static func literal(_ phrase: String) -> [UInt8]? {
    let parts = phrase.split { "*#…".contains($0) }.map { FoldedText(String($0)).bytes }
    let trimmed = parts.map { Array($0.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()) }
    return trimmed.max { $0.count < $1.count }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where each of several texts begins when they stand one behind the other.
  private static func starts(of lengths: [Int]) -> [Int] {
    lengths.dropLast().reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
  }

  private static func compile(literals: [[UInt8]]) throws(PatternError) -> OpaquePointer {
    var database: OpaquePointer?
    var problem: UnsafeMutablePointer<hs_compile_error_t>?
    let text = literals.joined().map { CChar(bitPattern: $0) }
    let starts = RawScan.starts(of: literals.map(\.count))
    let flags = [UInt32](repeating: UInt32(HS_FLAG_CASELESS), count: literals.count)
    let ids = Array(0..<UInt32(literals.count))
    let code = text.withUnsafeBufferPointer { text in
      let pointers: [UnsafePointer<CChar>?] = starts.map { text.baseAddress?.advanced(by: $0) }
      return hs_compile_lit_multi(
        pointers, flags, ids, literals.map(\.count), UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil, &database,
        &problem)
    }
    defer { hs_free_compile_error(problem) }
    guard code == HS_SUCCESS, let database else {
      throw PatternError(.failed(code: Int(code)), "the phrases cannot be compiled as literals")
    }
    return database
  }

  private static func compile(expressions: [String]) throws(PatternError) -> OpaquePointer {
    var database: OpaquePointer?
    var problem: UnsafeMutablePointer<hs_compile_error_t>?
    let terminated = expressions.map { Array($0.utf8) + [0] }
    let text = terminated.joined().map { CChar(bitPattern: $0) }
    let starts = RawScan.starts(of: terminated.map(\.count))
    let flags = [UInt32](repeating: UInt32(HS_FLAG_UTF8), count: expressions.count)
    let ids = Array(0..<UInt32(expressions.count))
    let code = text.withUnsafeBufferPointer { text in
      let pointers: [UnsafePointer<CChar>?] = starts.map { text.baseAddress?.advanced(by: $0) }
      return hs_compile_multi(
        pointers, flags, ids, UInt32(expressions.count), UInt32(HS_MODE_BLOCK), nil, &database, &problem)
    }
    defer { hs_free_compile_error(problem) }
    guard code == HS_SUCCESS, let database else {
      throw PatternError(.failed(code: Int(code)), "the expressions cannot be compiled together")
    }
    return database
  }
}

/// Called by the library for every match; the context is the count.
private func countMatch(
  pattern: UInt32, start: UInt64, end: UInt64, flags: UInt32, context: UnsafeMutableRawPointer?
) -> Int32 {
  context?.assumingMemoryBound(to: Int.self).pointee += 1
  return 0
}
