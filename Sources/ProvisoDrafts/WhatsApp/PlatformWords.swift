/// The words that WhatsApp has today, as we write them. It adds to them now and then.
enum PlatformWords {
  static let buttonTypes = WordList(
    id: "draft.button-type", name: "type of button",
    words: [
      "quick-reply", "url", "phone-number", "copy-code", "otp", "flow", "voice-call", "catalog", "mpm", "spm",
      "order-details", "app", "postback", "reminder", "send-location", "extension",
    ])

  /// The types of buttons in an interactive message.
  static let interactiveButtonTypes = WordList(
    id: "draft.button-type", name: "type of button", words: ["reply", "quick-reply", "url"])

  static let componentTypes = WordList(
    id: "draft.component-type", name: "type of component", words: TemplateComponent.allCases.map(\.rawValue))

  /// The components of a message that fills a template.
  static let filledComponentTypes = WordList(
    id: "draft.component-type", name: "type of component",
    words: ["header", "body", "button", "carousel", "limited-time-offer", "order-status"])

  static let parameterTypes = WordList(
    id: "draft.parameter-type", name: "type of parameter",
    words: [
      "text", "currency", "date-time", "image", "video", "document", "location", "product", "payload", "action",
      "coupon-code", "limited-time-offer", "order-status", "gif", "ttl-minutes", "web-app",
    ])

  static let interactiveTypes = WordList(
    id: "draft.interactive-type", name: "type of interactive message",
    words: [
      "button", "list", "cta-url", "flow", "catalog-message", "product", "product-list", "carousel", "order-details",
      "order-status", "location-request-message", "address-message", "call-permission-request", "voice-call",
    ])

  static let parameterFormats = WordList(
    id: "draft.parameter-format", name: "format of parameters", words: ["positional", "named"])
}
