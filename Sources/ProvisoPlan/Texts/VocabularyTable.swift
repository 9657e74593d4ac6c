import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoText

/// The way back from a phrase in the scanner to the vocabularies it stands in.
struct VocabularyTable: Sendable {
  /// What a phrase stands for; the same phrase can stand in several vocabularies.
  struct Use: Hashable, Sendable, BitwiseCopyable {
    let vocabulary: Int32
    /// The number of its language; 0 is `any`.
    let language: Int32
    /// Whether it marks what does not count.
    let isException: Bool
    /// Whether only the text as it is written counts.
    let isExact: Bool
    /// Whether a misspelling counts.
    let isLooselySpelled: Bool
  }

  /// The number of each vocabulary by its full name.
  let numbers: [String: Int]
  /// The number of each language.
  let languages: [String: Int]
  /// For each phrase where its uses begin in `uses`, and one entry more.
  private let starts: FlatArray<Int32>
  private let uses: FlatArray<Use>
  /// For each vocabulary how often texts may hold one of its phrases, for comparing; empty in a table that was read back.
  let commonness: [Double]

  /// Calls `body` with what a phrase stands for.
  @inline(__always)
  func forEachUse(of phrase: Int32, _ body: (Use) -> Void) {
    for place in Int(starts[Int(phrase)])..<Int(starts[Int(phrase) + 1]) { body(uses[place]) }
  }

  /// Collects vocabularies.
  struct Builder {
    /// The most misspellings of all vocabularies together.
    static let mostMisspellings = 200_000

    private var numbers: [String: Int] = [:]
    private var languages: [String: Int] = ["any": 0]
    private var uses: [[Use]] = []
    private var commonness: [Double] = []

    /// Adds a vocabulary's phrases to the scanner under construction.
    mutating func add(
      _ vocabulary: Vocabulary, to scanner: inout TextScannerBuilder, _ diagnostics: inout [Diagnostic]
    ) {
      let number = numbers.count
      let before = scanner.misspellings
      numbers[vocabulary.id] = number
      commonness.append(vocabulary.phrases.reduce(0) { $0 + Builder.commonness($1.text) })
      for (phrases, isException) in [(vocabulary.phrases, false), (vocabulary.exceptions, true)] {
        for phrase in phrases {
          do throws(PhraseProblem) {
            let id = Int(
              scanner.add(
                try Phrase(parsing: phrase.text), spacing: vocabulary.spacing == .exact ? .exact : .loose,
                spelling: vocabulary.spelling == .exact ? .exact : .loose))
            while uses.count <= id { uses.append([]) }
            uses[id].append(
              Use(
                vocabulary: Int32(number), language: Int32(language(phrase.language)), isException: isException,
                isExact: vocabulary.spacing == .exact, isLooselySpelled: vocabulary.spelling == .loose))
          } catch {
            diagnostics.append(
              Diagnostic("phrase.unusable", "\(error) in `\(phrase.text)`", in: vocabulary.file, at: phrase.span))
          }
        }
      }
      if before <= Builder.mostMisspellings, scanner.misspellings > Builder.mostMisspellings {
        diagnostics.append(
          Diagnostic(
            "vocabulary.misspellings",
            "the vocabularies with `spelling: loose` up to this one have more than \(Builder.mostMisspellings) misspellings",
            in: vocabulary.file, at: vocabulary.phrases.first?.span ?? Span(0, 0)))
      }
    }

    /// Frequent words are short (Zipf), and every letter more makes a phrase rarer.
    private static func commonness(_ phrase: String) -> Double {
      1 / Double(1 << (2 * min(30, phrase.unicodeScalars.count { $0.properties.isAlphabetic })))
    }

    private mutating func language(_ code: String) -> Int {
      if let known = languages[code] { return known }
      languages[code] = languages.count
      return languages.count - 1
    }

    /// The table of everything added.
    func build() -> VocabularyTable {
      VocabularyTable(
        numbers: numbers, languages: languages,
        starts: FlatArray(uses.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }),
        uses: FlatArray(Array(uses.joined())), commonness: commonness)
    }
  }
}

extension VocabularyTable: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(numbers, languages)
    writer.write(starts)
    writer.write(uses)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    numbers = try reader.read()
    languages = try reader.read()
    starts = try reader.read()
    uses = try reader.read()
    commonness = []
  }
}
