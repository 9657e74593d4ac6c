/// Text with styles and links. Whatever is added is made ``Swift/String/visible``, so no control sequence of a draft
/// can get in; the codes of styles come in only when a ``Terminal`` writes the text.
struct StyledText {
  /// A piece of one style.
  struct Run {
    let text: String
    let style: Style
    let link: String?
  }

  private(set) var runs: [Run] = []

  init(_ text: String = "", _ style: Style = .plain) { add(text, style) }

  /// Adds `text`; a link is kept if it is an address that can be written into a control sequence as it is.
  mutating func add(_ text: String, _ style: Style = .plain, link: String? = nil) {
    guard !text.isEmpty else { return }
    let safe = link?.utf8.allSatisfy { 0x21...0x7E ~= $0 } ?? false
    runs.append(Run(text: text.visible, style: style, link: safe ? link : nil))
  }

  /// Adds spaces up to `column`, counted from 0.
  mutating func pad(to column: Int) { add(String(repeating: " ", count: max(0, column - width))) }

  /// The columns the text takes.
  var width: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.runs += right.runs
    return sum
  }
}
