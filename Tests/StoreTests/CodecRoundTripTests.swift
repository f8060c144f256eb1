import EtudeDomain
import EtudeGit
import Foundation
import Testing

@testable import EtudeStore

@Suite("Codecs: what is written reads back the same")
struct CodecRoundTripTests {
    static let moments = [0, 1_790_000_000, 4_102_444_799, 951_782_400]

    @Test(arguments: 0..<60)
    func strategiesComeBack(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let strategy = Strategy(
            id: draw.id(), status: try draw.pick(),
            lesson: Lesson(
                skill: try draw.skill(), title: draw.line(), when: draw.text(),
                cues: try (0..<draw.number(in: 0...5)).map { _ in try draw.cue() },
                unless: try (0..<draw.number(in: 0...2)).map { _ in try draw.cue() },
                action: try draw.action(), insteadOf: try draw.maybe { try $0.action() },
                because: draw.text()),
            origin: Strategy.Origin(
                agent: draw.maybe { $0.line() }, created: draw.maybe { Self.moment(&$0) },
                trace: draw.maybe { $0.id() }, memory: draw.maybe { _ in "1c9e0d2" }),
            supersedes: (0..<draw.number(in: 0...3)).map { _ in draw.id() },
            expires: draw.maybe { Self.moment(&$0) })
        let path = MemoryLayout.path(of: strategy)
        let bytes = try StrategyCodec.encode(strategy, body: "\n## Evidence\n")
        let copy = try StrategyCodec.decode(bytes, path: path)
        #expect(copy == strategy)
        #expect(try StrategyCodec.encode(copy, body: "\n## Evidence\n") == bytes)
    }

    @Test(arguments: 0..<40)
    func skillsComeBack(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let skill = Skill(
            path: try draw.skill(), title: draw.line(), status: try draw.pick(),
            kind: try draw.pick(), threshold: draw.maybe { $0.decimal(in: 0...1) },
            mastered: draw.maybe { $0.decimal(in: 0...1) },
            aliases: try (0..<draw.number(in: 0...3)).map { _ in try draw.skill() },
            text: "\n" + draw.text() + "\n")
        let path = MemoryLayout.path(of: skill.path)
        let bytes = try SkillCodec.encode(skill)
        let copy = try SkillCodec.decode(bytes, path: path, skill: skill.path)
        #expect(copy == skill)
        #expect(try SkillCodec.encode(copy) == bytes)
    }

    @Test(arguments: 0..<40)
    func scenariosComeBack(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let graders: [Scenario.Grader] = [
            .exact(draw.line()), .oneOf((0...draw.number(in: 1...3)).map { _ in draw.line() }),
            .regex(draw.line()), .command(draw.line()),
        ]
        let scenario = Scenario(
            id: draw.id(), title: draw.line(), skill: try draw.skill(),
            difficulty: draw.decimal(in: -9...9), source: draw.maybe { $0.line() },
            grader: graders[seed % graders.count], task: draw.text().trimmingWhitespace)
        let path = MemoryLayout.path(of: scenario)
        let bytes = try ScenarioCodec.encode(scenario)
        #expect(MemoryLayout.kind(of: path) == .scenario)
        let copy = try ScenarioCodec.decode(bytes, path: path)
        #expect(copy == scenario)
        #expect(try ScenarioCodec.encode(copy) == bytes)
    }

    @Test func aScenarioWithoutATaskIsAProblem() throws {
        let text = "---\nid: 4kq7w2mx9d\ntitle: a\nskill: a\nexpect: b\n---\n \n"
        #expect(throws: EntryProblem.self) {
            try ScenarioCodec.decode(Array(text.utf8), path: "scenarios/a/b.md")
        }
    }

    @Test(arguments: 0..<40)
    func competenciesComeBack(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let competency = Competency(
            skill: try draw.skill(), agent: draw.line(), attempts: draw.number(in: 0...9999),
            successes: draw.number(in: 0...99), ability: draw.decimal(in: -9...9),
            uncertainty: draw.decimal(in: 0...3), competence: draw.decimal(in: 0...1),
            low: draw.decimal(in: 0...1), high: draw.decimal(in: 0...1), state: try draw.pick(),
            retention: draw.maybe { draw in
                Competency.Retention(
                    stability: draw.decimal(in: 0...400), difficulty: draw.decimal(in: 1...10),
                    due: draw.number(in: 0...9999))
            }, traces: draw.maybe { _ in "0123456789012345678901234567890123456789" },
            memory: draw.maybe { _ in "1c9e0d2" }, updated: Self.moment(&draw))
        let bytes = try CompetencyCodec.encode(competency, body: "\n62 %\n")
        let copy = try CompetencyCodec.decode(bytes, path: "competency/desk/support.md")
        #expect(copy == competency)
        #expect(try CompetencyCodec.encode(copy, body: "\n62 %\n") == bytes)
    }

    @Test
    func competenciesAreStatedToFourDecimals() throws {
        let third = 1.0 / 3
        let competency = Competency(
            skill: try Sample.path("support"), agent: "desk", attempts: 3, successes: 1,
            ability: -third, uncertainty: third, competence: third, low: 1e-9, high: 1 - 1e-9,
            state: .able, retention: nil, traces: nil, memory: nil, updated: Sample.moment)
        let bytes = try CompetencyCodec.encode(competency, body: "")
        let copy = try CompetencyCodec.decode(bytes, path: "competency/desk/support.md")
        #expect([copy.ability, copy.competence, copy.low, copy.high] == [-0.3333, 0.3333, 0, 1])
        #expect(try CompetencyCodec.encode(copy, body: "") == bytes)
    }

    @Test(arguments: 0..<60)
    func tracesComeBack(seed: Int) throws {
        var draw = TextGenerator(seed: UInt64(seed))
        let started = Self.moment(&draw)
        let trace = Trace(
            id: draw.id(), skill: try draw.skill(), agent: draw.line(), task: draw.text(),
            outcome: try draw.pick(), score: draw.decimal(in: 0...1),
            difficulty: draw.decimal(in: -4...4), memory: draw.maybe { _ in "1c9e0d2" },
            recalled: (0..<draw.number(in: 0...3)).map { _ in draw.id() },
            masked: (0..<draw.number(in: 0...2)).map { _ in draw.id() },
            unmasked: (0..<draw.number(in: 0...2)).map { _ in draw.id() },
            used: (0..<draw.number(in: 0...3)).map { _ in draw.id() },
            baseOutcome: try draw.maybe { try $0.pick() }, started: started,
            ended: started.addingTimeInterval(5),
            choice: Trace.Choice(
                leaning: draw.maybe { $0.line() },
                considered: (0..<draw.number(in: 0...4)).map { _ in draw.line() },
                answer: draw.maybe { $0.line() }, right: draw.maybe { $0.line() }),
            steps: (0..<draw.number(in: 0...4)).map { _ in
                Trace.Step(did: draw.text(), expected: draw.text(), happened: draw.text())
            }, decision: draw.maybe { $0.number(in: 1...4) }, evaluation: try draw.pick())
        let bytes = try TraceCodec.encode(trace, analysis: draw.text())
        let copy = try TraceCodec.decode(bytes, path: "trace.md")
        #expect(copy == trace)
        #expect(copy.task.utf8.elementsEqual(trace.task.utf8))
    }

    @Test(arguments: [
        ("2026-11-22T10:04:05Z", 1_795_341_845.0), ("2026-11-22T12:04:05+02:00", 1_795_341_845),
    ])
    func momentsHaveAZone(text: String, seconds: Double) {
        #expect(Timestamp.date(text) == Date(timeIntervalSince1970: seconds))
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == "2026-11-22T10:04:05Z")
    }

    @Test(arguments: [
        "", "2026-11-22", "2026-11-22T10:04:05", "2026-13-22T10:04:05Z", "2026-11-22T25:04:05Z",
        "2026-11-22T10:04:05Z and more", "tomorrow", "2026-02-30T10:04:05Z",
    ])
    func whatIsNoMomentIsRefused(text: String) {
        #expect(Timestamp.date(text) == nil)
    }

    @Test
    func aDayLastsUntilItsEnd() throws {
        let end = try #require(Timestamp.date("2026-11-22T23:59:59Z"))
        #expect(Timestamp.endOfDay("2026-11-22") == end)
        #expect(Timestamp.dayOrMoment(end) == "2026-11-22")
        #expect(Timestamp.endOfDay("2026-11-2x") == nil)
        #expect(Timestamp.endOfDay("2026-02-30") == nil)
    }

    private static func moment(_ draw: inout TextGenerator) -> Date {
        Date(timeIntervalSince1970: Double(moments[draw.number(in: 0...3)]))
    }
}
