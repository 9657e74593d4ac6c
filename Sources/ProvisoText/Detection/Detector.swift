/// Finds one kind of identifier: a card number, a date of birth, an address.
///
/// Cheap regular expressions, shared with all other patterns in one pass, name the candidates; a check in Swift says
/// which of them are real (check digits, lengths, words nearby) and where exactly they stand.
public struct Detector: Sendable {
  /// The name that rules use, such as `card-number`.
  public let name: String
  /// The expressions that find candidates in folded text.
  let candidates: [String]
  /// The span of the first identifier in or near a candidate, or nil. Its cost must not grow with the whole text.
  let find: @Sendable (_ text: DetectorText, _ candidate: Range<Int>) -> Range<Int>?

  init(
    name: String, candidates: [String],
    find: @escaping @Sendable (_ text: DetectorText, _ candidate: Range<Int>) -> Range<Int>?
  ) {
    self.name = name
    self.candidates = candidates
    self.find = find
  }
}
