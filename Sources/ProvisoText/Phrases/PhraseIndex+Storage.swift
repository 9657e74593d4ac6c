public import ProvisoSource

extension PhraseIndex: Storable {
  /// Its arrays as they are.
  public func store(in writer: inout ByteWriter) {
    writer.write(words, wildcards, misspellings, trie)
    writer.write(nodes)
    writer.write(firstNodes)
    writer.write(count)
  }

  /// Its arrays as they were.
  public init(from reader: inout ByteReader) throws(DamagedBytes) {
    words = try reader.read()
    wildcards = try reader.read()
    misspellings = try reader.read()
    trie = try reader.read()
    nodes = try reader.read()
    firstNodes = try reader.read()
    count = try reader.read()
  }
}
