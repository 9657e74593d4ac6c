extension Detector {
  /// Dates of birth: a full date behind a word for birth.
  public static let dateOfBirth = Detector(
    name: "date-of-birth",
    candidates: [
      #"\b(?:born|dob|d\.o\.b|date of birth|birth ?date|birthday|nascimento|nascid[oa]|nacimiento|nacid[oa])"#,
      #"\b(?:geboren|geb\.|geburtsdatum|geburtstag|nee? le|naissance|nat[oa] (?:il|a)|nascita)"#,
    ]
  ) { text, candidate in
    text.firstWord(near: candidate, before: 0, after: 24) { WrittenDate.range(in: text, at: $0) }
  }
}
