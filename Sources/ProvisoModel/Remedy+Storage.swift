public import ProvisoSource

extension Fix.Applicability: Storable {}
extension Remedy.Part: Storable {}
extension Remedy.Field: Storable {}
extension Remedy.NameForm: Storable {}
extension Remedy.Rewriting: Storable {}

extension TextInLanguages: Storable {
  /// The texts by language.
  public func store(in writer: inout ByteWriter) { writer.write(texts) }
  /// The texts by language.
  public init(from reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.read()) }
}

extension Remedy: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(applicability, changes) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(applicability: try reader.read(), changes: try reader.read())
  }
}

extension Remedy.Change: Storable {
  /// A number for the kind, and its parts.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .append(let part, let text): writer.write(UInt8(0), part, text)
    case .prepend(let part, let text): writer.write(UInt8(1), part, text)
    case .surround(let before, let after): writer.write(UInt8(2), before, after)
    case .addButton(let kind, let text): writer.write(UInt8(3), kind, text)
    case .set(let field, let value): writer.write(UInt8(4), field, value)
    case .rewrite(let parts, let rewriting): writer.write(UInt8(5), parts, rewriting)
    case .maskFound: writer.write(UInt8(6))
    }
  }

  /// A number for the kind, and its parts.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .append(try reader.read(), try reader.read())
    case 1: self = .prepend(try reader.read(), try reader.read())
    case 2: self = .surround(before: try reader.read(), after: try reader.read())
    case 3: self = .addButton(kind: try reader.read(), try reader.read())
    case 4: self = .set(try reader.read(), try reader.read())
    case 5: self = .rewrite(try reader.read(), try reader.read())
    case 6: self = .maskFound
    default: throw DamagedBytes()
    }
  }
}

extension Remedy.FieldValue: Storable {
  /// A number for the kind, and its part.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .fixed(let value): writer.write(UInt8(0), value)
    case .instead(let values): writer.write(UInt8(1), values)
    case .form(let form): writer.write(UInt8(2), form)
    }
  }

  /// A number for the kind, and its part.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .fixed(try reader.read())
    case 1: self = .instead(try reader.read())
    case 2: self = .form(try reader.read())
    default: throw DamagedBytes()
    }
  }
}
