import Proviso
import ProvisoDocuments
import ProvisoProject
import Testing

/// What `proviso init` writes is read by the project's own readers, whatever is answered.
@Suite struct StarterTests {
  /// A pack that finds something whatever the channel and the places.
  private static let engine = Result { try Engine(packs: ["data-security"]) }
  private static let day = CalendarDate(year: 2026, month: 11, day: 22) ?? CalendarDate(day: 0)

  /// The answers that are tried: every word of a closed list, and places of several laws and of none.
  private static func answers(to question: Starter.Question) -> [String] {
    switch question.definition.type {
    case .truth: ["yes", "no"]
    case .symbol(let words), .symbols(let words): words
    case .places: ["DE", "US", "BR", "US-CA, NO", "IN", "EEA, US"]
    default: [question.usual]
    }
  }

  /// Every answer with the usual ones to the other questions, and every channel with every place.
  private static func combinations(_ starter: Starter) -> [[String: String]] {
    let all = starter.questions.map { (path: $0.definition.path, answers: answers(to: $0)) }
    var combinations = all.flatMap { question in question.answers.map { [question.path: $0] } }
    for channel in all.first(where: { $0.path == "draft.channel" })?.answers ?? [] {
      for place in all.first(where: { $0.path == "recipient.regions" })?.answers ?? [] {
        combinations.append(["draft.channel": channel, "recipient.regions": place])
      }
    }
    return combinations
  }

  private static func files(_ starter: Starter, _ answers: [String: String]) throws -> [String: SourceFile] {
    var facts = Facts()
    for question in starter.questions {
      let (answer, problems) = starter.answer(answers[question.definition.path] ?? "", to: question)
      #expect(problems.map(\.message) == [], "\(answers)")
      facts = facts.overridden(by: answer)
    }
    let files = starter.files(facts).map { ($0.path, SourceFile(name: $0.path, text: $0.text)) }
    return Dictionary(uniqueKeysWithValues: files)
  }

  @Test func `whatever is answered, the configuration and the draft are read and the draft has something to mend`()
    throws
  {
    let (starter, engine) = (try Starter(), try Self.engine.get())
    let combinations = Self.combinations(starter)
    #expect(combinations.count > 60)
    for answers in combinations {
      let files = try Self.files(starter, answers)
      let (config, problems) = ProjectConfig.read(try #require(files[".proviso.yaml"]))
      #expect(problems.map(\.message) == [], "\(answers)")
      let facts = try #require(config).readFacts(engine.schema)
      #expect(facts.diagnostics.map(\.message) == [], "\(answers)")
      // What is answered of the sender holds for every draft.
      #expect(facts.facts.organisation.states.keys.allSatisfy { $0.hasPrefix("sender.") })
      #expect(!facts.facts.organisation.isEmpty)

      let source = try #require(files["drafts/spring-sale.yaml"])
      let reading = engine.read(source, assuming: facts.facts.facts(at: source.name))
      #expect(reading.diagnostics.map(\.message) == [], "\(answers)")
      let report = engine.evaluate(try #require(reading.drafts.first), asOf: Self.day)
      #expect(
        report.results.contains { $0.outcome == .fail && !$0.locations.isEmpty }, "\(answers)")
    }
  }

  @Test func `the workflow is YAML whose last step is a command of the program on the drafts that are there`() throws {
    let files = try Self.files(try Starter(), [:])
    let workflow = try YAMLReader.read(try #require(files[".github/workflows/proviso.yml"]))
    let job = try #require(workflow["jobs"]?.entries?.first?.value)
    let steps = try #require(job["steps"]?.items)
    let words = try #require(steps.last?["run"]?.text).split(separator: " ").map(String.init)
    #expect(words.first?.hasSuffix("/.build/release/proviso") == true)
    let folder = try DraftFolder(files.mapValues { $0.text(in: Span(0, $0.bytes.count)) })
    let run = try Program.run(Array(words.dropFirst()), in: folder)
    #expect(run.status == 1 && run.output.contains("drafts/spring-sale.yaml"), "\(run.errors)")
    // It must see the changes of a pull request, and may do no more than read.
    #expect(workflow["on"]?.items?.compactMap(\.text) == ["pull_request"])
    #expect(workflow["permissions"]?["contents"]?.text == "read")
  }
}
