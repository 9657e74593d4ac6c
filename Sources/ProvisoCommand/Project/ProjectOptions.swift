import ArgumentParser
import Glibc
import Proviso
import ProvisoProject

/// Which configuration counts.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The configuration; by default the nearest .proviso.yaml, in this folder or one above it.", valueName: "file"))
  var config: String?

  @Flag(help: "No configuration.")
  var noConfig = false

  func validate() throws {
    if noConfig, config != nil { throw ValidationError("--config and --no-config cannot both be given") }
  }

  /// The project that a run belongs to.
  func project() throws(Problem) -> Project {
    if noConfig { return try Project(config: nil, "--no-config") }
    if let config { return try Project(config: config, "--config") }
    if let named = Environment.value("PROVISO_CONFIG") { return try Project(config: named, "PROVISO_CONFIG") }
    let nearest = try ProjectOptions.nearest()
    return try Project(config: nearest, nearest == nil ? "default" : "found")
  }

  private static func nearest() throws(Problem) -> String? {
    var folder = try FileSystem.workingFolder()[...]
    var steps = ""
    while true {
      if FileSystem.kind(of: "\(folder)/\(ProjectConfig.fileName)") == .file {
        return steps + ProjectConfig.fileName
      }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
      steps += "../"
    }
  }
}

/// The environment variables of a run.
enum Environment {
  /// The value of a variable; nil for one that is not set, or empty.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
