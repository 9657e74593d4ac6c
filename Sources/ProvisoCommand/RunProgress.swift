import Glibc

/// Tells on standard error, in words, how far a long run is; short runs say nothing.
struct RunProgress {
  /// The fewest files of which it is worth telling how many are done.
  static let fewest = 10

  private let total: Int
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var done = 0
  private var last: ContinuousClock.Instant?

  /// How long a run is short, and how long words stand until the next.
  private static let patience = Duration.seconds(2)

  /// - Parameter total: how many files there are.
  init(of total: Int, isQuiet: Bool) {
    (self.total, self.isQuiet) = (total, isQuiet)
  }

  /// Counts further files.
  mutating func advance(by files: Int) {
    done += files
    let now = ContinuousClock.now
    guard !isQuiet, done < total, now - (last ?? start) >= RunProgress.patience else { return }
    last = now
    // A terminal has one line for it, a log gets a line each time.
    Output.error(RunProgress.words(done, total), isRewritten: isTerminal)
  }

  /// Takes the words from a terminal again.
  func end() {
    if last != nil, isTerminal { Output.error("", isRewritten: true) }
  }

  static func words(_ done: Int, _ total: Int) -> String {
    "checked \(grouped(done)) of \(grouped(total)) files"
  }

  /// `12 345`.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(" ", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}
