import Foundation

/// A SARIF file as its readers see it.
struct SARIFLog {
  private let root: [String: Any]
  private let run: [String: Any]

  init(_ text: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    run = (root["runs"] as? [[String: Any]])?.first ?? [:]
  }

  var results: [[String: Any]] { run["results"] as? [[String: Any]] ?? [] }

  /// What the run says beside its results.
  var notices: [[String: Any]] {
    let invocation = (run["invocations"] as? [[String: Any]])?.first ?? [:]
    return (invocation["toolExecutionNotifications"] as? [[String: Any]] ?? [])
      + (invocation["toolConfigurationNotifications"] as? [[String: Any]] ?? [])
  }

  private var tool: [String: Any] { run["tool"] as? [String: Any] ?? [:] }
  private var driver: [String: Any] { tool["driver"] as? [String: Any] ?? [:] }
  private var extensions: [[String: Any]] { tool["extensions"] as? [[String: Any]] ?? [] }
  private var taxonomies: [[String: Any]] { run["taxonomies"] as? [[String: Any]] ?? [] }

  /// What readers would stumble over.
  var problems: [String] {
    var found: [String] = []
    if root["$schema"] == nil || root["version"] as? String != "2.1.0" { found.append("no version") }
    for key in ["tool", "invocations", "automationDetails", "columnKind", "results"] where run[key] == nil {
      found.append("no \(key)")
    }
    for key in ["name", "semanticVersion"] where driver[key] == nil { found.append("no \(key) of the driver") }
    for result in results {
      let rule = result["rule"] as? [String: Any] ?? [:]
      if rule["id"] as? String != result["ruleId"] as? String { found.append("rule and ruleId differ") }
      found += problems(of: rule, in: extensions, list: "rules")
      for article in result["taxa"] as? [[String: Any]] ?? [] {
        found += problems(of: article, in: taxonomies, list: "taxa")
      }
      if result["kind"] as? String != "fail", result["level"] as? String != "none" { found.append("level of open") }
      let fingerprints = result["partialFingerprints"] as? [String: String] ?? [:]
      if Set(fingerprints.keys) != ["proviso/v1", "primaryLocationLineHash"] { found.append("fingerprints") }
      if (result["locations"] as? [Any])?.count != 1 { found.append("not one location") }
      for region in SARIFLog.regions(of: result) { found += problems(of: region) }
    }
    for component in extensions {
      for rule in component["rules"] as? [[String: Any]] ?? [] { found += problems(ofRule: rule) }
      for law in component["supportedTaxonomies"] as? [[String: Any]] ?? [] {
        found += problems(of: ["toolComponent": law], in: taxonomies, list: nil)
      }
    }
    for notice in notices {
      let descriptor = notice["descriptor"] as? [String: Any] ?? [:]
      found += problems(
        of: descriptor.merging(["toolComponent": ["index": 0]]) { a, _ in a }, in: [driver], list: "notifications")
    }
    return found
  }

  private func problems(ofRule rule: [String: Any]) -> [String] {
    var found = [
      "id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties",
    ].filter { rule[$0] == nil }.map { "no \($0) of a rule" }
    for relation in rule["relationships"] as? [[String: Any]] ?? [] {
      found += problems(of: relation["target"] as? [String: Any] ?? [:], in: taxonomies, list: "taxa")
    }
    return found
  }

  /// What is wrong with a reference to an item of a list of a component, or to the component where `list` is nil.
  private func problems(of reference: [String: Any], in components: [[String: Any]], list: String?) -> [String] {
    let target = reference["toolComponent"] as? [String: Any] ?? [:]
    guard let place = target["index"] as? Int, components.indices.contains(place) else { return ["no component"] }
    if let name = target["name"] as? String, components[place]["name"] as? String != name { return ["not \(name)"] }
    guard let list else { return [] }
    let items = components[place][list] as? [[String: Any]] ?? []
    guard let index = reference["index"] as? Int, items.indices.contains(index) else { return ["no item of \(list)"] }
    return items[index]["id"] as? String == reference["id"] as? String ? [] : ["other id in \(list)"]
  }

  private func problems(of region: [String: Int]) -> [String] {
    let start = (region["startLine"] ?? 0, region["startColumn"] ?? 0)
    let end = (region["endLine"] ?? 0, region["endColumn"] ?? 0)
    let isFirm = start.0 >= 1 && start.1 >= 1 && end.1 >= 1 && start <= end && region.values.allSatisfy { $0 >= 0 }
    return isFirm ? [] : ["region \(region)"]
  }

  /// The numbers of all regions below a value.
  static func regions(of value: Any) -> [[String: Int]] {
    if let items = value as? [Any] { return items.flatMap(regions) }
    guard let members = value as? [String: Any] else { return [] }
    return members.flatMap { key, value in
      guard key == "region" || key == "deletedRegion", let region = value as? [String: Any] else {
        return regions(of: value)
      }
      return [region.compactMapValues { $0 as? Int }]
    }
  }
}
