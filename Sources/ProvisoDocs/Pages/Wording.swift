import ProvisoModel
import ProvisoPacks

/// What the pages call things.
enum Wording {
  static func level(_ level: Level) -> String {
    switch level {
    case .block: "do not send"
    case .warn: "a person decides"
    case .advice: "an improvement"
    }
  }

  static func confidence(_ confidence: Confidence) -> String {
    switch confidence {
    case .verified: "verified: read in the source itself"
    case .secondary: "secondary: read in what others say of the source"
    case .general: "general: commonly known, not looked up"
    case .unverified: "unverified: not confirmed, a person must check"
    }
  }

  static func outcome(_ outcome: Outcome) -> String {
    switch outcome {
    case .fail: "Breaks it"
    case .pass: "Keeps it"
    case .notApplicable: "It does not apply"
    case .undetermined: "Cannot be decided without more facts"
    }
  }

  static func interval(_ rule: Rule) -> String {
    switch (rule.from, rule.until) {
    case (nil, nil): "always"
    case (let from?, nil): "since \(from)"
    case (nil, let until?): "until \(until)"
    case (let from?, let until?): "from \(from) to \(until)"
    }
  }

  static func kind(_ kind: CoverageData.Kind) -> String {
    switch kind {
    case .outside: "no duty about a message"
    case .notExpressible: "cannot be expressed"
    case .open: "could be written"
    }
  }

  /// `1 rule`, `2 rules`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// `a`, `a or b`, `a, b or c`.
  static func list(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
