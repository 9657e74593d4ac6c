/// A stretch of a folded text that is read as something else.
struct Edit {
  let lower: Int
  let upper: Int
  let reading: [UInt8]
  /// Whether it makes sense of the text; where nothing does, the text stays as it is.
  var makesSense = true
}
