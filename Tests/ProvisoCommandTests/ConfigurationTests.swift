import ProvisoTestSupport
import Testing

/// What `.proviso.yaml` says holds for every command that judges drafts.
@Suite struct ConfigurationTests {
  /// `Sample.pack` with a rule that begins later, and one that a machine can mend.
  private static let pack =
    Sample.pack + """
        - id: mini.later
          title: Offers end
          level: block
          effective: { from: 2027-01-01 }
          forbid: text mentions @offer and consent.status is none
          message: This is over.
          cite: [law]
          tests:
            - name: without consent
              draft: { channel: sms, body: A special offer }
              facts: { consent.status: none }
              as-of: 2027-02-01
              want: fail
            - name: with consent
              draft: { channel: sms, body: A special offer }
              facts: { consent.status: explicit }
              as-of: 2027-02-01
              want: pass
        - id: mini.calm
          title: One mark is enough
          level: block
          when: consent.status is none
          forbid: body matches /!!/
          message: It is too loud.
          fix: { advice: Take one out., apply: safe, rewrite: { in: body, by: single-marks } }
          cite: [law]
          tests:
            - { name: loud, draft: { channel: sms, body: Hi!! }, facts: { consent.status: none }, want: fail }
            - { name: calm, draft: { channel: sms, body: Hi }, facts: { consent.status: none }, want: pass }

      """

  private static let head = "apiVersion: proviso/v1\nkind: Config\npacks: [mini.yaml]\n"

  private static func folder(_ config: String, _ files: [String: String] = [:]) throws -> DraftFolder {
    let own = [
      ".proviso.yaml": head + config, "mini.yaml": pack, "drafts/offer.txt": "A special offer\n",
      "drafts/loud.txt": "HELLO\n", "drafts/hi.txt": "Hi!!\n",
    ]
    return try DraftFolder(own.merging(files) { _, other in other })
  }

  private static func run(_ arguments: String, _ folder: DraftFolder) throws -> Program.Run {
    try Program.run(arguments.split(separator: "|").map(String.init), in: folder, input: "A special offer\n")
  }

  /// The arguments of each command that judges a draft, with `|` between them.
  static let judging = [
    "check|drafts/offer.txt", "check|-|--stdin-filename|drafts/offer.txt", "matrix|drafts/offer.txt",
    "ask|drafts/offer.txt|-o|-", "fix|drafts/hi.txt", "calendar|drafts/offer.txt|--as-of|2026-11-22",
    "eval|consent.status is none and recipient.region in EEA|--draft|drafts/offer.txt",
    "graph|mini.consent|--path|drafts/offer.txt",
  ]

  @Test(arguments: judging) func `facts for all drafts and for those at some paths change what is said`(
    _ command: String
  ) throws {
    let everywhere = try Self.folder(
      "facts: { consent.status: none }\ndrafts: [{ paths: 'drafts/*', facts: { recipient.regions: [DE] } }]\n")
    let elsewhere = try Self.folder(
      "facts: { consent.status: explicit }\ndrafts: [{ paths: 'other/*', facts: { recipient.regions: [DE] } }]\n")
    let runs = try [
      Self.run(command, everywhere),
      Self.run(command + "|--fact|consent.status=none|--fact|recipient.regions=DE", elsewhere),
      Self.run(command, elsewhere), Self.run(command + "|--no-config|--pack|mini.yaml", everywhere),
    ]
    let said = runs.map { "\($0.status.map(String.init) ?? "none")\n\($0.output)" }
    // What the configuration says counts as if it were given on the command line.
    #expect(said[0] == said[1], "\(runs[0].errors)\(runs[1].errors)")
    #expect(said[0] != said[2] && said[0] != said[3])
    #expect(runs.allSatisfy { $0.status != 2 && $0.status != 4 }, "\(runs.map(\.errors))")
  }

  @Test func `without a draft an expression is asked of the facts for all drafts`() throws {
    let folder = try Self.folder("facts: { consent.status: none }\n")
    #expect(try Self.run("eval|consent.status is none", folder).output == "yes (consent.status is none)\n")
  }

  /// Facts in the draft and beside it, and the answer where the configuration says `none`.
  static let precedence: [(draft: String, beside: String?, answer: String)] = [
    ("", nil, "yes"), ("facts: { consent.status: explicit }\n", nil, "no"),
    ("", "consent.status: explicit\n", "no"),
    ("facts: { consent.status: explicit }\n", "consent.status: none\n", "yes"),
  ]

  @Test(arguments: precedence) func `a draft and the facts beside it go before the configuration`(
    _ draft: String, _ beside: String?, _ answer: String
  ) throws {
    let folder = try Self.folder(
      "facts: { consent.status: none }\n", ["own.yaml": "channel: sms\nbody: A special offer\n\(draft)"])
    if let beside { try folder.write(beside, to: "own.facts.yaml") }
    let run = try Self.run("eval|consent.status is none|--draft|own.yaml", folder)
    #expect(run.output.hasPrefix(answer), "\(run.output)\(run.errors)")
  }

  /// What is run, the exit code without anything set, and that with `levels: { mini: advice }`.
  static let levels: [(command: String, before: Int32)] = [
    ("check|drafts/offer.txt", 1), ("matrix|drafts/offer.txt", 1), ("fix|drafts/offer.txt", 1),
    ("ask|drafts/offer.txt|-o|-", 1), ("calendar|drafts/offer.txt|--as-of|2026-11-22", 1),
  ]

  @Test(arguments: levels) func `levels of the configuration count for every command`(
    _ command: String, _ before: Int32
  ) throws {
    let facts = "facts: { consent.status: none, recipient.regions: [DE] }\n"
    #expect(try Self.run(command, Self.folder(facts)).status == before)
    let milder = try Self.run(command, Self.folder(facts + "levels: { mini: advice }\n"))
    #expect(milder.status == 0, "\(milder.output)\(milder.errors)")
    let graver = try Self.folder(facts + "levels: { mini: advice, mini.consent: block, mini.later: block }\n")
    #expect(try Self.run(command, graver).status == before)
  }

  static let failLevels = ["check|drafts/loud.txt", "matrix|drafts/loud.txt", "fix|drafts/loud.txt"]

  @Test(arguments: failLevels) func `the fail level of the configuration counts until a flag says otherwise`(
    _ command: String
  ) throws {
    #expect(try Self.run(command, Self.folder("")).status == 0)
    let folder = try Self.folder("fail-level: warn\n")
    #expect(try Self.run(command, folder).status == 1)
    #expect(try Self.run(command + "|--fail-level|block", folder).status == 0)
  }

  @Test(arguments: ["check|drafts/offer.txt", "matrix|drafts/offer.txt", "fix|drafts/offer.txt"])
  func `what undetermined rules do counts for every command`(_ command: String) throws {
    #expect(try Self.run(command, Self.folder("")).status == 3)
    #expect(try Self.run(command, Self.folder("unknown: warn\n")).status == 0)
    #expect(try Self.run(command + "|--unknown|fail", Self.folder("unknown: pass\n")).status == 3)
  }

  @Test func `a suppressed finding counts nowhere, and is not mended`() throws {
    let suppressions = """
      apiVersion: proviso/v1
      kind: Suppressions
      suppressions:
        - { rule: mini.calm, draft: 'drafts/*', reason: agreed, owner: Legal, expires: 2099-12-31 }

      """
    let facts = "facts: { consent.status: none, recipient.regions: [DE] }\n"
    for command in ["check|drafts/hi.txt", "matrix|drafts/hi.txt", "fix|drafts/hi.txt|--write"] {
      let before = try Self.folder(facts)
      let isMended = command.hasPrefix("fix")
      #expect(try Self.run(command, before).status == (isMended ? 0 : 1))
      #expect(try before.text(of: "drafts/hi.txt") == (isMended ? "Hi!\n" : "Hi!!\n"))
      let after = try Self.folder(facts, [".proviso-suppressions.yaml": suppressions])
      let run = try Self.run(command, after)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(try after.text(of: "drafts/hi.txt") == "Hi!!\n")
    }
  }

  @Test func `levels may name packs that one run leaves out, but no rule that is not there`() throws {
    let folder = try Self.folder("levels: { gdpr.missing-opt-out: warn, mini.consent: warn }\n")
    let refused = try Self.run("check|drafts/hi.txt|--pack|mini.yaml", folder)
    #expect(refused.status != 2, "\(refused.errors)")
    #expect(try Self.run("check|drafts/hi.txt", folder).errors.contains("`gdpr.missing-opt-out` takes part"))
    let wrong = try Self.folder("levels: { mini.consnt: warn }\n")
    #expect(try Self.run("check|drafts/hi.txt|--pack|mini.yaml", wrong).errors.contains("did you mean `mini.consent`?"))
  }

  static let quiet = [
    "check|drafts/offer.txt", "check|drafts/offer.txt|-f|plain", "check|drafts/offer.txt|-f|jsonl",
    "check|drafts/offer.txt|-f|sarif", "check|drafts/offer.txt|-f|junit", "check|drafts/offer.txt|-f|github",
    "check|drafts/offer.txt|-f|markdown", "matrix|drafts/offer.txt", "matrix|drafts/offer.txt|-f|html",
    "fix|drafts/offer.txt", "ask|drafts/offer.txt|-o|-", "calendar|drafts/offer.txt|--as-of|2026-11-22",
  ]

  @Test(arguments: quiet) func `a rule that is switched off is not evaluated, and that is told`(_ command: String)
    throws
  {
    let facts = "facts: { consent.status: none, recipient.regions: [DE] }\n"
    let levels = "levels: { mini: off, mini.calm: warn, mini.loud: warn }\n"
    let run = try Self.run(command, Self.folder(facts + levels))
    let said = run.output + run.errors
    #expect(run.status == 0, "\(said)")
    #expect(
      said.contains(/4 rules of pack mini are switched off|switched.off".*"mini.consent"/) || command.hasSuffix("junit")
    )
    #expect(!said.contains("nobody agreed") && !said.contains("This is over"))
    if command.hasSuffix("junit") { #expect(said.matches(of: /skipped message="switched off"/).count == 4) }
    #expect(try !Self.run(command, Self.folder(facts)).output.contains("switched off"))
  }

  @Test func `a pack without rules that count passes nothing in silence`() throws {
    let folder = try Self.folder("levels: { mini: off }\n")
    let run = try Self.run("check|drafts/offer.txt", folder)
    #expect(run.status == 0)
    #expect(run.output.contains("6 rules of pack mini are switched off."), "\(run.output)")
    #expect(run.output.contains("0 rules evaluated"), "\(run.output)")
    #expect(try Self.run("explain|mini.calm", folder).output.contains("\nSwitched off here.\n"))
    #expect(try Self.run("config", folder).output.contains(/levels\.mini +off +\.proviso\.yaml:4/))
  }

  @Test func `the explanation of a rule tells how it is taken here`() throws {
    let folder = try Self.folder("levels: { mini.consent: warn }\n")
    #expect(try Self.run("explain|mini.consent", folder).output.contains("\nTaken as warn here.\n"))
    #expect(try !Self.run("explain|mini.calm", folder).output.contains("Taken"))
  }
}
