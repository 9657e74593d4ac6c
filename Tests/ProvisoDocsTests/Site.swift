import Foundation
import Proviso
import ProvisoDocs
import Testing

/// Documentation made once for all tests, and what can be read from it.
struct Site: Sendable {
  let files: [String: String]
  let documentation: Documentation

  init(_ engine: Engine) {
    documentation = Documentation(of: engine)
    files = Dictionary(documentation.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The documentation of the built-in packs.
  static func builtIn() throws -> Site { try builtInResult.get() }
  private static let builtInResult = Result { Site(try Engine()) }

  func text(_ name: String) throws -> String { try #require(files[name], "no file \(name)") }

  /// Every link to another place of the site, with the page it stands on.
  func links(endingIn ending: String, _ pattern: Regex<(Substring, Substring)>) -> [(page: String, target: String)] {
    files.filter { $0.key.hasSuffix(ending) }.flatMap { name, text in
      text.matches(of: pattern).map { (name, String($0.output.1)) }
    }.filter { !$0.target.hasPrefix("http") }
  }

  /// The anchors of each file.
  var anchors: [String: Set<String>] {
    files.mapValues { text in Set(text.matches(of: /id="([^"]*)"/).map { String($0.output.1) }) }
  }

  /// The links that lead to nothing.
  func broken(_ links: [(page: String, target: String)]) -> [String] {
    let anchors = anchors
    return links.filter { link in
      let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let known = anchors[parts[0].isEmpty ? link.page : parts[0]] else { return true }
      return parts.count > 1 && !known.contains(parts[1])
    }.map { "\($0.page) → \($0.target)" }
  }
}

extension Site {
  /// The site of one pack, with the rest of it in `body`.
  static func of(_ body: String, named name: String = "shop.yaml") throws -> Site {
    Site(try Engine(packs: [], files: [SourceFile(name: name, text: body)]))
  }
}
