import ProvisoModel
import ProvisoSource

extension DraftBuilder {
  /// The most bytes of text in one e-mail. Attachments do not count, and no mail program shows as much.
  static let mailTextLimit = 8 << 20

  /// Reads an e-mail in Internet message format (RFC 5322), with MIME parts.
  mutating func readEmail() {
    let bytes = source.bytes
    let headers = HeaderBlock(bytes, in: Span(bytes.textStart, bytes.count))
    let content = Span(headers.end, bytes.count)
    noteHeaders(headers)
    do throws(MailFailure) {
      if let subject = try headers["subject"].map({ (field) throws(MailFailure) in try EncodedWords.decode(field) }) {
        add(.subject, subject.text, at: subject.place)
        noted.note("email.subject", subject.text)
      }
      try readParts(headers, content)
    } catch {
      report(error.kind, at: error.span)
    }
  }

  private mutating func readParts(_ headers: HeaderBlock, _ content: Span) throws(MailFailure) {
    var parts = MailParts(source.bytes)
    let readable = try parts.readable(headers, content)
    let isEmpty = source.bytes[content.lower..<content.upper].allSatisfy(\.isWhiteSpace)
    if readable.isEmpty, !isEmpty { throw MailFailure(.noReadablePart, at: Span(content.lower, content.lower)) }
    let length = readable.reduce(0) { $0 + $1.content.length }
    if length > DraftBuilder.mailTextLimit {
      throw MailFailure(.tooLarge(DraftBuilder.mailTextLimit), at: Span(content.lower, content.lower))
    }
    for part in readable {
      let raw = try TransferEncoding.decode(source.bytes, in: part.content, encoding: part.encoding)
      let text = try Charset.decode(raw, from: part.type.parameters["charset"] ?? "")
      if part.isHTML { addHTML(text) } else { add(.body, text.trimmed) }
    }
  }

  private mutating func add(_ role: SegmentRole, _ text: TracedBytes) {
    add(role, text.text, at: text.place)
  }

  private mutating func addHTML(_ text: TracedBytes) {
    var reader = HTMLReader(text)
    reader.read()
    add(.preheader, reader.preheader.text)
    add(.body, reader.visible.text)
    if reader.pictures.count > DraftBuilder.itemLimit { reportTooMany("pictures") }
    for picture in reader.pictures.prefix(DraftBuilder.itemLimit) { add(.alt, picture) }
    for link in reader.links {
      add(.button, link.label.trimmed)
      add(Button(kind: "url", label: link.label.trimmed.text, url: link.address))
    }
  }

  private mutating func noteHeaders(_ headers: HeaderBlock) {
    noted.note("draft.channel", "email")
    noted.note("draft.kind", "email")
    noted.note("draft.headerFormat", "none")
    let from = headers["from"].flatMap { Mailbox.list($0.text).first }
    noted.noteDefault("email.fromName", from?.name.map(decoded))
    noted.noteDefault("email.fromDomain", from?.domain)
    noted.noteDefault("email.replyTo", headers["reply-to"].flatMap { Mailbox.list($0.text).first?.address })
    let recipients = headers.fields.filter { $0.name == "to" || $0.name == "cc" }
      .flatMap { Mailbox.list($0.value.text) }
    noted.note("draft.visibleRecipients", String(recipients.count))
    noteUnsubscribing(headers)
  }

  /// Notes whether mail programs can offer to unsubscribe (RFC 2369), and by one click (RFC 8058).
  private mutating func noteUnsubscribing(_ headers: HeaderBlock) {
    let list = headers["list-unsubscribe"]?.text.lowercased() ?? ""
    let post = headers["list-unsubscribe-post"]?.text.lowercased() ?? ""
    let isOneClick = list.contains("https://") && post.contains("list-unsubscribe=one-click")
    noted.note("optOut.listUnsubscribeHeader", list.isEmpty ? "no" : "yes")
    noted.note("optOut.oneClickRfc8058", isOneClick ? "yes" : "no")
  }

  /// A name with its encoded words decoded; as it is written where that fails.
  private func decoded(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return (try? EncodedWords.decode(TracedBytes(bytes, in: Span(0, bytes.count))).text) ?? name
  }
}
