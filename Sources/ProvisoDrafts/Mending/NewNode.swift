/// A value that is put into a document.
indirect enum NewNode {
  case text(String)
  /// A number or a truth value, as it is written.
  case word(String)
  case mapping([(key: String, value: NewNode)])
  case sequence([NewNode])
}
