public import ArgumentParser
import Glibc
public import Proviso
public import ProvisoReports
import Synchronization

/// Which packs take part.
struct PackOptions: ParsableArguments {
  @Option(
    name: .customLong("pack"),
    help: ArgumentHelp(
      """
      A built-in pack by its id, a pack file or a folder of them; may be repeated. By default the packs of the \
      configuration, else all built-in ones.
      """, valueName: "pack"))
  var packs: [String] = []

  @Flag(name: .customLong("no-cache"), help: "Compile everything anew, and keep nothing.")
  var noCache = false

  @OptionGroup var projectOptions: ProjectOptions

  /// What is said where packs are arguments.
  static let argumentHelp: ArgumentHelp = """
    Built-in packs by id, pack files, or folders of them; by default the packs of the configuration, else all built-in \
    ones.
    """

  /// The files among the packs named, those of folders included.
  var watchedFiles: [String] { Inputs(packs.filter(PackOptions.isPath), of: .packs).paths }

  /// What looks like a path is one.
  static func isPath(_ pack: String) -> Bool {
    pack.contains("/") || pack.hasSuffix(".yaml") || pack.hasSuffix(".yml")
  }

  /// An engine for the packs that are in force: those of the option, else of the environment, else of the project; with
  /// the levels of the project.
  func engine(_ project: Project) throws(Problem) -> Engine {
    var files: [SourceFile] = []
    var ids: [String] = []
    let setting = try ProjectSettings(project, packs: packs).packs
    let packs = setting.value
    for pack in packs ?? [] {
      if PackOptions.isPath(pack) {
        files += try PackOptions.files(pack)
      } else {
        ids.append(pack)
      }
    }
    let engine: Engine
    do throws(EngineError) {
      engine = try Engine(packs: packs == nil ? nil : ids, files: files, cache: noCache ? nil : DiskCache())
    } catch {
      throw Problem(error.drawing, error.code == .unknownPack ? .couldNotRun : .invalidPack)
    }
    let applied = try project.applied(to: engine, choosingPacks: setting.origin.isOfOneRun)
    PackOptions.lastEngine.withLock { $0 = applied }
    return applied
  }

  /// Held until the process ends: to give an engine back piece by piece takes longer than to check a draft.
  private static let lastEngine = Mutex<Engine?>(nil)

  /// The same for a command that needs nothing else of the project.
  func engine() throws(Problem) -> Engine { try engine(try projectOptions.project()) }

  private static func files(_ path: String) throws(Problem) -> [SourceFile] {
    guard FileSystem.kind(of: path) == .folder else { return [try FileSystem.read(path)] }
    let inputs = Inputs([path], of: .packs)
    if let problem = inputs.problems.first { throw problem }
    var files: [SourceFile] = []
    for path in inputs.paths { files.append(try FileSystem.read(path)) }
    return files
  }
}

/// What is declared about drafts.
struct FactOptions: ParsableArguments {
  @Option(
    name: .customLong("facts"),
    help: ArgumentHelp("A YAML or JSON file of facts; may be repeated, the later winning.", valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("fact"),
    help: ArgumentHelp("One fact, such as consent.status=none; wins over every file.", valueName: "name=value"))
  var assignments: [String] = []

  /// The facts of all files and options, the later winning.
  func facts(_ engine: Engine) throws(Problem) -> Facts {
    var facts = Facts()
    for file in files { facts = facts.overridden(by: try FactOptions.read(file, engine)) }
    for assignment in assignments {
      let source = SourceFile(name: "--fact", text: assignment)
      facts = facts.overridden(by: try FactOptions.checked(engine.readFact(source), source))
    }
    return facts
  }

  /// The facts in a file.
  static func read(_ path: String, _ engine: Engine) throws(Problem) -> Facts {
    let source = try FileSystem.read(path)
    return try checked(engine.readFacts(source), source)
  }

  private static func checked(
    _ reading: (facts: Facts, diagnostics: [Diagnostic]), _ source: SourceFile
  ) throws(Problem) -> Facts {
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else { throw Problem(errors.map { $0.drawn(in: source) }.joined(separator: "\n")) }
    return reading.facts
  }
}

/// The day drafts are judged for.
struct DayOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day drafts without a planned day are judged for, as YYYY-MM-DD; today by default.", valueName: "day"))
  var asOf: String?

  func day() throws(Problem) -> CalendarDate {
    guard let asOf else { return DayOptions.today }
    guard let day = CalendarDate(asOf) else { throw Problem("--as-of: \(CalendarDate.problem(of: asOf))") }
    return day
  }

  private static var today: CalendarDate {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? CalendarDate(day: now / 86_400)
  }
}

extension TestReportFormat: ExpressibleByArgument {}
extension Level: ExpressibleByArgument {}
