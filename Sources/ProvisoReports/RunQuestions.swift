import ProvisoModel

/// The questions of a whole run, each once, the most deciding first.
struct RunQuestions {
  /// A question with everything that waits for its answer.
  struct Entry {
    /// The question; its rules are those of all drafts.
    var question: Question
    /// In how many drafts rules wait for it.
    var drafts = 1
  }

  /// Questions about the same.
  struct Group {
    let scope: FactScope
    /// Whether the run is about one draft only.
    let isSingle: Bool
    var entries: [Entry]
  }

  /// The groups that are not empty; the one with the most deciding question comes first.
  let groups: [Group]

  init(_ report: Report) {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for draft in report.drafts where draft.undecidedRules > 0 {
      for question in draft.questions {
        if let place = places[question.path] {
          entries[place].add(question)
        } else {
          places[question.path] = entries.count
          entries.append(Entry(question: question))
        }
      }
    }
    let ordered = entries.enumerated().sorted {
      ($1.element.question.weight, $0.offset) < ($0.element.question.weight, $1.offset)
    }.map(\.element)
    var groups: [Group] = []
    for entry in ordered {
      if let number = groups.firstIndex(where: { $0.scope == entry.question.scope }) {
        groups[number].entries.append(entry)
      } else {
        groups.append(Group(scope: entry.question.scope, isSingle: report.drafts.count == 1, entries: [entry]))
      }
    }
    self.groups = groups
  }

  /// How many questions there are besides those that are shown.
  var others: Int { groups.reduce(0) { $0 + max(0, $1.entries.count - Shown.questionsOfAKind) } }

  /// The end of the questions: how many more there are, and who asks them.
  var end: String? {
    others == 0 ? nil : "\(Wording.others(others, "question")); `proviso ask DRAFT` asks what matters"
  }
}

extension RunQuestions.Entry {
  fileprivate mutating func add(_ other: Question) {
    question.rules = Set(question.rules).union(other.rules).sorted()
    question.weight += other.weight
    drafts += 1
  }

  /// `3 rules`, `41 rules in 30 drafts`.
  var uses: String {
    let rules = Wording.count(question.rules.count, "rule")
    return drafts == 1 ? rules : "\(rules) in \(drafts) drafts"
  }
}

extension RunQuestions.Group {
  /// The entries that people are shown.
  var shown: ArraySlice<RunQuestions.Entry> { entries.prefix(Shown.questionsOfAKind) }

  /// What the questions are about, and where their answers go.
  var heading: String {
    switch scope {
    case .organisation: "About the organisation, the same for all drafts, to be put into .proviso.yaml"
    case .draft: "About \(isSingle ? "the" : "each") draft and its recipients, to be declared in it or beside it"
    }
  }
}
