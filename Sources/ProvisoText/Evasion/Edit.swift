/// A stretch of a folded text that is read as something else.
struct Edit {
  let lower: Int
  let upper: Int
  let reading: [UInt8]
}
