import Proviso

/// An interview over the terminal, or over lines of a script: questions go to standard error, answers come line by line.
struct Dialogue {
  private let lines = StandardInputLines()
  private let isInteractive = StandardInputLines.isTerminal

  /// The most choices shown with a question; longer lists, such as that of languages, are shown as help.
  private static let mostChoices = 40

  /// Asks until the interview is finished, somebody quits, or there are no more lines.
  func hold(_ interview: inout Interview) throws(Problem) {
    if interview.question != nil { Output.error("An empty line means: I don't know. ? explains, quit ends.") }
    while let question = interview.question {
      Output.error("\n\(interview.asked + 1). \(question.fact.question)\n\(hint(question))")
      guard try answer(question, &interview) else { return }
    }
  }

  /// Reads lines until one of them answers the question; false when there is no more to come.
  private func answer(_ question: InterviewQuestion, _ interview: inout Interview) throws(Problem) -> Bool {
    while true {
      if isInteractive { Output.prompt("> ") }
      guard let line = try lines.next() else { return false }
      switch String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) {
      case "quit": return false
      case "?": Output.error(help(question))
      case "":
        interview.skip()
        return true
      case let text:
        let problems = interview.answer(text)
        if problems.isEmpty { return true }
        for problem in problems {
          Output.error("   \(problem.message)\(problem.help.map { "; \($0)" } ?? "")")
        }
      }
    }
  }

  // MARK: Words

  private func hint(_ question: InterviewQuestion) -> String {
    var lines: [String] = []
    if let soFar = question.soFar { lines.append("so far \(soFar), which is too large for some rules: name its parts") }
    if question.choices.isEmpty || question.choices.count > Dialogue.mostChoices {
      lines.append(expected(question))
    } else {
      lines += Dialogue.columns(question.choices)
      if question.takesSeveral { lines.append("several with commas, or none") }
      if !question.takesSeveral, question.fact.canBeAbsent, question.takesNone { lines.append("or none") }
    }
    return lines.map { "   \($0)" }.joined(separator: "\n")
  }

  private func expected(_ question: InterviewQuestion) -> String {
    var text = question.choices.isEmpty ? question.fact.type.name : "one or more words; ? lists them"
    if question.takesSeveral { text += "; several with commas" }
    if question.takesNone { text += ", or none" }
    return text
  }

  private func help(_ question: InterviewQuestion) -> String {
    var lines: [String] = question.fact.help.isEmpty ? [] : [question.fact.help]
    if question.choices.count > Dialogue.mostChoices { lines += Dialogue.columns(question.choices) }
    let rules = question.rules
    let named = rules.prefix(3).joined(separator: ", ") + (rules.count > 3 ? " and \(rules.count - 3) more" : "")
    lines.append("fact \(question.fact.path), needed by \(named)")
    return lines.map { "   \($0)" }.joined(separator: "\n")
  }

  /// Choices with their numbers, as many in a line as fit.
  private static func columns(_ choices: [String]) -> [String] {
    var lines = [""]
    for (number, choice) in choices.enumerated() {
      let item = "\(number + 1) \(choice)"
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = item
      } else if last.count + item.count + 3 <= 76 {
        lines[lines.count - 1] = "\(last)   \(item)"
      } else {
        lines.append(item)
      }
    }
    return lines
  }
}
