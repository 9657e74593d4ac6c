/// A pack and drafts, small enough to know by heart what must come out.
enum Sample {
  /// Rules of every level; `mini.consent` needs facts.
  static let pack = """
    apiVersion: proviso/v1
    kind: PolicyPack
    metadata:
      id: mini
      title: A pack for tests
      version: 1.2.3
      languages: [en]
      verified: 2026-11-22
      review: 12 months
    sources:
      law: { title: The law, url: "https://law.example/text" }
    vocabularies:
      sale:
        en: [flash sale]
      offer:
        en: [special offer]
      thanks:
        en: [thank you]
    rules:
      - id: mini.no-sale
        title: No flash sale
        level: block
        forbid: text mentions @sale
        message: This shouts about a sale.
        fix: { advice: Leave the sale out. }
        cite: [law art. 1]
        tests:
          - { name: a sale, draft: { channel: sms, body: Flash sale }, want: fail }
          - { name: no sale, draft: { channel: sms, body: Hello }, want: pass }
      - id: mini.consent
        title: Offers need consent
        level: block
        when: text mentions @offer and recipient.region in EEA
        require: consent.status is explicit
        message: "{recipient.region}: nobody agreed to offers."
        cite: [law art. 2(1)]
        tests:
          - name: without consent
            draft: { channel: sms, body: A special offer }
            facts: { recipient.regions: [DE], consent.status: none }
            want: fail
          - name: with consent
            draft: { channel: sms, body: A special offer }
            facts: { recipient.regions: [DE], consent.status: explicit }
            want: pass
      - id: mini.loud
        title: No shouting
        level: warn
        effective: { from: 2020-01-01 }
        require: share(body, uppercase) <= 50%
        message: Most of it is in capitals.
        cite: [law art. 3]
        tests:
          - { name: capitals, draft: { channel: sms, body: HELLO THERE }, want: fail }
          - { name: none, draft: { channel: sms, body: Hello there }, want: pass }
      - id: mini.thanks
        title: No thanks
        level: advice
        forbid: text mentions @thanks
        message: It is short without thanks, too.
        cite: [law]
        tests:
          - { name: thanks, draft: { channel: sms, body: Thank you }, want: fail }
          - { name: none, draft: { channel: sms, body: Hello }, want: pass }

    """

  /// A folder with the pack and one draft for each way a run can end.
  static func folder() throws -> DraftFolder {
    try DraftFolder([
      "mini.yaml": pack,
      "broken.yaml": pack.replacing("text mentions @sale", with: "text mentions @sales"),
      "failing.yaml": pack.replacing("body: HELLO THERE }, want: fail", with: "body: Hello there }, want: fail"),
      "house/pack.yaml": pack.replacing("id: mini", with: "id: house").replacing(" mini.", with: " house.")
        .replacing("  thanks:\n    en: [thank you]\n", with: ""),
      "house/words/thanks.yaml":
        "apiVersion: proviso/v1\nkind: PolicyPackPart\npack: house\nvocabularies:\n  thanks:\n    en: [thank you]\n",
      "empty/readme.md": "Nothing\n",
      "clean.txt": "Your parcel arrives today.\n",
      "sale.txt": "Hello!\nThe Flash sale starts.\n",
      "offer.txt": "A special offer for you\n",
      "loud.txt": "HELLO THERE\n",
      "thanks.txt": "Thank you for your order\n",
      "bad.json": "{\"channel\": \"sms\", \"body\": ",
    ])
  }

  /// Every format of drafts, one bad line, and facts beside a draft.
  static func drafts() throws -> DraftFolder {
    try DraftFolder([
      "mini.yaml": pack,
      "drafts/a-note.txt": "Só hoje 👋🏽\nFlash  sale: A SPECIAL OFFER\n",
      "drafts/a-note.facts.yaml": "recipient.regions: [DE, FR]\nconsent.status: none\n",
      "drafts/b-template.json": """
      {
        "name": "spring_news",
        "language": "en",
        "category": "MARKETING",
        "components": [
          { "type": "BODY", "text": "Caf\\u00e9 \\"Sol\\"\\nThe fl\\u0061sh sale, {{1}}", "example": { "body_text": [["Ana"]] } },
          { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Flash sale" }] }
        ]
      }
      """,
      "drafts/c-own.yaml": """
      id: parcel
      channel: sms
      body: A special offer
      facts: { recipient.regions: [BR] }

      """,
      "drafts/d-many.jsonl": """
      {"id": "one", "channel": "sms", "body": "Special offer"}
      {"id": "two", "channel": "sms", "body": 7}
      {"id": "three", "channel": "sms", "body": "Thank you"}

      """,
      "drafts/sub/e-mail.eml":
        "From: Shop <shop@shop.example>\r\nTo: ana@mail.example\r\nSubject: =?utf-8?q?Flash_sale?=\r\n\r\nHello\r\n",
    ])
  }
}
