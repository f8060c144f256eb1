import EtudeDomain
import EtudePractice
import Testing

@Suite struct GateSourceTests {
    private struct Broken: Error {}

    /// A source that finds nothing, or cannot look.
    private struct Shelf: GateSource {
        let isBroken: Bool

        func strategies(
            withCueBeginningWith stems: Set<String>, except skills: Set<SkillPath>
        ) throws(Broken) -> [Strategy] {
            if isBroken { throw Broken() }
            return []
        }

        func strategiesWithoutCues() throws(Broken) -> [Strategy] { [] }

        func attempts(firing lesson: Lesson) throws(Broken) -> [Attempt] { [] }
    }

    private func gate(isBroken: Bool) throws -> Gate<Shelf> {
        Gate(
            charter: try Sample.charter(), taxonomy: try Sample.taxonomy("support/intent"),
            source: Shelf(isBroken: isBroken))
    }

    @Test func aSourceThatCannotLookLetsNothingPass() throws {
        let (lesson, trace) = (try Sample.lesson(), try Sample.trace(1))
        #expect(throws: Broken.self) { try gate(isBroken: true).judge(lesson, from: trace) }
        #expect(throws: Never.self) { try gate(isBroken: false).judge(lesson, from: trace) }
    }

    @Test func strategiesAreFoundByHowTheirCuesBegin() throws {
        let strategies = [
            try Sample.strategy(1, Sample.lesson(cues: ["fund", "card lost"])),
            try Sample.strategy(2, Sample.lesson(cues: []), status: .retired),
            try Sample.strategy(3, Sample.lesson(cues: ["my card"])),
            try Sample.strategy(4, Sample.lesson(cues: ["cards"]), status: .retired),
        ]
        let index = KnownMemory(strategies: strategies, attempts: [])
        #expect(
            index.strategies(withCueBeginningWith: ["card", "fund"], except: []) == [
                strategies[0], strategies[3],
            ])
        #expect(index.strategies(withCueBeginningWith: ["lost"], except: []) == [])
        let skill = strategies[0].lesson.skill
        #expect(index.strategies(withCueBeginningWith: ["card", "fund"], except: [skill]) == [])
        #expect(index.strategiesWithoutCues() == [strategies[1]])
    }

    @Test func attemptsAreFoundByTheRarestWordOfACue() throws {
        let attempts = try ["a fund is late", "my card", "fund my card, fund it"].enumerated().map {
            try Sample.attempt(20 + $0, task: $1, leaning: "a", right: "b")
        }
        let memory = KnownMemory(strategies: [], attempts: attempts)
        let lesson = try Sample.lesson(cues: ["fund"], insteadOf: nil)
        #expect(memory.attempts(firing: lesson) == [attempts[0], attempts[2]])
    }
}
