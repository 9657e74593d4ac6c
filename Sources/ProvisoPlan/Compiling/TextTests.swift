import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// What can be said of a plan's variables about texts and lists from what was found alone, before any rule is looked at.
struct TextTests: Sendable {
  /// How the finds of one variable answer it.
  private struct Reading: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// The answer is yes while none of its triggers was found.
    static let yesWhenSilent = Reading(rawValue: 1)
    /// One of them found makes the answer yes.
    static let foundIsYes = Reading(rawValue: 2)
  }

  private var readings: [Reading] = []
  /// For each variable where its triggers begin in `triggers`, and one entry more; none for one that hangs on more than
  /// they tell.
  private var starts: [Int32] = [0]
  private var triggers: [Int32] = []

  init(_ variables: [VariableTable.Variable], _ texts: TextTables, _ schema: FactSchema) {
    let silence = Silence(texts, schema)
    for variable in variables {
      var reading: Reading = []
      if case .answer(let atom) = variable, let (needed, answer) = silence.answer(of: atom.value) {
        triggers += needed
        if answer { reading.insert(.yesWhenSilent) }
        if atom.value.isFoundAlone { reading.insert(.foundIsYes) }
      }
      readings.append(reading)
      starts.append(Int32(triggers.count))
    }
  }

  private func place(of variable: Int) -> Range<Int> { Int(starts[variable])..<Int(starts[variable + 1]) }

  /// What a variable hangs on, and its answer while nothing of that was found; nil where it hangs on more.
  func silent(_ variable: Int) -> (triggers: ArraySlice<Int32>, answer: Bool)? {
    let place = place(of: variable)
    return place.isEmpty ? nil : (triggers[place], readings[variable].contains(.yesWhenSilent))
  }

  /// The answer of a variable; nil where more must be looked at.
  func answer(_ variable: Int, _ found: TriggerSet, isPlain: Bool) -> Bool? {
    let place = place(of: variable)
    guard !place.isEmpty else { return nil }
    for trigger in place where found.contains(Int(triggers[trigger])) {
      return readings[variable].contains(.foundIsYes) && isPlain ? true : nil
    }
    return readings[variable].contains(.yesWhenSilent)
  }
}

extension TextTests: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(bits: readings)
    writer.write(bits: starts)
    writer.write(bits: triggers)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    readings = try reader.read(arrayOfBits: Reading.self)
    starts = try reader.read(arrayOfBits: Int32.self)
    triggers = try reader.read(arrayOfBits: Int32.self)
  }
}

extension Atom {
  /// Whether a phrase found anywhere makes it true, in a text where every find counts for the whole.
  var isFoundAlone: Bool {
    guard case .text(.scope(.text), .mentions(let mention)) = self else { return false }
    return mention.nearness.isEmpty && mention.languages == nil
  }
}
