extension Detector {
  /// Keys and tokens of programs: those of well-known makers, private keys, and long random words beside `token`,
  /// `secret` and the like. Folded text has no capitals, so neither have the beginnings here.
  public static let apiKey = Detector(
    name: "api-key",
    candidates: [
      #"\b(?:"# + KeyMaker.all.map(\.expression).joined(separator: "|") + ")",
      #"\b(?:token|secret|bearer|api[ _-]?key|access[ _-]?key|password|senha|passwort|contrasena)"#,
      "-----begin [a-z ]{0,20}private key",
    ]
  ) { text, candidate in
    if text[candidate.lowerBound] == 0x2D { return candidate }
    if let maker = KeyMaker.all.first(where: { text.has($0.beginning, at: candidate.lowerBound) }) {
      let end = keyEnd(text, candidate.lowerBound)
      let key = candidate.lowerBound + maker.beginning.utf8CodeUnitCount..<end
      return key.count >= maker.length && key.contains(where: text.isDigit) ? candidate.lowerBound..<end : nil
    }
    return text.firstWord(near: candidate, before: 0, after: 24) { start in
      let key = start..<keyEnd(text, start)
      let digits = key.filter(text.isDigit).count
      return key.count >= 20 && digits >= 4 && key.filter(text.isLetter).count >= 4 ? key : nil
    }
  }

  private static func keyEnd(_ text: DetectorText, _ start: Int) -> Int {
    var end = start
    while end - start < 512,
      text.isWord(end) || text[end] == 0x2D || text[end] == 0x2B || text[end] == 0x3D
        || (text[end] == 0x2E && text.isWord(end + 1))
    {
      end += 1
    }
    return end
  }
}

/// A maker of keys, known by how they begin.
private struct KeyMaker {
  let beginning: StaticString
  /// The fewest characters behind the beginning.
  let length: Int

  var expression: String { "\(beginning)".replacingStops }

  static let all: [KeyMaker] = [
    ("sk_live_", 16), ("sk_test_", 16), ("rk_live_", 16), ("rk_test_", 16), ("pk_live_", 16), ("whsec_", 24),
    ("akia", 16), ("asia", 16), ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30),
    ("github_pat_", 30), ("glpat-", 20), ("xoxa-", 20), ("xoxb-", 20), ("xoxp-", 20), ("xoxr-", 20), ("xoxs-", 20),
    ("aiza", 30), ("sk-ant-", 20), ("sk-proj-", 20), ("sk-", 32), ("eaa", 40), ("shpat_", 32), ("shpss_", 32),
    ("npm_", 30), ("ya29.", 20), ("sg.", 40), ("eyj", 40), ("hf_", 30), ("sq0atp-", 20), ("dop_v1_", 40),
  ].map { KeyMaker(beginning: $0, length: $1) }
}

extension String {
  /// The text as a regular expression: full stops are the only special characters in it.
  fileprivate var replacingStops: String {
    split(separator: ".", omittingEmptySubsequences: false).joined(separator: #"\."#)
  }
}
