import ProvisoModel
import ProvisoPacks
import ProvisoSource
import ProvisoText

/// The phrases of all vocabularies in one scanner, and the way back from a phrase to its vocabularies.
struct VocabularyTable: Sendable, Storable {
  /// What a phrase stands for; the same phrase can stand in several vocabularies.
  struct Use: Hashable, Sendable, BitwiseCopyable, Storable {
    let vocabulary: Int
    /// The number of its language; 0 is `any`.
    let language: Int
    /// Whether it marks what does not count.
    let isException: Bool
  }

  /// The number of each vocabulary by its full name.
  private(set) var numbers: [String: Int] = [:]
  /// The number of each language.
  private(set) var languages: [String: Int] = ["any": 0]
  /// The uses of each phrase, by the phrase's number in the scanner.
  private(set) var uses: [[Use]] = []

  /// Adds a vocabulary's phrases to the scanner under construction.
  mutating func add(
    _ vocabulary: Vocabulary, to scanner: inout TextScannerBuilder, _ diagnostics: inout [Diagnostic]
  ) {
    let number = numbers.count
    numbers[vocabulary.id] = number
    for (phrases, isException) in [(vocabulary.phrases, false), (vocabulary.exceptions, true)] {
      for phrase in phrases {
        do throws(PhraseProblem) {
          let id = Int(
            scanner.add(try Phrase(parsing: phrase.text), spacing: vocabulary.spacing == .exact ? .exact : .loose))
          while uses.count <= id { uses.append([]) }
          uses[id].append(Use(vocabulary: number, language: language(phrase.language), isException: isException))
        } catch {
          diagnostics.append(
            Diagnostic("phrase.unusable", "\(error) in `\(phrase.text)`", in: vocabulary.file, at: phrase.span))
        }
      }
    }
  }

  init() {}

  func store(in writer: inout ByteWriter) {
    writer.write(numbers, languages, uses.count)
    for uses in uses { writer.write(bits: uses) }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    numbers = try reader.read()
    languages = try reader.read()
    let count = try reader.readCount()
    uses.reserveCapacity(count)
    for _ in 0..<count { uses.append(try reader.read(arrayOfBits: Use.self)) }
  }

  private mutating func language(_ code: String) -> Int {
    if let known = languages[code] { return known }
    languages[code] = languages.count
    return languages.count - 1
  }
}
