/// Says how a path that a user gave is called from a project's folder.
public struct ProjectPaths: Sendable {
  /// The project's folder and the folder that paths are given from, both absolute, in parts.
  private let folder: [Substring], working: [Substring]

  /// - Parameters:
  ///   - folder: the absolute path of the project's folder.
  ///   - working: the absolute path of the folder that other paths are relative to.
  public init(folder: String, working: String) {
    self.folder = folder.split(separator: "/")
    self.working = working.split(separator: "/")
  }

  /// An absolute path without `.` and `..` inside.
  public static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// A path from the project's folder, without `.` and `..` inside; one outside of it begins with `..`.
  public func relative(_ path: String) -> String {
    var parts = path.hasPrefix("/") ? [] : working
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    let shared = zip(parts, folder).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + parts[shared...]).joined(separator: "/")
  }
}
