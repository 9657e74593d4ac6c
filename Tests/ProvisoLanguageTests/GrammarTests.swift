import Foundation
import ProvisoLanguage
import ProvisoSource
import ProvisoTestSupport
import Testing

@Suite struct GrammarTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func grammar() throws -> EBNF {
    EBNF(try String(contentsOf: root.appending(path: "Grammar/expression.ebnf"), encoding: .utf8))
  }

  @Test func everyRuleNamedIsDefined() throws {
    let grammar = try GrammarTests.grammar()
    var named: Set<String> = []
    func visit(_ part: EBNF.Part) {
      switch part {
      case .rule(let name): named.insert(name)
      case .sequence(let parts), .choice(let parts): parts.forEach(visit)
      case .optional(let inner), .repeated(let inner): visit(inner)
      case .terminal, .special: break
      }
    }
    grammar.rules.values.forEach(visit)
    #expect(named.subtracting(grammar.names) == [])
    #expect(Set(grammar.names).subtracting(named) == [])
  }

  /// The production stands above the function that parses it, and nowhere else.
  @Test func everySyntacticRuleHasOneParserFunction() throws {
    let folder = GrammarTests.root.appending(path: "Sources/ProvisoLanguage/Syntax")
    let sources = try ["Parser.swift", "Parser+Tests.swift", "Parser+Values.swift"]
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    let grammar = try GrammarTests.grammar()
    let syntactic = grammar.names.prefix { $0 != "path" }
    #expect(syntactic.count >= 19)
    for name in syntactic {
      let heads = sources.split(separator: "\n").filter {
        $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("// \(name)")
          && $0.drop { $0 != "/" }.dropFirst(3 + name.count).trimmingPrefix(while: { $0 == " " }).hasPrefix("=")
      }
      #expect(heads.count == 1, "\(name) stands above \(heads.count) functions")
    }
  }

  @Test(arguments: 0..<40) func derivedSentencesAreAcceptedAndPrintedBack(_ seed: UInt64) throws {
    var generator = SentenceGenerator(grammar: try GrammarTests.grammar(), random: SeededRandom(seed: seed))
    for _ in 0..<50 {
      let sentence = generator.sentence()
      let (tree, problems) = Parser.parse(ExpressionSource(sentence))
      #expect(problems.isEmpty, "seed \(seed): \(sentence)\n\(problems.map(\.message))")
      let printed = tree.description
      let (again, more) = Parser.parse(ExpressionSource(printed))
      #expect(more.isEmpty && again == tree, "seed \(seed): \(sentence)\nprinted: \(printed)")
      #expect(again.description == printed)
    }
  }

  @Test func samplesAreAcceptedAndRefusedAsTheySay() throws {
    for verdict in ["accept", "reject"] {
      let folder = GrammarTests.root.appending(path: "Grammar/samples/\(verdict)")
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "expr" }
      #expect(!files.isEmpty)
      for file in files {
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
          let (_, problems) = Parser.parse(ExpressionSource(String(line)))
          #expect(
            problems.isEmpty == (verdict == "accept"), "\(file.lastPathComponent): \(line) \(problems.map(\.message))")
        }
      }
    }
  }
}
