import ProvisoDocuments

/// What is in force for a run, and where each value comes from.
public struct SettingsReport: Sendable {
  /// A value that is in force.
  public struct Row: Sendable {
    /// What it is called in a configuration.
    public var name: String
    /// The value in words.
    public var value: String
    /// A flag, an environment variable, a place in a file, or that it is the default.
    public var origin: String

    /// A value with its origin.
    public init(_ name: String, _ value: String, from origin: String) {
      (self.name, self.value, self.origin) = (name, value, origin)
    }
  }

  private let rows: [Row]

  /// A report on values in the order in which they are shown.
  public init(_ rows: [Row]) { self.rows = rows }

  /// The report as text that ends with a line feed.
  public func render(_ format: SettingsFormat) -> String {
    switch format {
    case .plain: table
    case .json:
      JSONValue.array(
        rows.map { row in
          .object([("name", .string(row.name)), ("value", .string(row.value)), ("origin", .string(row.origin))])
        }
      ).text + "\n"
    }
  }

  /// One line a value, its parts below each other.
  private var table: String {
    func width(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 0 }
    let (name, value) = (width(rows.map(\.name.visible)), width(rows.map(\.value.visible)))
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth) + 2)
    }
    return rows.map { padded($0.name.visible, name) + padded($0.value.visible, value) + $0.origin.visible + "\n" }
      .joined()
  }
}
