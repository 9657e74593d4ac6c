import ProvisoLanguage
import ProvisoModel
import ProvisoSource

/// What can be said of a plan's variables about texts and lists from what was found alone, before any rule is looked at.
struct TextTests: Sendable {
  /// How the finds of one variable answer it.
  private struct Reading: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// The answer is yes while it is silent: while of one of its groups of triggers nothing was found.
    static let yesWhenSilent = Reading(rawValue: 1)
    /// One find makes the answer yes.
    static let foundIsYes = Reading(rawValue: 2)
  }

  private var readings: [Reading] = []
  /// For each variable where its groups begin in `starts`, and one entry more; none for one that hangs on more than
  /// triggers tell.
  private var firstGroups: [Int32] = [0]
  /// For each group where its triggers begin in `triggers`, and one entry more.
  private var starts: [Int32] = [0]
  private var triggers: [Int32] = []

  init(_ variables: [VariableTable.Variable], _ texts: TextTables, _ schema: FactSchema) {
    let silence = Silence(texts, schema)
    for variable in variables {
      var reading: Reading = []
      if case .answer(let atom) = variable, let (groups, answer) = silence.answer(of: atom.value) {
        for group in groups {
          triggers += group
          starts.append(Int32(triggers.count))
        }
        if answer { reading.insert(.yesWhenSilent) }
        if atom.value.isFoundAlone { reading.insert(.foundIsYes) }
      }
      readings.append(reading)
      firstGroups.append(Int32(starts.count - 1))
    }
  }

  private func groups(of variable: Int) -> Range<Int> { Int(firstGroups[variable])..<Int(firstGroups[variable + 1]) }

  private func place(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// The groups of triggers that a variable hangs on, and its answer while of one group nothing was found; nil where it
  /// hangs on more.
  func silent(_ variable: Int) -> (groups: [[Int]], answer: Bool)? {
    let groups = groups(of: variable)
    guard !groups.isEmpty else { return nil }
    return (groups.map { triggers[place(of: $0)].map(Int.init) }, readings[variable].contains(.yesWhenSilent))
  }

  /// The answer of a variable; nil where more must be looked at.
  func answer(_ variable: Int, _ found: TriggerSet, isPlain: Bool) -> Bool? {
    guard !groups(of: variable).isEmpty else { return nil }
    if isSilent(variable, found) { return readings[variable].contains(.yesWhenSilent) }
    return readings[variable].contains(.foundIsYes) && isPlain ? true : nil
  }

  /// Whether of one of a variable's groups of triggers nothing was found.
  func isSilent(_ variable: Int, _ found: TriggerSet) -> Bool {
    for group in groups(of: variable) where !isFound(place(of: group), found) { return true }
    return false
  }

  private func isFound(_ group: Range<Int>, _ found: TriggerSet) -> Bool {
    for place in group where found.contains(Int(triggers[place])) { return true }
    return false
  }
}

extension TextTests: Storable {
  func store(in writer: inout ByteWriter) {
    writer.write(bits: readings)
    writer.write(bits: firstGroups)
    writer.write(bits: starts)
    writer.write(bits: triggers)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    readings = try reader.read(arrayOfBits: Reading.self)
    firstGroups = try reader.read(arrayOfBits: Int32.self)
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
