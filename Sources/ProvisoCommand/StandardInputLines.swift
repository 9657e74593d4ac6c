import Glibc

/// The lines that come through standard input, one at a time, so that each answer is read when it is asked for.
struct StandardInputLines {
  /// The most bytes of one line.
  private static let longest = 1 << 16

  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line without its end; nil when there are no more.
  func next() throws(Problem) -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Problem("cannot read standard input: \(String(cString: strerror(errno)))") }
      if count == 0, bytes.isEmpty { return nil }
      if count == 0 || byte == UInt8(ascii: "\n") {
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
      }
      guard bytes.count < StandardInputLines.longest else {
        throw Problem("an answer is longer than \(StandardInputLines.longest >> 10) KiB")
      }
      bytes.append(byte)
    }
  }
}
