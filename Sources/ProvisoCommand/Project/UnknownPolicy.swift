import ArgumentParser

/// What undetermined rules do to a run.
enum UnknownPolicy: String, ExpressibleByArgument, CaseIterable {
  /// End with exit code 3.
  case fail
  /// Be shown, and nothing more.
  case warn
  /// Be left out.
  case pass
}
