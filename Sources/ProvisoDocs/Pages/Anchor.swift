/// Names of files and of places on pages.
enum Anchor {
  /// The names of the pages that are there whatever the packs are called.
  static let index = "index"
  static let all = "all"
  static let coverage = "coverage"

  /// The page of a pack.
  static func page(of pack: String) -> String {
    let name = safe(pack)
    return [index, all, coverage].contains(name) ? "\(name)_" : name
  }

  static func rule(_ id: String) -> String { safe(id) }
  static func definition(_ name: String) -> String { "define:\(safe(name))" }
  static func vocabulary(_ name: String) -> String { "vocabulary:\(safe(name))" }

  /// A name that is safe in paths, addresses and attributes; different names stay different.
  private static func safe(_ name: String) -> String {
    var result = ""
    for (number, byte) in name.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where number > 0: result += "."
      default: result += "_" + String(byte, radix: 16)
      }
    }
    return result.isEmpty ? "_" : result
  }
}
