import Glibc

/// Results go to standard output, everything else to standard error.
enum Output {
  static func print(_ text: String) { write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO) }

  static func error(_ text: String) {
    guard !text.isEmpty else { return }
    let shown = withoutControls(text)
    write(shown.hasSuffix("\n") ? shown : shown + "\n", to: STDERR_FILENO)
  }

  /// A text in which no control sequence of what was read reaches the terminal: `\u{1B}` is shown as it is called.
  private static func withoutControls(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      return isControl ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }.joined()
  }

  /// Writes bytes to standard output as they are.
  static func write(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

  /// Writes to standard error without ending the line.
  static func prompt(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Words on standard error that take the place of the last such words, where a terminal shows them.
  static func error(_ text: String, isRewritten: Bool) {
    isRewritten ? write("\r\u{1B}[K\(text)", to: STDERR_FILENO) : error(text)
  }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { return giveUp(descriptor, errno) }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }

  /// Ends the program where its results cannot be written: what is cut short must not look like a clean run.
  private static func giveUp(_ descriptor: Int32, _ code: Int32) {
    // A reader that has gone away (`| head`) needs no more.
    guard descriptor == STDOUT_FILENO, code != EPIPE else { return }
    error("cannot write to standard output: \(String(cString: strerror(code)))")
    ExitStatus.couldNotRun.end()
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal in columns, 80 where there is none.
  static var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
