/// The parts that a WhatsApp template is made of.
enum TemplateComponent: String, CaseIterable {
  case header, body, footer, buttons, carousel
  case limitedTimeOffer = "limited-time-offer"
  case callPermissionRequest = "call-permission-request"

  /// The component of that name, in upper or lower case.
  init?(_ name: String) {
    self.init(rawValue: name.word)
  }
}

/// The types of message that the Cloud API sends.
enum MessageType: String, CaseIterable {
  case text, template, interactive, image, video, document, audio, sticker, location, contacts, reaction
}

extension String {
  /// A word of the platform as we write it: `QUICK_REPLY` and `quick reply` become `quick-reply`.
  var word: String {
    String(lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }
}
