import Foundation
import Proviso
import ProvisoDocs
import Testing

/// Documentation made once for all tests, and what can be read from it.
struct Site: Sendable {
  let documentation: Documentation
  let files: [String: String]
  /// The anchors of each file, in order.
  let anchors: [String: [String]]

  init(_ engine: Engine) {
    documentation = Documentation(of: engine)
    files = Dictionary(documentation.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    anchors = files.mapValues { $0.pieces(behind: " id=\"", upTo: "\"") }
  }

  /// The documentation of the built-in packs.
  static func builtIn() throws -> Site { try builtInResult.get() }
  private static let builtInResult = Result { Site(try Engine()) }

  func text(_ name: String) throws -> String { try #require(files[name], "no file \(name)") }

  /// Every link to another place of the site, with the page it stands on.
  func links(in ending: String, behind start: String, upTo end: String) -> [(page: String, target: String)] {
    files.filter { $0.key.hasSuffix(ending) }.flatMap { name, text in
      text.pieces(behind: start, upTo: end).filter { $0.contains(ending) && !$0.contains("://") }.map { (name, $0) }
    }
  }

  /// The links that lead to nothing.
  func broken(_ links: [(page: String, target: String)]) -> [String] {
    let anchors = anchors.mapValues { Set($0) }
    return links.filter { link in
      let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let known = anchors[parts[0]] else { return true }
      return parts.count > 1 && !known.contains(parts[1])
    }.map { "\($0.page) → \($0.target)" }
  }
}

extension String {
  /// What stands between each `start` and the `end` that follows it.
  func pieces(behind start: String, upTo end: String) -> [String] {
    components(separatedBy: start).dropFirst().compactMap { $0.components(separatedBy: end).first }
  }
}

extension Site {
  /// The site of one pack, with the rest of it in `body`.
  static func of(_ body: String, named name: String = "shop.yaml") throws -> Site {
    Site(try Engine(packs: [], files: [SourceFile(name: name, text: body)]))
  }
}
