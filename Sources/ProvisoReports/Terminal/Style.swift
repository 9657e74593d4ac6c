import ProvisoModel

/// How a piece of text looks where colours are on: the parameters of an ANSI SGR sequence, empty for none.
struct Style: Hashable {
  let codes: String

  static let plain = Style(codes: "")
  static let bold = Style(codes: "1")
  static let dim = Style(codes: "2")
  static let error = Style(codes: "1;31")
  static let caution = Style(codes: "33")

  /// The colour of a verdict.
  static func verdict(_ verdict: Verdict) -> Style {
    switch verdict {
    case .block: Style(codes: "1;31")
    case .needsFacts: Style(codes: "1;35")
    case .warn: Style(codes: "1;33")
    case .pass: Style(codes: "1;32")
    }
  }

  /// The colour of a level.
  static func level(_ level: Level) -> Style {
    switch level {
    case .block: Style(codes: "1;31")
    case .warn: Style(codes: "1;33")
    case .advice: Style(codes: "1;36")
    }
  }

  /// The colour of an outcome that breaks nothing.
  static func outcome(_ outcome: Outcome) -> Style {
    switch outcome {
    case .pass: Style(codes: "32")
    case .undetermined: Style(codes: "35")
    case .notApplicable: .dim
    case .fail: .error
    }
  }
}
