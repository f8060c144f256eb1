@testable import EtudeRuntime
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct TakeSnapshotTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    func snapshot(agent: String = "desk-1") async throws -> TakeSnapshot.Outcome {
        try await TakeSnapshot(scratch.finder).run(.fixed(agent: agent, seed: 99))
    }

    func record(_ request: LessonRequest, outcome: String, seed: UInt64) async throws {
        _ = try await RecordTrace(request.with { $0.outcome = outcome })
            .run(scratch.finder, surroundings: .fixed(seed: seed))
    }

    @Test func estimatesAreCommittedOneFileASkillInOneCommit() async throws {
        try await record(.refund(), outcome: "success", seed: 1)
        try await record(.refund(), outcome: "failure", seed: 2)
        try await record(.parcel(), outcome: "failure", seed: 3)
        let outcome = try await snapshot()
        #expect(outcome.commit == (try scratch.head()))
        #expect(outcome.skills.map(\.skill) == ["support", "support/parcels", "support/refunds"])
        #expect(outcome.skills.map(\.attempts) == [3, 1, 2])
        for row in outcome.skills {
            #expect(row.low < row.competence && row.competence < row.high)
        }
        #expect(
            try scratch.files(under: "competency") == [
                "competency/desk-1/support.md", "competency/desk-1/support/parcels.md",
                "competency/desk-1/support/refunds.md",
            ])
        #expect(try await scratch.memory().snapshot().competencies.count == 3)
        #expect(try scratch.faults() == "")
    }

    @Test func theFileSaysTheSameToPeople() async throws {
        for seed in 1...12 {
            try await record(
                .refund(), outcome: seed > 6 ? "success" : "failure", seed: UInt64(seed))
        }
        _ = try await snapshot()
        let text = try scratch.read("competency/desk-1/support/refunds.md")
        let revision = try scratch.git("rev-parse", "HEAD~1").trimmingCharacters(in: .newlines)
        let traces = try scratch.git("rev-parse", "refs/etude/traces/desk-1")
            .trimmingCharacters(in: .newlines)
        #expect(text.contains("memory: ") && text.contains(revision))
        try Snapshot.expect(
            text.replacing(revision, with: "REVISION").replacing(traces, with: "TRACES"),
            in: "competency.md")
    }

    @Test func nothingNewIsNoCommit() async throws {
        try await record(.refund(), outcome: "success", seed: 1)
        let first = try await snapshot()
        let again = try await snapshot()
        #expect(again.commit == nil)
        #expect(again.skills == first.skills)
        #expect(try scratch.head() == first.commit)
        try await record(.parcel(), outcome: "success", seed: 2)
        #expect(try await snapshot().commit != nil)
    }

    @Test func theSameTracesGiveTheSameFiles() async throws {
        try await record(.refund(), outcome: "success", seed: 1)
        _ = try await snapshot()
        let first = try scratch.read("competency/desk-1/support/refunds.md")
        try scratch.git("reset", "-q", "--hard", "HEAD~1")
        _ = try await snapshot()
        #expect(try scratch.read("competency/desk-1/support/refunds.md") == first)
    }

    @Test func anAgentWithoutTracesIsRefused() async throws {
        let nobody = try await failure { try await snapshot() }
        try Snapshot.expect(nobody.text + "\n", in: "snapshot-no-trace.txt")
        try await record(.refund(), outcome: "success", seed: 1)
        let other = try await failure { try await snapshot(agent: "desk-9") }
        try Snapshot.expect(other.text + "\n", in: "snapshot-other-agent.txt")
    }

    @Test func asecondSnapshotFollowsTheTraces() async throws {
        try await record(.refund(), outcome: "failure", seed: 1)
        let first = try await snapshot()
        for seed in 2..<8 { try await record(.refund(), outcome: "success", seed: UInt64(seed)) }
        let second = try await snapshot()
        let (before, after) = (try #require(first.skills.last), try #require(second.skills.last))
        #expect(after.competence > before.competence)
        #expect(after.attempts == 7)
    }
}
