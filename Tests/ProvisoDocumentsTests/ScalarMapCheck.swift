import ProvisoDocuments
import ProvisoSource

/// Checks the map of one scalar byte by byte: each byte of the value must come from the same byte of the file, or from
/// an escape or a line break, and the places must go forward.
struct ScalarMapCheck {
  private(set) var complaints: [String] = []

  init(_ node: DocumentNode, in source: SourceFile) {
    guard let map = node.textMap, let value = node.scalarText.map({ Array($0.utf8) }) else {
      complaints = ["no map"]
      return
    }
    var last = Span(node.span.lower, node.span.lower)
    for (offset, byte) in value.enumerated() {
      let place = map.source(of: Span(offset, offset + 1))
      let written = source.text(in: place)
      if place.length == 1, source.bytes[place.lower] == byte {
        if place.lower < last.upper { complaints.append("byte \(offset) goes back") }
      } else if !ScalarMapCheck.standsForOneCharacter(written) || place != last && place.lower < last.upper {
        complaints.append("byte \(offset) of \"\(String(decoding: value, as: UTF8.self))\" comes from \"\(written)\"")
      }
      last = place
    }
  }

  private static func standsForOneCharacter(_ written: String) -> Bool {
    ["\n", "\r\n", "\r", "''"].contains(written)
      || written.hasPrefix("\\") && written.utf8.count <= 12 && !written.contains(" ") || written == "\\ "
  }
}
