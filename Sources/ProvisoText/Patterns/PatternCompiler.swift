internal import CVectorscan

/// Calls the compiler of the matching library and turns its answers into ours.
enum PatternCompiler {
  /// Whether an expression can be used.
  static func check(_ expression: String) throws(PatternError) {
    _ = try compile([expression], numbers: [0])
    _ = try PatternProgram(expression)
  }

  /// Compiles expressions over UTF-8 text into one database that says which of them occur, by their `numbers`, tuned for
  /// the processor this runs on; nil where there are none.
  static func compile(_ expressions: [String], numbers: [Int32]) throws(PatternError) -> PatternSet.Database? {
    if expressions.isEmpty { return nil }
    for expression in expressions where expression.utf8.contains(0) {
      throw PatternError(.malformed, "the expression holds a NUL character")
    }
    let flags = [UInt32](repeating: UInt32(HS_FLAG_UTF8), count: expressions.count)
    let ids = numbers.map { UInt32(bitPattern: $0) }
    var database: OpaquePointer?
    var problem: UnsafeMutablePointer<hs_compile_error_t>?
    // One text holds all expressions, each with its NUL; the library copies what it needs.
    var starts: [Int] = []
    var text: [CChar] = []
    for expression in expressions {
      starts.append(text.count)
      text += expression.utf8.map { CChar(bitPattern: $0) } + [0]
    }
    let code = text.withUnsafeBufferPointer { text in
      let pointers = starts.map { text.baseAddress?.advanced(by: $0) }
      return hs_compile_multi(
        pointers, flags, ids, UInt32(expressions.count), UInt32(HS_MODE_BLOCK), nil, &database, &problem)
    }
    defer { hs_free_compile_error(problem) }
    guard code == HS_SUCCESS, let database else { throw error(code, problem?.pointee) }
    return PatternSet.Database(owning: database)
  }

  private static func error(_ code: hs_error_t, _ problem: hs_compile_error_t?) -> PatternError {
    guard let text = problem?.message else { return PatternError(.failed(code: Int(code)), "compilation failed") }
    let message = String(cString: text)
    if message.contains("empty buffer") {
      return .matchesNothing
    }
    if message.contains("too large") || message.contains("Resource limit") {
      return PatternError(.tooLarge, "the expression is too large; use smaller repetitions")
    }
    if message.contains("Zero-width assertions") {
      return PatternError(.unsupported, "look-ahead and look-behind are not supported")
    }
    if message.contains("Back-references") {
      return PatternError(.unsupported, "back references are not supported")
    }
    return PatternError(.unsupported, sentence(message), at: offset(in: message))
  }

  /// The library's message in our form: lower case, without the full stop.
  private static func sentence(_ message: String) -> String {
    let first = message.prefix(1)
    let rest = message.dropFirst()
    let body = rest.hasSuffix(".") ? rest.dropLast() : rest
    return first.lowercased() + body
  }

  /// The number behind `index`, which the library puts into most messages.
  private static func offset(in message: String) -> Int? {
    let words = message.split(separator: " ")
    guard let place = words.lastIndex(of: "index"), place + 1 < words.count else { return nil }
    return Int(words[place + 1].prefix { $0.isNumber })
  }
}
