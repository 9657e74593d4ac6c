import Testing

/// Whatever comes in, a run ends in bounded time with a report or a clear error.
///
/// All of a kind are given to one run: so nothing hides what is wrong with the others.
@Suite struct HostileInputTests {
  /// The content of a file that nobody should have to read.
  struct Hostile: CustomTestStringConvertible {
    let testDescription: String
    let ending: String
    let bytes: [UInt8]
    /// What is printed behind the name of the file.
    let says: String

    init(_ about: String, _ ending: String, _ bytes: [UInt8], says: String) {
      (testDescription, self.ending, self.bytes, self.says) = (about, ending, bytes, says)
    }

    init(_ about: String, _ ending: String, _ text: String, says: String) {
      self.init(about, ending, Array(text.utf8), says: says)
    }

    var stem: String { testDescription.replacing(" ", with: "-") }
    var name: String { "\(stem).\(ending)" }
  }

  private static func utf8(_ text: String, _ more: UInt8...) -> [UInt8] { Array(text.utf8) + more }

  /// Ten lists, each of nine times the one before.
  private static let bomb: String = {
    let names = Array("abcdefghij").map(String.init)
    let first = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    return first
      + zip(names, names.dropFirst()).map { before, name in
        "\(name): &\(name) [\(Array(repeating: "*\(before)", count: 9).joined(separator: ", "))]\n"
      }.joined()
  }()

  // MARK: Drafts

  static let drafts: [Hostile] = [
    Hostile("text not in UTF-8", "txt", utf8("Hi", 0xFF, 0xFE), says: ":1:3: error: this is not UTF-8"),
    Hostile("JSON not in UTF-8", "json", utf8("{\"body\":\"", 0xC3, 0x28, 0x22, 0x7D), says: ":1:10: error"),
    Hostile("YAML not in UTF-8", "yaml", utf8("channel: sms\nbody: \"", 0xC3, 0x28, 0x22), says: ":2:8: error"),
    Hostile("mail not in UTF-8", "eml", utf8("From: a@b.example\nTo: c@d.example\n\nHi ", 0xFF), says: ":4:4: error"),
    Hostile("empty", "txt", "", says: ":1:1: error: the file is empty"),
    Hostile("white space", "json", " \n\t\r\n", says: ":1:1: error: the file is empty"),
    Hostile("zero byte", "txt", "Hi\0there", says: ":1:3: error: this is not text"),
    Hostile("escaped zero byte", "json", #"{"channel": "sms", "body": "\u0000 Flash sale"}"#, says: ":1:36\n"),
    Hostile("half a pair", "json", #"{"channel": "sms", "body": "\ud83d Flash sale"}"#, says: ":1:29: error"),
    Hostile("deep JSON", "json", String(repeating: "[", count: 100_000), says: ":1:129: error: arrays and objects"),
    Hostile(
      "deep closed JSON", "json",
      String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000),
      says: ":1:641: error: arrays and objects"),
    Hostile(
      "deep YAML", "yaml", "channel: sms\nbody: " + String(repeating: "[", count: 100_000),
      says: ":2:134: error: sequences and mappings"),
    Hostile("alias bomb", "yaml", "channel: sms\nbody: Hi\n\(bomb)", says: ":9:16: error: the document has more than"),
    Hostile("alias of itself", "yaml", "channel: sms\nbody: &a [*a]\n", says: ":2:11: error"),
    Hostile(
      "twice in JSON", "json", #"{"body": "Hi", "body": "Ho"}"#, says: ":1:16: error: the key `body` stands twice"),
    Hostile("twice in YAML", "yaml", "body: Hi\nbody: Ho\n", says: ":2:1: error: the key `body` stands twice"),
    Hostile(
      "huge number", "yaml",
      "body: Hi\nfacts: { draft.visibleRecipients: \(String(repeating: "9", count: 10_000)) }\n", says: ":2:35: error"),
    Hostile(
      "too large", "txt", [UInt8](repeating: 0x61, count: (64 << 20) + 1),
      says: ":1:1: error: this is larger than 64 MiB"),
  ]

  private static let draftRun = Result {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "z.txt": "Flash sale"])
    for draft in drafts { try folder.write(draft.bytes, to: draft.name) }
    return try Program.run(["check", "--pack", "mini.yaml"] + drafts.map(\.name) + ["z.txt"], in: folder)
  }

  @Test(arguments: drafts) func `a draft that cannot be read is an error with its place`(_ draft: Hostile) throws {
    let run = try Self.draftRun.get()
    #expect(run.status == 2)
    #expect(run.output.contains("\(draft.name)\(draft.says)"))
    #expect(run.output.contains("z.txt:1:1"))
  }

  // MARK: Facts

  static let facts: [Hostile] = [
    Hostile(
      "deep", "facts.yaml", String(repeating: "a: {", count: 50_000), says: ":1:512: error: sequences and mappings"),
    Hostile("alias bomb", "facts.yaml", bomb, says: ":7:16: error: the document has more than"),
    Hostile(
      "two spellings", "facts.yaml", "consent.status: none\nconsent: { status: explicit }\n",
      says: ":2:12: error: `consent.status` is declared twice"),
    Hostile("no mapping", "facts.yaml", "[none]", says: ":1:1: error: facts are a mapping"),
    Hostile("zero byte", "facts.yaml", "consent.status: \0", says: ":1:17: error"),
    Hostile("not in UTF-8", "facts.yaml", utf8("a: ", 0xFF), says: ":1:4: error"),
  ]

  private static let factRun = Result {
    let folder = try DraftFolder(["packs/mini.yaml": Sample.pack, "z.txt": "Flash sale"])
    for fact in facts {
      try folder.write(fact.bytes, to: fact.name)
      try folder.write("Hi", to: "\(fact.stem).txt")
    }
    return try Program.run(["check", "--pack", "packs/mini.yaml", "*.txt"], in: folder)
  }

  @Test(arguments: facts) func `facts that cannot be read are an error with its place`(_ facts: Hostile) throws {
    let run = try Self.factRun.get()
    #expect(run.status == 2)
    #expect(run.output.contains("\(facts.name)\(facts.says)"))
    #expect(run.output.contains("z.txt:1:1"))
  }

  // MARK: Packs

  private static func sale(_ about: String, _ expression: String, says: String) -> Hostile {
    pack(about, says) { $0.replacing("forbid: text mentions @sale", with: "forbid: \(expression)") }
  }

  private static func pack(_ about: String, _ says: String, _ change: (String) -> String) -> Hostile {
    let id = about.replacing(" ", with: "-")
    return Hostile(about, "yaml", change(Sample.pack.replacing("mini", with: id)), says: says)
  }

  private static func nested(_ count: Int) -> String {
    String(repeating: "(", count: count) + "yes" + String(repeating: ")", count: count)
  }

  static let packs: [Hostile] = [
    sale("million parentheses", nested(1_000_000), says: ":23:13: error: an expression can have at most"),
    sale("deep parentheses", nested(30_000), says: ":23:113: error: expressions can be nested 100 deep"),
    sale("look-behind", "body matches /(?<=a)b/", says: ":23:26: error: look-ahead and look-behind"),
    sale("open group", "body matches /(a/", says: ":23:27: error"),
    sale("explosion", "body matches /((a{1,1000}){1,1000}){1,1000}/", says: ":23:"),
    pack("own import", ":12:11: error: `own-import` imports itself") {
      $0.replacing("vocabularies:", with: "imports: [own-import]\nvocabularies:")
    },
    pack("alias bomb", ":71:16: error: the document has more than") { $0 + bomb },
    pack("twice", ":65:1: error: the key `rules` stands twice") { $0 + "rules: []\n" },
    pack("zero byte", ":65:3: error: the character U+0000") { $0 + "# \0\n" },
    Hostile("not in UTF-8", "yaml", utf8(Sample.pack + "#", 0xFF), says: ":65:2: error: these bytes are not UTF-8"),
    Hostile("empty", "yaml", "", says: ":1:1: error"),
  ]

  private static let packRun = Result {
    let folder = try DraftFolder(["sale.txt": "Flash sale"])
    for pack in packs { try folder.write(pack.bytes, to: pack.name) }
    return try Program.run(["check", "sale.txt"] + packs.flatMap { ["--pack", $0.name] }, in: folder)
  }

  @Test func `a phrase of nothing but a star is refused`() throws {
    let folder = try DraftFolder(["star.yaml": Sample.pack.replacing("[flash sale]", with: "[\"*\"]")])
    let run = try Program.run(["check", "-", "--pack", "star.yaml"], in: folder)
    #expect(run.status == 4)
    #expect(run.errors.contains("star.yaml:14:10: error: a `*` may only begin or end a word"))
  }

  @Test(arguments: packs) func `a pack that cannot be used is an error with its place`(_ pack: Hostile) throws {
    let run = try Self.packRun.get()
    #expect(run.status == 4)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("\(pack.name)\(pack.says)"))
  }

  // MARK: Others

  @Test func `an expression as long as a command line may be is refused`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack])
    let deep = String(repeating: "(", count: 60_000) + "yes" + String(repeating: ")", count: 60_000)
    let run = try Program.run(["eval", deep, "--pack", "mini.yaml"], in: folder)
    #expect(run.status == 2 && run.errors.contains("an expression can have at most 65536 bytes"))
  }

  @Test func `what is printed holds no control sequence of what was read`() throws {
    let folder = try DraftFolder([
      "mini.yaml": Sample.pack, "\u{1B}[31m\n.txt": "\u{1B}[2J Flash sale\u{7}",
      "bad.yaml": "body: \u{202E}x\nfacts: { consent.status: \u{9B}2J }",
    ])
    let run = try Program.run(["check", ".", "--pack", "mini.yaml"], in: folder)
    #expect(run.status == 2)
    #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    let fact = ["check", "mini.yaml", "--pack", "mini.yaml", "--fact", "consent.status=\u{1B}[31mred"]
    let errors = try Program.run(fact, in: folder).errors
    #expect(errors.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test(arguments: [
    ["check", "note.txt", "--pack", "mini.yaml"], ["facts"], ["explain", "mini.consent", "--pack", "mini.yaml"],
  ])
  func `results that cannot be written are an error, not a clean run`(_ arguments: [String]) throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "note.txt": "See you tomorrow"])
    let run = try Program.run(arguments, in: folder, output: "/dev/full")
    #expect(run.status == 2)
    #expect(run.errors == "cannot write to standard output: No space left on device\n")
  }

  @Test func `a damaged cache costs time and nothing else`() throws {
    let folder = try DraftFolder(["mini.yaml": Sample.pack, "sale.txt": "Flash sale"])
    let check = ["check", "sale.txt", "--pack", "mini.yaml"]
    func run() throws -> String {
      let run = try Program.run(check, in: folder, environment: ["XDG_CACHE_HOME": folder.path("cache")])
      return run.transcript(check)
    }
    let expected = try run()
    let files = try folder.names(in: "cache/proviso")
    #expect(!files.isEmpty)
    for damage in [[], [0], Array("nonsense".utf8), [UInt8](repeating: 0xFF, count: 1 << 20)] {
      for file in files { try folder.write(damage, to: "cache/proviso/\(file)") }
      #expect(try run() == expected)
      let sizes = try files.map { try folder.size(of: "cache/proviso/\($0)") }
      #expect(!sizes.contains(damage.count), "what was damaged is written anew")
    }
  }
}
