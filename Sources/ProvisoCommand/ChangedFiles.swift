import Glibc

/// The files of a repository that differ from what they were when the present branch left another one.
///
/// Files that git does not follow yet count as changed, ignored ones do not.
struct ChangedFiles {
  private let reference: String
  /// The repository's folder.
  private let root: String
  /// Absolute paths; those of files that are gone too.
  private let paths: Set<String>

  /// - Parameters:
  ///   - reference: a branch, tag or commit.
  ///   - folder: a folder of the repository.
  init(since reference: String, in folder: String = ".") throws(Problem) {
    let root = try GitCommand.run(["-C", folder, "rev-parse", "--show-toplevel"])
    guard root.hasSucceeded else { throw Problem("--diff-base needs a git repository: \(root.line)") }
    let git = ["-C", root.line]
    let commit = try GitCommand.run(
      git + ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(reference)^{commit}"])
    guard commit.hasSucceeded else { throw Problem("--diff-base: git knows no commit `\(reference)`") }
    let base = try GitCommand.run(git + ["merge-base", commit.line, "HEAD"])
    guard base.hasSucceeded else {
      throw Problem("--diff-base: `\(reference)` and HEAD have no commit in common; a shallow clone may lack it")
    }
    let lists = [
      ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules", base.line, "--"],
      ["ls-files", "--others", "--exclude-standard", "-z"],
    ]
    var paths: Set<String> = []
    for list in lists {
      let run = try GitCommand.run(git + list)
      guard run.hasSucceeded else { throw Problem("--diff-base: \(run.line)") }
      for name in run.names { paths.insert("\(root.line)/\(name)") }
    }
    (self.reference, self.root, self.paths) = (reference, root.line, paths)
  }

  /// The drafts among `drafts` that changed, or the facts beside them.
  func among(_ drafts: [String]) throws(Problem) -> [String] {
    var changed: [String] = []
    for draft in drafts {
      if draft == Inputs.standardInput { throw Problem("--diff-base cannot tell whether standard input changed") }
      guard let place = ChangedFiles.place(of: draft), place.hasPrefix("\(root)/") else {
        throw Problem("--diff-base \(reference): \(draft) is outside of the repository \(root)")
      }
      // A link changes when it leads elsewhere, and when what it leads to does.
      let ways = [place, FileSystem.realPath(draft) ?? place, Inputs.factsPath(beside: place)]
      if ways.contains(where: paths.contains) { changed.append(draft) }
    }
    return changed
  }

  /// The absolute path of a file, its own name as it is.
  private static func place(of path: String) -> String? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
    return FileSystem.realPath(folder).map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }
}
