import Proviso

/// Where the answers of an interview are written.
struct AnswerFile {
  let path: String
  private let file: FactsFile

  /// Standard output for `-`; a file that is there is read, so that what is wrong with it shows before any question.
  init(_ path: String, _ engine: Engine) throws(Problem) {
    self.path = path
    let isThere = path != Inputs.standardInput && FileSystem.kind(of: path) == .file
    let source = isThere ? try FileSystem.read(path) : SourceFile(name: path, bytes: [])
    do throws(FactsFile.Failure) {
      file = try FactsFile(source, engine)
    } catch {
      throw AnswerFile.problem(error, source, Facts())
    }
  }

  var isStandardOutput: Bool { path == Inputs.standardInput }

  /// Whether there is something to write.
  func isWritten(_ answers: Facts) -> Bool { !answers.states.isEmpty && !isStandardOutput }

  /// Writes the file with the answers in it; nothing where nothing was answered.
  func add(_ answers: Facts, replacing: Bool) throws(Problem) {
    if isStandardOutput { return Output.print(FactsFile.text(answers)) }
    guard isWritten(answers) else { return }
    let text: String
    do throws(FactsFile.Failure) {
      text = try file.adding(answers, replacing: replacing)
    } catch {
      throw AnswerFile.problem(error, SourceFile(name: path, bytes: []), answers)
    }
    do throws(Problem) {
      try FileSystem.write(text, to: path)
    } catch {
      throw Problem("\(error.message)\n\(AnswerFile.kept(answers))")
    }
  }

  private static func problem(_ failure: FactsFile.Failure, _ source: SourceFile, _ answers: Facts) -> Problem {
    switch failure {
    case .unreadable(let diagnostics):
      Problem(diagnostics.map { $0.drawn(in: source) }.joined(separator: "\n"))
    case .conflicts(let paths):
      Problem(
        "\(source.name) has other values of \(paths.joined(separator: ", ")); --force replaces them\n\(kept(answers))")
    case .closed:
      Problem("\(source.name) cannot be added to; write to another file with -o\n\(kept(answers))")
    }
  }

  /// The answers, so that nobody has to give them again.
  private static func kept(_ answers: Facts) -> String { "the answers were:\n\(FactsFile.text(answers))" }
}
