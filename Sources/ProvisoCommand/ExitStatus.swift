import Glibc

/// How a run ended. If several apply, the first of 2, 4, 1, 3 counts.
enum ExitStatus: Int32, Error {
  /// Nothing at or above the fail level, nothing undecided there.
  case clean = 0
  /// Findings at or above the fail level, or failed tests.
  case findings = 1
  /// The job could not be done: wrong usage, an unreadable file, an unknown name.
  case couldNotRun = 2
  /// A rule at or above the fail level is undetermined.
  case undetermined = 3
  /// A pack does not compile.
  case invalidPack = 4

  private var rank: Int {
    switch self {
    case .couldNotRun: 0
    case .invalidPack: 1
    case .findings: 2
    case .undetermined: 3
    case .clean: 4
    }
  }

  /// Ends the program.
  func end() -> Never { exit(rawValue) }

  /// The one of several that a run ends with.
  static func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    statuses.min { $0.rank < $1.rank } ?? .clean
  }
}

/// What keeps a command from being carried out, in words for its user.
struct Problem: Error {
  let message: String
  let status: ExitStatus

  init(_ message: String, _ status: ExitStatus = .couldNotRun) {
    self.message = message
    self.status = status
  }
}
