import EtudeDomain
import EtudeRecall
import Testing

import struct Foundation.Date

/// Strategies and questions with everything that a test does not care about filled in.
enum Sample {
    static let now = Date(timeIntervalSince1970: 1_790_000_000)
    static let plenty = RecallLimits(strategies: 1000, characters: 1_000_000)

    static func id(_ number: Int) throws -> EntryID {
        let digits = String(number)
        let zeros = String(repeating: "0", count: EntryID.length - 1 - digits.count)
        return try #require(EntryID("s\(zeros)\(digits)"))
    }

    static func path(_ text: String) throws -> SkillPath { try #require(SkillPath(text)) }

    static func strategy(
        _ number: Int, skill: String = "support", title: String = "Title", when: String = "When",
        cues: [String] = [], unless: [String] = [], action: String = "answer `b`",
        insteadOf: String? = nil,
        because: String = "Because", status: Strategy.Status = .active, agent: String? = nil,
        created: Date? = nil, trace: Int? = nil, memory: String? = nil, supersedes: [Int] = [],
        expires: Date? = nil, lapses: Date? = nil, location: String? = nil, helped: Double = 0,
        harmed: Double = 0, isRecallable: Bool = true
    ) throws -> IndexedStrategy {
        let lesson = Lesson(
            skill: try path(skill), title: title, when: when,
            cues: try cues.map { try #require(Cue($0)) },
            unless: try unless.map { try #require(Cue($0)) }, action: try #require(Action(action)),
            insteadOf: try insteadOf.map { try #require(Action($0)) }, because: because)
        let strategy = Strategy(
            id: try id(number), status: status, lesson: lesson,
            origin: Strategy.Origin(
                agent: agent, created: created, trace: try trace.map(id), memory: memory),
            supersedes: try supersedes.map(id), expires: expires)
        return IndexedStrategy(
            strategy: strategy, location: location ?? "strategies/\(skill)/\(number).md",
            record: AdviceRecord(helped: helped, harmed: harmed), expires: lapses,
            isRecallable: isRecallable)
    }

    static func query(
        _ task: String, leaning: String? = nil, skill: String? = nil, agent: String? = nil,
        now: Date = now, limits: RecallLimits = plenty
    ) throws -> Query {
        Query(
            situation: Situation(terms: Terms(of: task), leaning: leaning),
            skill: try skill.map(path), agent: agent, now: now, limits: limits)
    }
}

extension RecallIndex {
    /// An index with nothing else to say.
    init(of strategies: [IndexedStrategy]) {
        self.init(of: strategies, revision: nil, limits: Sample.plenty)
    }

    /// The numbers of the strategies that fit.
    func numbers(for query: Query) throws -> [Int] {
        try hits(for: query).compactMap { Int($0.id.text.dropFirst()) }
    }
}
