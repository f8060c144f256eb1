@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import Foundation
import Testing

/// Taking a strategy back takes back what it changed, and nothing else.
@Suite struct RevertingPracticeTests {
    @Test func everyStrategyTakesBackExactlyTheAnswersThatItDecided() async throws {
        let scratch = try Scratch()
        try await scratch.practise(attempts: 12)
        let before = try await rows(in: scratch)
        let strategies = try await scratch.memory().snapshot().strategies.map(\.strategy)
        var changed = 0
        for strategy in strategies {
            let revert = RevertChange(.named(strategy.id.text))
            let outcome = try await revert.run(scratch.finder, surroundings: .fixed())
            #expect(outcome.behaviours.map(\.id) == [strategy.id.text])
            #expect(outcome.behaviours.map(\.effect) == ["removed"])
            let without = try await rows(in: scratch)
            for (old, new) in zip(before, without) {
                #expect(old.without == new.without)
                #expect(!new.used.contains(strategy.id))
                if old.used.contains(strategy.id) {
                    changed += old.with == new.with ? 0 : 1
                } else {
                    #expect(old == new)
                }
            }
            let commit = try #require(outcome.commit)
            _ = try await RevertChange(.named(commit)).run(
                scratch.finder, surroundings: .fixed())
            #expect(try await rows(in: scratch) == before)
        }
        #expect(strategies.count > 3)
        #expect(changed > 0)
        #expect(try scratch.faults() == "")
    }

    @Test func takingEverythingBackLeavesTheBase() async throws {
        let scratch = try Scratch()
        let report = try await scratch.practise()
        let everything = RevertChange(.learned(skill: try skill("shop"), agent: nil, since: nil))
        let outcome = try await everything.run(scratch.finder, surroundings: .fixed())
        #expect(outcome.commits.count == report.strategies.accepted)
        for row in try await rows(in: scratch) {
            #expect(row.with == row.without)
            #expect(row.used.isEmpty)
        }
        #expect(try scratch.files(under: "strategies") == [])
        #expect(try scratch.faults() == "")
    }

    func rows(in scratch: Scratch) async throws -> [HeldOut.Row] {
        let desk = try SmallDesk.make(in: scratch.folder + "/desk")
        let agent = Apprentice(name: "apprentice", intents: desk.skills.keys)
        let index = await (try scratch.memory()).index
        return try await HeldOut(desk: desk, agent: agent, now: Surroundings.fixed().now())
            .rows(with: index)
    }
}
