import Proviso

/// What is declared of the drafts in a file besides what they state themselves.
struct DeclaredFacts: Sendable {
  /// Behind what a draft states: the facts of the configuration.
  let assumed: Facts
  /// In front of it: the facts of the file beside the draft, and of options.
  let given: Facts
}
