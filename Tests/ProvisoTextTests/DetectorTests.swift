import ProvisoSource
import Testing

@testable import ProvisoText

@Suite struct DetectorTests {
  struct Example: CustomTestStringConvertible {
    let detector: String
    let text: String
    /// What is found; nothing for a near-miss.
    let found: [String]

    var testDescription: String { "\(detector): \(text)" }
  }

  static let hits: [Example] = [
    ("card-number", "Karte 4532 0151 1283 0366 bitte", "4532 0151 1283 0366"),
    ("card-number", "4532-0151-1283-0366", "4532-0151-1283-0366"),
    ("card-number", "4532015112830366.", "4532015112830366"),
    ("card-number", "amex 3782 822463 10005", "3782 822463 10005"),
    ("card-number", "card 12 4532 0151 1283 0366 12", "4532 0151 1283 0366"),
    ("card-number", "２２２３ 0000 4841 0010", "２２２３ 0000 4841 0010"),
    ("iban", "DE89 3704 0044 0532 0130 00 bitte", "DE89 3704 0044 0532 0130 00"),
    ("iban", "iban:gb82west12345698765432", "gb82west12345698765432"),
    ("iban", "ab12 NO93 8601 1117 947", "NO93 8601 1117 947"),
    ("us-ssn", "SSN 123-45-6789.", "123-45-6789"), ("us-ssn", "your SSN: 123456789", "123456789"),
    ("us-ssn", "social security number 123 45 6789", "123 45 6789"), ("us-itin", "itin 912-70-1234", "912-70-1234"),
    ("br-cpf", "CPF 123.456.789-09", "123.456.789-09"), ("br-cpf", "cpf: 52998224725", "52998224725"),
    ("br-cpf", "529.982.247-25 aqui", "529.982.247-25"), ("br-cpf", "12345678909 (CPF)", "12345678909"),
    ("br-cnpj", "CNPJ 11.222.333/0001-81", "11.222.333/0001-81"),
    ("br-cnpj", "12.ABC.345/01DE-35", "12.ABC.345/01DE-35"),
    ("br-cnpj", "cnpj 12ABC34501DE35", "12ABC34501DE35"), ("uk-nino", "AB 12 34 56 C", "AB 12 34 56 C"),
    ("uk-nino", "nino: ab123456c", "ab123456c"), ("uk-nhs", "NHS number: 943 476 5919", "943 476 5919"),
    ("uk-nhs", "9434765919 is your NHS no.", "9434765919"), ("es-dni", "DNI 12345678Z", "12345678Z"),
    ("es-dni", "X-1234567-L", "X-1234567-L"), ("es-dni", "12.345.678-Z", "12.345.678-Z"),
    ("it-codice-fiscale", "RSSMRA85T10A562S", "RSSMRA85T10A562S"),
    ("it-codice-fiscale", "cf rssmra85t10a56nh", "rssmra85t10a56nh"),
    ("fr-nir", "n° 1 84 12 76 451 089 46", "1 84 12 76 451 089 46"), ("fr-nir", "184122A45108933", "184122A45108933"),
    ("de-steuer-id", "Steuer-ID: 86 095 742 719", "86 095 742 719"),
    ("de-steuer-id", "Ihre Steueridentifikationsnummer lautet 86095742719", "86095742719"),
    ("email-address", "Mail: ana.silva+x@mail.example.com.", "ana.silva+x@mail.example.com"),
    ("email-address", "first_last@firma.de, ok", "first_last@firma.de"),
    ("phone-number", "Ligue +55 (11) 98765-4321!", "+55 (11) 98765-4321"),
    ("phone-number", "+4917112345678", "+4917112345678"),
    ("phone-number", "call (555) 123-4567", "(555) 123-4567"), ("phone-number", "fax 555-223-4567", "555-223-4567"),
    ("phone-number", "06 12 34 56 78", "06 12 34 56 78"), ("phone-number", "020 7946 0018", "020 7946 0018"),
    ("phone-number", "WhatsApp 612 345 678", "612 345 678"), ("ip-address", "from 192.168.10.1.", "192.168.10.1"),
    ("ip-address", "2001:db8::ff00:42:8329", "2001:db8::ff00:42:8329"), ("ip-address", "fe80::1 ok", "fe80::1"),
    ("ip-address", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"), ("one-time-code", "Your code is 482913", "482913"),
    ("one-time-code", "482913 is your verification code", "482913"),
    ("one-time-code", "Seu código: 123-456", "123-456"),
    ("one-time-code", "Il tuo codice è 4821.", "4821"), ("one-time-code", "Ihr Bestätigungscode lautet 77881", "77881"),
    ("one-time-code", "G-482913 is your code", "482913"), ("one-time-code", "OTP 9921", "9921"),
    ("api-key", "sk_live_4eC39HqLyjWDarjtT1zdp7dc", "sk_live_4eC39HqLyjWDarjtT1zdp7dc"),
    ("api-key", "AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
    ("api-key", "token: 9f86d081884c7d659a2feaa0c55ad015", "9f86d081884c7d659a2feaa0c55ad015"),
    ("api-key", "EAAJZC" + String(repeating: "b4C", count: 16), "EAAJZC" + String(repeating: "b4C", count: 16)),
    ("api-key", "-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY"),
    ("us-postal-address", "ACME, 123 Main St, Austin, TX 78701", "123 Main St, Austin, TX 78701"),
    (
      "us-postal-address", "1600 Pennsylvania Avenue NW, Washington, DC 20500-0003",
      "1600 Pennsylvania Avenue NW, Washington, DC 20500-0003"
    ),
    ("us-postal-address", "P.O. Box 4711, Austin", "P.O. Box 4711"),
    ("us-postal-address", "55 Elm Road\nPortland, Oregon 97201", "55 Elm Road\nPortland, Oregon 97201"),
    ("postal-address", "Musterstraße 12, 10115 Berlin", "Musterstraße 12, 10115"),
    ("postal-address", "12 rue de la Paix, 75002 Paris", "12 rue de la Paix, 75002"),
    ("postal-address", "Rua das Flores, 123, São Paulo, 01310-100", "Rua das Flores, 123, São Paulo, 01310-100"),
    ("postal-address", "10 Downing Street, London SW1A 2AA", "10 Downing Street, London SW1A 2AA"),
    ("postal-address", "Bahnhofstrasse 5, 8001 Zürich", "Bahnhofstrasse 5, 8001"),
    ("postal-address", "Calle Mayor 5, 28013 Madrid", "Calle Mayor 5, 28013"),
    ("date-of-birth", "born 12/03/1980", "12/03/1980"), ("date-of-birth", "DOB: 1980-03-12", "1980-03-12"),
    ("date-of-birth", "geboren am 12. März 1980", "12. März 1980"),
    ("date-of-birth", "data de nascimento: 12 de março de 1980", "12 de março de 1980"),
    ("date-of-birth", "née le 1er mai 1990", "1er mai 1990"), ("date-of-birth", "nato il 3/4/85", "3/4/85"),
    ("date-of-birth", "date of birth March 12th, 1980", "March 12th, 1980"),
    ("medical-record-number", "MRN: 00482913", "00482913"),
    ("medical-record-number", "prontuário nº 123456-7", "123456-7"),
    ("medical-record-number", "Patientennummer: A-482913", "A-482913"),
    ("geo-coordinates", "at 48.858370, 2.294481", "48.858370, 2.294481"),
    ("geo-coordinates", "lat: -23.5505 long: -46.6333", "-23.5505 long: -46.6333"),
    ("geo-coordinates", "48.8584° N, 2.2945° E", "48.8584° N, 2.2945"),
  ].map { Example(detector: $0.0, text: $0.1, found: [$0.2]) }

  static let misses: [Example] = [
    ("card-number", "4532 0151 1283 0367"), ("card-number", "IMEI 453201511283036 6"),
    ("card-number", "**** **** **** 0366"),
    ("card-number", "Sendungsnummer 4532015112830366"), ("card-number", "pedido nº 4532015112830366"),
    ("card-number", "1234567890123456"), ("card-number", "23793381286000782713695000063305975520000370000"),
    ("card-number", "+1 453 201 5112 830 366 x"), ("card-number", "order 4532015112830366"),
    ("iban", "DE89 3704 0044 0532 0130 01"), ("iban", "DE89 3704 0044"),
    ("iban", "am12 mai 2026 und so weiter und so fort"),
    ("us-ssn", "666-45-6789"), ("us-ssn", "000-12-3456"), ("us-ssn", "123-00-6789"), ("us-ssn", "555-123-4567"),
    ("us-ssn", "123456789"), ("us-ssn", "1123-45-6789"), ("us-itin", "912-10-1234"), ("us-itin", "812-70-1234"),
    ("br-cpf", "123.456.789-00"), ("br-cpf", "12345678909"), ("br-cpf", "cpf 111.111.111-11"),
    ("br-cpf", "***.456.789-**"),
    ("br-cpf", "cpf 11987654321"), ("br-cnpj", "11.222.333/0001-82"), ("br-cnpj", "11222333000181"),
    ("br-cnpj", "CNPJ 00000000000000"), ("uk-nino", "BG123456A"), ("uk-nino", "AB123456E"), ("uk-nino", "xAB123456C"),
    ("uk-nhs", "9434765919"), ("uk-nhs", "NHS 943 476 5918"),
    ("uk-nhs", "the NHS is great, and our order is 9434765919"),
    ("es-dni", "12345678A"), ("es-dni", "SKU12345678Z"), ("it-codice-fiscale", "RSSMRA85T10A562T"),
    ("fr-nir", "1 84 12 76 451 089 47"), ("fr-nir", "1 84 13 76 451 089 46"), ("de-steuer-id", "86095742719"),
    ("de-steuer-id", "Steuer-ID: 86095742718"), ("email-address", "@ana"), ("email-address", "ana@home"),
    ("email-address", "Sale @ 5.30"), ("email-address", "{{1}}@x"), ("phone-number", "2026-11-22"),
    ("phone-number", "5+12345678"),
    ("phone-number", "R$ 612 345 678"), ("phone-number", "+12345"), ("phone-number", "12.11.2026 15:30"),
    ("ip-address", "10:30:45"), ("ip-address", "1.2.3.4.5"), ("ip-address", "256.1.1.1"),
    ("ip-address", "version 1.2.3.4"),
    ("ip-address", "std::vector"), ("ip-address", "Note: a: b:"), ("one-time-code", "order code 12345"),
    ("one-time-code", "Use promo code 12345"), ("one-time-code", "zip code 90210"),
    ("one-time-code", "código postal 28013"),
    ("one-time-code", "The code is new in 2026"), ("one-time-code", "Use code SAVE20 for $1000 off"),
    ("one-time-code", "Your code is here. Pay 4500 now"), ("one-time-code", "482913"),
    ("one-time-code", "código de barras 1234567"),
    ("api-key", "sk_live_"), ("api-key", "Asia tours"), ("api-key", "secret garden of delights"),
    ("api-key", "eyjafjallajokull"),
    ("us-postal-address", "Visit us at Main Street"), ("us-postal-address", "room 12, ok 12345"),
    ("us-postal-address", "123 Main St, Austin"), ("postal-address", "Musterstraße"),
    ("postal-address", "only 10115 left"),
    ("postal-address", "Bahnhofstrasse 5 ab 2026 geöffnet"), ("date-of-birth", "12/03/1980"),
    ("date-of-birth", "born to shop since 1980"),
    ("date-of-birth", "born 45/45/1980"), ("medical-record-number", "medical records since 2026"),
    ("medical-record-number", "medical record of 2026-11-22"), ("geo-coordinates", "48.85, 2.29"),
    ("geo-coordinates", "12.3456 and 3.4567"), ("geo-coordinates", "95.1234, 2.2944"),
  ].map { Example(detector: $0.0, text: $0.1, found: []) }

  /// All detectors in one scanner, as an engine has them.
  private static let scanner: TextScanner? = {
    var builder = TextScannerBuilder()
    for detector in DetectorTable.all { _ = builder.add(detector) }
    return try? builder.build()
  }()

  @Test(arguments: hits) func finds(_ example: Example) throws {
    #expect(try found(example) == example.found)
  }

  @Test(arguments: misses) func leavesAlone(_ example: Example) throws {
    #expect(try found(example) == [])
  }

  private func found(_ example: Example) throws -> [String] {
    let scanner = try #require(Self.scanner)
    let number = try #require(DetectorTable.all.firstIndex { $0.name == example.detector })
    var hits = try scanner.makeHits()
    let text = FoldedText(example.text)
    try scanner.scan(text, into: &hits)
    return hits.detectors.filter { $0.detector == number }.map { hit in
      let span = text.sourceSpan(of: Span(Int(hit.start), Int(hit.end)))
      return String(decoding: Array(example.text.utf8)[span.lower..<span.upper], as: UTF8.self)
    }
  }
}
