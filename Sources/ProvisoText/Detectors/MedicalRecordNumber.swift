extension Detector {
  /// Numbers of patients and medical records: a word of at least five digits behind a word for such a number.
  public static let medicalRecordNumber = Detector(
    name: "medical-record-number",
    candidates: [
      #"\b(?:mrn|medical record|health record|prontuario|historia clinica|dossier medical|cartella clinica)"#,
      #"\b(?:krankenakte|patient(?:en)?[ -]?(?:id|nr|no|number|nummer)|numero d[eo] pac?[ti]i?ente)"#,
    ]
  ) { text, candidate in
    text.firstWord(near: candidate, before: 0, after: 32) { start in
      var end = start
      while end - start < 24, text.isAlphanumeric(end) || (text[end] == 0x2D && text.isAlphanumeric(end + 1)) {
        end += 1
      }
      let range = start..<end
      guard range.filter(text.isDigit).count >= 5, WrittenDate.range(in: text, at: start) == nil else { return nil }
      return range
    }
  }
}
