public import ProvisoSource

extension Comparison: Storable {}
extension TextScope: Storable {}
extension ItemKind: Storable {}
extension Side: Storable {}

extension Condition: Storable {
  /// A number for the kind, and its parts.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .constant(let value): writer.write(UInt8(0), value)
    case .not(let inner): writer.write(UInt8(1), inner)
    case .all(let parts): writer.write(UInt8(2), parts)
    case .any(let parts): writer.write(UInt8(3), parts)
    case .atom(let atom): writer.write(UInt8(4), atom)
    }
  }

  /// A number for the kind, and its parts.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .constant(try reader.read())
    case 1: self = .not(try reader.read())
    case 2: self = .all(try reader.read())
    case 3: self = .any(try reader.read())
    case 4: self = .atom(try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension Atom: Storable {
  /// A number for the kind, and its parts.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .truth(let path): writer.write(UInt8(0), path)
    case .symbol(let path, let among): writer.write(UInt8(1), path, among)
    case .place(let path, let among): writer.write(UInt8(2), path, among)
    case .member(let path, let word): writer.write(UInt8(3), path, word)
    case .memberPlace(let path, let among): writer.write(UInt8(4), path, among)
    case .present(let path): writer.write(UInt8(5), path)
    case .compared(let left, let comparison, let right): writer.write(UInt8(6), left, comparison, right)
    case .exists(let term): writer.write(UInt8(7), term)
    case .field(let name): writer.write(UInt8(8), name)
    case .fieldAmong(let name, let among): writer.write(UInt8(9), name, among)
    case .text(let subject, let check): writer.write(UInt8(10), subject, check)
    case .anyItem(let list, let condition): writer.write(UInt8(11), list, condition)
    case .placeIn(let path, let fact): writer.write(UInt8(12), path, fact)
    case .wordAmong(let term, let among): writer.write(UInt8(13), term, among)
    }
  }

  /// A number for the kind, and its parts.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .truth(try reader.read())
    case 1: self = .symbol(try reader.read(), among: try reader.read())
    case 2: self = .place(try reader.read(), among: try reader.read())
    case 3: self = .member(try reader.read(), try reader.read())
    case 4: self = .memberPlace(try reader.read(), among: try reader.read())
    case 5: self = .present(try reader.read())
    case 6: self = .compared(try reader.read(), try reader.read(), try reader.read())
    case 7: self = .exists(try reader.read())
    case 8: self = .field(try reader.read())
    case 9: self = .fieldAmong(try reader.read(), try reader.read())
    case 10: self = .text(try reader.read(), try reader.read())
    case 11: self = .anyItem(try reader.read(), try reader.read())
    case 12: self = .placeIn(try reader.read(), fact: try reader.read())
    case 13: self = .wordAmong(try reader.read(), try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension ItemList: Storable {
  /// The kind and the part.
  public func store(in writer: inout ByteWriter) { writer.write(kind, part) }
  /// The kind and the part.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(kind: try reader.read(), part: try reader.read())
  }
}

extension TextSubject: Storable {
  /// A number for the kind, and its name.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .scope(let scope): writer.write(UInt8(0), scope)
    case .item: writer.write(UInt8(1))
    case .field(let name): writer.write(UInt8(2), name)
    case .fact(let path): writer.write(UInt8(3), path)
    }
  }

  /// A number for the kind, and its name.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .scope(try reader.read())
    case 1: self = .item
    case 2: self = .field(try reader.read())
    case 3: self = .fact(try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension TextCheck: Storable {
  /// A number for the kind, and what is looked for.
  public func store(in writer: inout ByteWriter) {
    switch self {
    case .mentions(let mention): writer.write(UInt8(0), mention)
    case .matches(let pattern): writer.write(UInt8(1), pattern)
    case .contains(let texts): writer.write(UInt8(2), texts)
    case .containsFact(let path): writer.write(UInt8(3), path)
    case .detector(let name, let near): writer.write(UInt8(4), name, near)
    case .isPhrase(let vocabulary): writer.write(UInt8(5), vocabulary)
    case .isOneOf(let path): writer.write(UInt8(6), path)
    }
  }

  /// A number for the kind, and what is looked for.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.read(UInt8.self) {
    case 0: self = .mentions(try reader.read())
    case 1: self = .matches(try reader.read())
    case 2: self = .contains(try reader.read())
    case 3: self = .containsFact(try reader.read())
    case 4: self = .detector(try reader.read(), near: try reader.read())
    case 5: self = .isPhrase(of: try reader.read())
    case 6: self = .isOneOf(fact: try reader.read())
    default: throw DamagedBytes()
    }
  }
}

extension Mention: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(vocabularies, nearness, languages) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(vocabularies: try reader.read(), nearness: try reader.read(), languages: try reader.read())
  }
}

extension Nearness: Storable {
  /// All properties in order.
  public func store(in writer: inout ByteWriter) { writer.write(negated, side, vocabularies, words) }
  /// All properties in order.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      negated: try reader.read(), side: try reader.read(), vocabularies: try reader.read(), words: try reader.read())
  }
}
