import Foundation

/// The official JSON schema of SARIF 2.1.0, with the keywords of JSON Schema that it uses.
struct SARIFSchema {
  static let file = "suites/sarif/sarif-schema-2.1.0.json"
  private let root: [String: Any]

  /// Reads the schema from the folder shared beside the sources; nil where there is none.
  init?() throws {
    let sources = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardized
    guard let data = try? Data(contentsOf: sources.appending(path: "shared/\(Self.file)")) else { return nil }
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What in `document` is not as described, each with its place.
  func problems(in document: String) throws -> [String] {
    problems(try JSONSerialization.jsonObject(with: Data(document.utf8)), root, "$")
  }

  private func problems(_ value: Any, _ shape: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    if let reference = shape["$ref"] as? String {
      let target = reference.split(separator: "/").dropFirst().reduce(root as Any?) { node, key in
        (node as? [String: Any])?[String(key)]
      }
      found += problems(value, target as? [String: Any] ?? [:], place)
    }
    if let type = shape["type"] as? String, !fits(value, type) { found.append("\(place): not \(type)") }
    if let allowed = shape["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      found.append("\(place): \(value) is none of \(allowed)")
    }
    if let number = value as? Int {
      if let least = shape["minimum"] as? Int, number < least { found.append("\(place): \(number)") }
      if let most = shape["maximum"] as? Int, number > most { found.append("\(place): \(number)") }
    }
    if let text = value as? String {
      if let pattern = shape["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        found.append("\(place): \(text) is not \(pattern)")
      }
      if let format = shape["format"] as? String, format.hasPrefix("uri"), !isURI(text, format) {
        found.append("\(place): \(text) is no \(format)")
      }
    }
    for key in ["anyOf", "oneOf"] {
      guard let choices = shape[key] as? [[String: Any]] else { continue }
      let fitting = choices.count { problems(value, $0, place).isEmpty }
      if fitting == 0 || key == "oneOf" && fitting > 1 { found.append("\(place): \(fitting) of \(key)") }
    }
    if let items = value as? [Any] { found += problems(of: items, shape, place) }
    if let members = value as? [String: Any] { found += problems(of: members, shape, place) }
    return found
  }

  private func problems(of items: [Any], _ shape: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    if let least = shape["minItems"] as? Int, items.count < least { found.append("\(place): too few") }
    if shape["uniqueItems"] as? Bool == true, Set(items.map { "\($0)" }).count < items.count,
      NSSet(array: items).count < items.count
    {
      found.append("\(place): an item stands twice")
    }
    guard let each = shape["items"] as? [String: Any] else { return found }
    return found + items.enumerated().flatMap { problems($1, each, "\(place)[\($0)]") }
  }

  private func problems(of members: [String: Any], _ shape: [String: Any], _ place: String) -> [String] {
    let described = shape["properties"] as? [String: [String: Any]] ?? [:]
    var found = (shape["required"] as? [String] ?? []).filter { members[$0] == nil }.map { "\(place): no \($0)" }
    for (key, value) in members {
      if let known = described[key] ?? shape["additionalProperties"] as? [String: Any] {
        found += problems(value, known, "\(place).\(key)")
      } else if shape["additionalProperties"] as? Bool == false {
        found.append("\(place).\(key): not described")
      }
    }
    return found
  }

  private func isURI(_ text: String, _ format: String) -> Bool {
    let isClean = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && !#""<>\^`{|}"#.utf8.contains($0) }
    let isWhole = text.wholeMatch(of: /[^%]*(%[0-9A-Fa-f]{2}[^%]*)*/) != nil
    return isClean && isWhole && (format != "uri" || text.contains(/^[A-Za-z][A-Za-z0-9+.\-]*:/))
  }

  private func fits(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "string": value is String
    case "array": value is [Any]
    case "object": value is [String: Any]
    case "boolean": value is Bool
    case "integer", "number": value is NSNumber
    default: false
    }
  }
}
