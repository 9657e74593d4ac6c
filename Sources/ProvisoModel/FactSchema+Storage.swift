public import ProvisoSource

extension DataClass: Storable {}
extension FactScope: Storable {}
extension Level: Storable {}
extension Confidence: Storable {}

extension FactDefinition: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) {
    writer.write(path, type, canBeAbsent, dataClass, question, help, each, scope)
  }

  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      path: try reader.read(), type: try reader.read(), canBeAbsent: try reader.read(), dataClass: try reader.read(),
      question: try reader.read(), help: try reader.read(), each: try reader.read(),
      scope: try reader.read())
  }
}

extension FactSchema: Storable {
  /// The definitions in the order of their paths, the fields and the places.
  public func store(in writer: inout ByteWriter) {
    writer.write(paths.compactMap { definitions[$0] }, fields, places)
  }

  /// The definitions, the fields and the places.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(try reader.read([FactDefinition].self), fields: try reader.read(), places: try reader.read())
  }
}

extension Citation: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(id, title, locator, url, places) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      id: try reader.read(), title: try reader.read(), locator: try reader.read(), url: try reader.read(),
      places: try reader.read())
  }
}
