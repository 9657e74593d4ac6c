import ProvisoDocuments
import ProvisoModel

extension Examples {
  /// The example values in a component's `example`, of its header or its body.
  ///
  /// The platform's own pages nest the values of a body (`[["Ana", "12"]]`) and list those of a header (`["Ana"]`);
  /// real payloads have both shapes in both places, and a bare text. Values of other shapes are no examples.
  init(_ example: NodeCursor?, part: String) {
    var values = example?["\(part)_text"]
    if let inner = values?.items?.first, inner.items != nil { values = inner }
    for (index, value) in (values?.items ?? values.map { [$0] } ?? []).enumerated() {
      byName[String(index + 1)] = value.example
    }
    for pair in example?["\(part)_text_named_params"]?.items ?? [] {
      if let name = pair["param_name"]?.node.text { byName[name] = pair["example"]?.example }
    }
  }
}

extension NodeCursor {
  /// The scalar as an example value; nil for anything else.
  var example: Example? {
    node.scalarText.map { Example(text: $0, place: place) }
  }

  /// The text of an example that is given bare or as a list of one.
  var exampleText: String? {
    node.scalarText ?? node.items?.first?.scalarText
  }
}
