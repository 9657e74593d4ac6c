import Foundation

/// The part of JSON Schema that `Grammar/report.schema.json` uses, and one demand more: every member is described.
struct JSONShape {
  private let root: [String: Any]

  /// Reads the schema beside the sources.
  init() throws {
    let file = URL(fileURLWithPath: #filePath).appending(path: "../../../Grammar/report.schema.json").standardized
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What in `document` is not as described, each with its place.
  ///
  /// - Parameter shape: the part of the schema that describes it; all of it by default.
  func problems(in document: String, shape: String = "#") throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(document.utf8))
    return problems(value, ["$ref": shape], at: "$")
  }

  private func target(_ reference: String) -> [String: Any]? {
    reference.split(separator: "/").dropFirst().reduce(root) { $0?[String($1)] as? [String: Any] }
  }

  private func problems(_ value: Any, _ shape: [String: Any], at place: String) -> [String] {
    if let name = shape["$ref"] as? String {
      guard let target = target(name) else { return ["\(place): no \(name)"] }
      return problems(value, target, at: place)
    }
    var found: [String] = []
    if let allowed = shape["enum"] as? [String], !allowed.contains(value as? String ?? "") { found.append(place) }
    if let only = shape["const"] as? String, only != value as? String { found.append(place) }
    let types = shape["type"] as? [String] ?? (shape["type"] as? String).map { [$0] } ?? []
    if !types.isEmpty, !types.contains(type(of: value)) { found.append("\(place): not \(types)") }
    if let least = shape["minimum"] as? Int, let number = value as? Int, number < least {
      found.append("\(place): \(number)")
    }
    if let items = value as? [Any], let shape = shape["items"] as? [String: Any] {
      found += items.enumerated().flatMap { problems($1, shape, at: "\(place)[\($0)]") }
    }
    if let members = value as? [String: Any] { found += problems(of: members, shape, at: place) }
    return found
  }

  private func problems(of members: [String: Any], _ shape: [String: Any], at place: String) -> [String] {
    let described = shape["properties"] as? [String: [String: Any]] ?? [:]
    let others = shape["additionalProperties"] as? [String: Any]
    let required = shape["required"] as? [String] ?? []
    var found = required.filter { members[$0] == nil }.map { "\(place): no \($0)" }
    for (key, value) in members {
      guard let shape = described[key] ?? others else {
        found.append("\(place).\(key): not described")
        continue
      }
      found += problems(value, shape, at: "\(place).\(key)")
    }
    return found
  }

  private func type(of value: Any) -> String {
    switch value {
    case is NSNull: "null"
    case is String: "string"
    case is Int: "integer"
    case is [Any]: "array"
    default: "object"
    }
  }
}
