import ProvisoDocuments
import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// Reads a template as it is sent to the platform, or as the platform lists it.
  mutating func readTemplate(_ template: NodeCursor) {
    noteTemplate()
    id = text(of: template["name"], "name")
    if let id { noted.note("template.name", id) }
    noteCategory(template["category"])
    noteLanguage(template["language"])
    noteState(of: template)
    guard let components = template["components"] else {
      return report(.missing("components"), at: template.node.span)
    }
    readParts(list(components, "components"), category: template["category"]?.node.text)
  }

  /// Reads the bare components of a template.
  mutating func readComponents(_ components: NodeCursor) {
    noteTemplate()
    readParts(list(components, "components"), category: nil)
  }

  private mutating func noteTemplate() {
    noted.note("draft.channel", "whatsapp")
    noted.note("draft.kind", "whatsapp-template")
  }

  /// Notes what the platform knows of a template.
  ///
  /// What a payload to create a template leaves out is the platform's default. The listing of one leaves fields out that
  /// nobody asked it for, so there they stay unknown.
  private mutating func noteState(of template: NodeCursor) {
    let isListed = (template["status"] ?? template["id"]) != nil
    noted.note("template.status", template["status"]?.node.text?.word ?? (isListed ? nil : "draft"))
    let format = platformWord(of: template["parameter_format"], "parameter_format", in: PlatformWords.parameterFormats)
    noted.note("template.parameterFormat", format ?? (isListed ? nil : "positional"))
    noted.note("template.qualityRating", template["quality_score"]?["score"]?.node.text?.word)
    note("template.previousCategory", template["previous_category"], isListed: isListed)
    note("template.messageSendTtlSeconds", template["message_send_ttl_seconds"], isListed: isListed)
  }

  private mutating func note(_ path: String, _ value: NodeCursor?, isListed: Bool) {
    if let text = value?.node.scalarText {
      noted.note(path, text)
    } else if !isListed {
      noted.noteAbsent(path)
    }
  }

  private mutating func readParts(_ components: [NodeCursor], category: String?) {
    headerFormat = nil
    for component in components { readComponent(component) }
    noted.note("draft.headerFormat", headerFormat ?? "none")
    let types = components.compactMap { $0["type"]?.node.text.flatMap { TemplateComponent($0) } }
    noted.note("template.headerCount", String(types.count { $0 == .header }))
    noted.note("template.bodyCount", String(types.count { $0 == .body }))
    noted.note("template.footerCount", String(types.count { $0 == .footer }))
    if !types.contains(.limitedTimeOffer) { noted.noteAbsent("template.limitedTimeOffer.text") }
    guard category?.lowercased() == "authentication" else { return }
    noted.noteDefault("template.addSecurityRecommendation", "no")
    noted.noteDefault("template.codeExpirationMinutes", nil)
  }

  private mutating func readComponent(_ component: NodeCursor) {
    guard mapping(component, "a component") != nil else { return }
    guard let type = component["type"] else { return report(.missing("type"), at: component.node.span) }
    guard let name = platformWord(of: type, "type", in: PlatformWords.componentTypes) else { return }
    switch TemplateComponent(name) {
    case .header: readHeader(component)
    case .body: readBody(component)
    case .footer: readFooter(component)
    case .buttons: readTemplateButtons(component, card: nil)
    case .carousel: readTemplateCards(list(component["cards"], "cards"))
    case .limitedTimeOffer: readLimitedTimeOffer(component["limited_time_offer"])
    // Parts that are newer than this reader may hold text too, and recipients read it.
    case .callPermissionRequest, nil: add(.preheader, component["text"], "text")
    }
  }

  private mutating func readHeader(_ header: NodeCursor) {
    let format = platformWord(of: header["format"], "format", in: headerFormats) ?? "text"
    headerFormat = format
    if format == "text" {
      add(.header, header["text"], "text", examples: Examples(header["example"], part: "header"))
    } else {
      let hasSample = header["example"]?["header_handle"]?.exampleText?.isEmpty == false
      noted.note("template.headerSample", hasSample ? "yes" : "no")
    }
  }

  private mutating func readBody(_ body: NodeCursor) {
    add(.body, body["text"], "text", examples: Examples(body["example"], part: "body"))
    noted.note("template.addSecurityRecommendation", body["add_security_recommendation"]?.node.scalarText)
  }

  private mutating func readFooter(_ footer: NodeCursor) {
    add(.footer, footer["text"], "text")
    noted.note("template.codeExpirationMinutes", footer["code_expiration_minutes"]?.node.scalarText)
  }

  /// Reads the box between header and body that counts down to the end of an offer.
  private mutating func readLimitedTimeOffer(_ offer: NodeCursor?) {
    let text = add(.preheader, offer?["text"], "text")
    noted.note("template.limitedTimeOffer.text", text)
    noted.note("template.limitedTimeOffer.hasExpiration", offer?["has_expiration"]?.node.scalarText)
  }
}
