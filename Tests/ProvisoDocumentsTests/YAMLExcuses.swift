/// A case of the YAML test suite with which our reader disagrees on purpose.
struct YAMLExcuse {
  enum Conduct {
    /// We refuse what the suite reads.
    case refused
    /// We read what the suite refuses, or read another value.
    case read
  }

  let conduct: Conduct
  let reason: String

  /// The excuses by the name of the case.
  static let all: [String: YAMLExcuse] = {
    let groups = refused.map { (Conduct.refused, $0.key, $0.value) } + read.map { (Conduct.read, $0.key, $0.value) }
    let named = groups.flatMap { conduct, reason, names in
      names.split(separator: " ").map { (String($0), YAMLExcuse(conduct: conduct, reason: reason)) }
    }
    return Dictionary(uniqueKeysWithValues: named)
  }()

  private static let refused = [
    "several documents":
      "35KP/0 6XDY/0 6ZKB/0 7Z25/0 9DXL/0 9KAX/0 JHB9/0 KSS4/0 L383/0 PUW8/0 RZT7/0 U9NS/0",
    "a tag outside of the core schema":
      "2XXW/0 565N/0 5TYM/0 6CK3/0 6WLZ/0 7FWL/0 9WXW/0 C4HZ/0 CC74/0 CUP7/0 J7PZ/0 M5C3/0 P76L/0 UGM3/0 Z67P/0 Z9M4/0",
    "a key that is a sequence or mapping":
      "4FJ6/0 6BFJ/0 6PBE/0 9MMW/0 KK5P/0 LX3P/0 M2N8/1 M5DY/0 Q9WF/0 RZP5/0 SBG9/0 V9D5/0 X38W/0 XW4D/0",
    "a key that is not there at all": "2JQS/0 6M2F/0 CFD4/0 M2N8/0 NHX8/0 NKF9/0 S3PD/0 SM9W/1 UKK6/0",
    "a tab where a line is indented":
      "6BCT/0 6CA3/0 6HB6/0 96NN/0 96NN/1 A2M4/0 DK95/0 DK95/3 DK95/4 Q5MG/0 R4YG/0 Y79Y/1 Y79Y/10",
    "a directive other than `%YAML 1.1`, `%YAML 1.2` and `%TAG`":
      "2LFX/0 6LVF/0 BEC7/0 MUS6/5 MUS6/6 W4TN/0 ZYU8/0 ZYU8/1 ZYU8/2 ZYU8/3",
    "a `:` or `?` beside a text in brackets without a blank":
      "4ABK/0 58MP/0 5T43/0 652Z/0 DBG4/0 FRK4/0 HM87/0 HM87/1",
    "a key in brackets on another line than its `:`":
      "4MUZ/0 4MUZ/1 4MUZ/2 5MUD/0 9SA2/0 K3WX/0 NJ66/0 UT92/0 VJP3/1",
    "an anchor whose name has more than letters, digits, `-` and `_`": "2SXE/0 8XYN/0 W5VH/0 Y2GN/0",
    "a block text that is not indented": "DK3J/0 FP8R/0 M7A3/0",
    "the end of a document that has not begun": "HWV9/0 QT73/0",
  ]

  private static let read = [
    "a line inside of quotes or brackets may be indented at will": "9C9N/0 DK95/1 QB6E/0",
    "a comment behind a quote, a comma or a block header needs no blank": "9JBA/0 CVW2/0 SU5Z/0 X4QW/0",
    "a `-` in brackets is a text": "G5U8/0 YJV2/0",
    "the version of a directive ends where its digits do": "MUS6/0",
    "the empty lines of an empty block text may be indented at will": "S98Z/0",
    "the last line of a file without a line break gets none": "L24T/1",
  ]
}
