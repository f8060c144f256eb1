import EtudeDomain
import EtudeRecall
import EtudeTestSupport
import Testing

import struct Foundation.Date

/// Draws strategies and questions over few words, so that many of them meet.
struct RandomMemory {
    var generator: SplitMix

    static let words = [
        "refund", "refunds", "refunding", "card", "cards", "transfer", "the", "my", "is", "why",
        "fund", "source", "of", "money", "pin", "blocked", "überweisung", "日", "本", "don't",
        "42", "naïve", "e\u{301}té", "Straße", "i", "not",
    ]
    private static let skills = ["support", "support/card", "support/card/pin", "billing"]
    private static let actions = ["answer `a`", "answer `b`", "ask first", "`C`"]
    private static let agents = ["desk-1", "desk-2"]
    private static let locations = ["a.md", "b.md"]

    init(seed: UInt64) { generator = SplitMix(seed: seed) }

    mutating func strategies(_ count: Int) throws -> [IndexedStrategy] {
        try (0..<count).map { try strategy($0) }.shuffled(using: &generator)
    }

    mutating func query() throws -> Query {
        let limits = RecallLimits(
            strategies: number(in: 0...6),
            characters: number(in: 0...1) * 1_000_000 + number(in: 0...90))
        return try Sample.query(
            sentence(upTo: 12), leaning: maybe(["a", "b", "ask  FIRST", "c"]),
            skill: maybe(Self.skills + ["support/other"]), agent: maybe(Self.agents + [""]),
            now: Sample.now.addingTimeInterval(Double(number(in: -2...2))), limits: limits)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &generator)
    }

    mutating func sentence(upTo count: Int) -> String {
        (0..<number(in: 0...count)).map { _ in Self.words[number(in: 0...Self.words.count - 1)] }
            .joined(separator: ["  ", " ", ", "][number(in: 0...2)])
    }

    mutating func strategy(_ number: Int) throws -> IndexedStrategy {
        let status = one(of: [.proposed, .active, .active, .active, .retired] as [Strategy.Status])
        return try Sample.strategy(
            number, skill: one(of: Self.skills), title: sentence(upTo: 3), when: sentence(upTo: 8),
            cues: cues(), unless: maybe([["my"], ["card", "of money"]]) ?? [],
            action: one(of: Self.actions), insteadOf: maybe(Self.actions),
            because: sentence(upTo: 6), status: status, agent: maybe(Self.agents),
            created: maybe([Sample.now]), trace: maybe([1, 2, 3]), memory: maybe(["1c9e0d2", ""]),
            supersedes: (0..<self.number(in: 0...2)).map { _ in self.number(in: 0...9) },
            expires: maybe([-1, 0, 1]).map(Sample.now.addingTimeInterval),
            lapses: maybe([-1, 0, 1]).map(Sample.now.addingTimeInterval),
            location: maybe(Self.locations), helped: Double(self.number(in: 0...4)) / 2,
            harmed: Double(self.number(in: 0...3)) / 2,
            isRecallable: status != .retired && self.number(in: 0...9) > 0)
    }

    private mutating func cues() -> [String] {
        (0..<number(in: 0...3)).map { _ in "card " + sentence(upTo: 2) }
            + (0..<number(in: 0...2)).map { _ in one(of: Self.words) }
    }

    private mutating func maybe<Value>(_ values: [Value]) -> Value? {
        Bool.random(using: &generator) ? values.randomElement(using: &generator) : nil
    }

    private mutating func one<Value>(of values: [Value]) -> Value {
        values[number(in: 0...values.count - 1)]
    }
}
