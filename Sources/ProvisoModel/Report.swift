/// What a rule says of a draft.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
  /// The rule is broken.
  case fail
  /// The rule applies and is kept.
  case pass
  /// The rule does not apply.
  case notApplicable = "not-applicable"
  /// What is known does not decide it.
  case undetermined
}

/// How much a broken rule matters.
public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
  /// An improvement.
  case advice
  /// A person must decide.
  case warn
  /// Do not send.
  case block

  /// The place among the levels, from 0 for advice.
  public var rank: Int {
    switch self {
    case .advice: 0
    case .warn: 1
    case .block: 2
    }
  }

  /// Orders from advice to block.
  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// What all rules together say of a draft: the worst of their outcomes.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// Nothing of level `warn` or above.
  case pass
  /// A rule of level `warn` is broken.
  case warn
  /// Nothing blocks yet, but a rule of level `block` is undetermined.
  case needsFacts = "needs-facts"
  /// A rule of level `block` is broken.
  case block
}

/// A place in a draft's file that a result speaks of.
public struct TextLocation: Hashable, Sendable {
  /// A JSON Pointer into the draft; nil where the file has no structure.
  public var pointer: String?
  /// The part of the message.
  public var role: String
  /// First line and column, from 1, the column in characters.
  public var line: Int, column: Int
  /// The line and column behind the last character.
  public var endLine: Int, endColumn: Int
  /// Offset from the start of the file, and length, in UTF-8 bytes.
  public var byteOffset: Int, byteLength: Int
  /// The same in UTF-16 code units.
  public var utf16Offset: Int, utf16Length: Int
  /// The same in characters (Unicode scalars).
  public var charOffset: Int, charLength: Int
  /// The first line of the file that the place touches, without its end.
  public var lineText: String
  /// The text found, as it stands in the file.
  public var matched: String
  /// What it reads as, where it is written in disguise (`g u n s`) or in two parts; nil where it is written plainly.
  public var readAs: String?

  /// A place in the file.
  public init(
    pointer: String?, role: String, line: Int, column: Int, endLine: Int, endColumn: Int, byteOffset: Int,
    byteLength: Int, utf16Offset: Int, utf16Length: Int, charOffset: Int, charLength: Int, lineText: String,
    matched: String, readAs: String? = nil
  ) {
    self.pointer = pointer
    self.role = role
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.byteOffset = byteOffset
    self.byteLength = byteLength
    self.utf16Offset = utf16Offset
    self.utf16Length = utf16Length
    self.charOffset = charOffset
    self.charLength = charLength
    self.lineText = lineText
    self.matched = matched
    self.readAs = readAs
  }
}

/// A law, policy or standard with the part of it that a rule rests on.
public struct Citation: Hashable, Sendable {
  /// The short name of the source inside its pack (`gdpr`).
  public let id: String
  /// The title of the source.
  public let title: String
  /// The part (`art. 13(1)`); empty for the whole.
  public let locator: String
  /// Where it can be read.
  public let url: String
  /// The places where it is law; empty for a source that counts everywhere.
  public let places: [String]

  /// A citation.
  public init(id: String, title: String, locator: String, url: String, places: [String] = []) {
    self.id = id
    self.title = title
    self.locator = locator
    self.url = url
    self.places = places
  }
}

/// How a rule may be broken, while it is open which of its cases that is.
public struct OpenCase: Hashable, Sendable {
  /// How much it matters.
  public var level: Level
  /// What would make it this grave (`recipient.type is consumer`); nil where no answer to one question does.
  public var condition: String?
  /// What is wrong, in the pack's words; several where cases of this level are open, none where the result says it.
  public var messages: [String]

  /// A way in which a rule may be broken.
  public init(level: Level, condition: String?, messages: [String]) {
    self.level = level
    self.condition = condition
    self.messages = messages
  }
}

/// What one rule says of one draft, for the places named in `regions`.
public struct RuleResult: Hashable, Sendable {
  /// The rule.
  public var ruleID: String, packID: String, title: String
  /// What it says.
  public var outcome: Outcome
  /// How much it matters; for an undetermined rule the worst it may still become, for a broken one of which the case is
  /// open the least.
  public var level: Level
  /// What is wrong, in the pack's words; the title where cases that say different things are open.
  public var message: String
  /// For a rule that is broken in any case, in which ways it may be, the mildest first; empty where that is certain.
  public var openCases: [OpenCase] = []
  /// Why the rule came out so: the conditions that decided, with the values read.
  public var reason: String
  /// The places it holds for, in alphabetical order; empty when places play no part.
  public var regions: [String]
  /// The law behind the rule, and how sure it is.
  public var citations: [Citation], confidence: Confidence
  /// Where in the text, the first fifty places; empty when a fact decided.
  public var locations: [TextLocation]
  /// The facts that were read, with their values, by path in alphabetical order.
  public var factsUsed: [String: String]
  /// Every unknown fact that the outcome still depends on, most deciding first.
  public var missingFacts: [String]
  /// The smallest sets of facts of which some answers decide the rule.
  public var missingSets: [[String]]
  /// How to mend it, in words.
  public var fixes: [Fix]
  /// How a machine may try to mend it; nil where only a person can.
  public var remedy: Remedy?
  /// The same for the same rule, draft and text found with the words around it, wherever the text moves.
  public var fingerprint: String
  /// Whether the text itself gives cause to ask about an undetermined rule: what it has or lacks speaks for the rule's
  /// being broken, and only declared facts are missing.
  public var isSuspected = false
  /// Why it does not count, where somebody decided so.
  public var suppression: Suppression?
  /// How it stands to the baseline; nil without one.
  public var baselineState: BaselineState?

  /// A result.
  public init(
    ruleID: String, packID: String, title: String, outcome: Outcome, level: Level, message: String, reason: String,
    regions: [String], citations: [Citation], confidence: Confidence, locations: [TextLocation],
    factsUsed: [String: String], missingFacts: [String], missingSets: [[String]], fixes: [Fix], fingerprint: String
  ) {
    self.ruleID = ruleID
    self.packID = packID
    self.title = title
    self.outcome = outcome
    self.level = level
    self.message = message
    self.reason = reason
    self.regions = regions
    self.citations = citations
    self.confidence = confidence
    self.locations = locations
    self.factsUsed = factsUsed
    self.missingFacts = missingFacts
    self.missingSets = missingSets
    self.fixes = fixes
    self.fingerprint = fingerprint
  }

  /// Whether it counts for verdicts and exit codes: nobody suppressed it, and no baseline has it.
  public var counts: Bool { suppression == nil && baselineState != .unchanged }
}

/// A question whose answer would decide rules.
public struct Question: Hashable, Sendable {
  /// The fact asked for.
  public var path: String
  /// The question as a person is asked.
  public var text: String
  /// The answers to choose from; empty for a free answer.
  public var answers: [String]
  /// The undetermined rules that depend on it, in alphabetical order.
  public var rules: [String]
  /// What the fact is about.
  public var scope: FactScope
  /// How much the answer settles, to compare questions with; for those of several drafts it adds up.
  public var weight: Int

  /// A question.
  public init(
    path: String, text: String, answers: [String], rules: [String], scope: FactScope = .draft, weight: Int = 0
  ) {
    self.path = path
    self.text = text
    self.answers = answers
    self.rules = rules
    self.scope = scope
    self.weight = weight
  }
}

/// How many rules came out how.
public struct OutcomeCounts: Hashable, Sendable {
  /// The number of rules by outcome.
  public var fail = 0, pass = 0, notApplicable = 0, undetermined = 0

  /// All zero.
  public init() {}

  /// Counts one more of `outcome`.
  public mutating func add(_ outcome: Outcome) {
    switch outcome {
    case .fail: fail += 1
    case .pass: pass += 1
    case .notApplicable: notApplicable += 1
    case .undetermined: undetermined += 1
    }
  }
}

/// What is said of one draft.
public struct DraftReport: Hashable, Sendable {
  /// The file it was read from, as the caller named it.
  public var path: String
  /// The name of the template or message, if it has one.
  public var id: String?
  /// The channel, if known.
  public var channel: String?
  /// The worst of all outcomes.
  public var verdict: Verdict
  /// One entry a rule and group of places, ordered by level, place in the text and rule id.
  public var results: [RuleResult]
  /// The questions worth asking, the most deciding first.
  public var questions: [Question]
  /// How many rules came out how.
  public var counts: OutcomeCounts

  /// A report on one draft.
  public init(
    path: String, id: String?, channel: String?, verdict: Verdict, results: [RuleResult], questions: [Question],
    counts: OutcomeCounts
  ) {
    self.path = path
    self.id = id
    self.channel = channel
    self.verdict = verdict
    self.results = results
    self.questions = questions
    self.counts = counts
  }
}

/// A pack that took part.
public struct PackSummary: Hashable, Sendable {
  /// Its id and version.
  public var id: String, version: String
  /// A hash of its bytes, in hexadecimal.
  public var digest: String
  /// When its sources must be read again, if that day has passed.
  public var overdueSince: CalendarDate?
  /// The ids of its rules that somebody switched off, in the order of the pack.
  public var switchedOff: [String]

  /// A pack.
  public init(
    id: String, version: String, digest: String, overdueSince: CalendarDate? = nil, switchedOff: [String] = []
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.overdueSince = overdueSince
    self.switchedOff = switchedOff
  }
}

/// An input that could not be checked.
public struct InputError: Hashable, Sendable {
  /// A stable name of the problem.
  public var code: String
  /// The file.
  public var path: String
  /// Line and column from 1, if the problem has a place.
  public var line: Int?, column: Int?
  /// What is wrong.
  public var message: String
  /// The problem drawn with its line, for people; the message where there is no place.
  public var drawing: String

  /// An input error.
  public init(code: String, path: String, line: Int? = nil, column: Int? = nil, message: String, drawing: String) {
    self.code = code
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.drawing = drawing
  }
}

/// Everything one run says; every output format is drawn from it.
public struct Report: Hashable, Sendable {
  /// The version of the program.
  public var toolVersion: String
  /// The packs that took part, in the order they were given.
  public var packs: [PackSummary]
  /// The day the drafts without a planned day were judged for.
  public var asOf: CalendarDate
  /// The drafts in the order they were read.
  public var drafts: [DraftReport]
  /// What could not be checked.
  public var errors: [InputError]

  /// A report.
  public init(
    toolVersion: String, packs: [PackSummary], asOf: CalendarDate, drafts: [DraftReport], errors: [InputError]
  ) {
    self.toolVersion = toolVersion
    self.packs = packs
    self.asOf = asOf
    self.drafts = drafts
    self.errors = errors
  }
}
