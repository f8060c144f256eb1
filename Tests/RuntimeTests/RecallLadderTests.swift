@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeTestSupport
import Foundation
import Testing

/// What a recall answers when nothing is derived yet and a part of the memory is damaged.
@Suite struct RecallLadderTests {
    let scratch: Scratch
    let refund, parcel: LearnStrategy.Outcome

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
        refund = try await scratch.learn(.refund())
        parcel = try await scratch.learn(.parcel(), seed: 2)
    }

    /// Recalls what both lessons are about, from the repository alone.
    func recall() async throws -> RecallStrategies.Outcome {
        for name in ["index", "changes", "attempts"] {
            try? FileManager.default.removeItem(atPath: "\(scratch.top)/.git/etude/\(name)")
        }
        return try await scratch.recall("my parcel and my refund")
    }

    func damage(_ revision: String) throws {
        let object = try scratch.object(revision)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: "\(scratch.top)/\(object)")
        try scratch.write("damaged", to: object)
        try FileManager.default.removeItem(atPath: "\(scratch.top)/.git/etude/objects")
    }

    @Test func aDamagedFileIsLeftOutUntilItIsHealed() async throws {
        let path = try #require(refund.path)
        try damage("HEAD:\(path)")
        let outcome = try await recall()
        #expect(outcome.hits.map(\.id.text) == [parcel.id])
        #expect(outcome.memory == parcel.commit)
        #expect(outcome.notes.contains { $0.hasPrefix("left out: \(path): ") })
        #expect(outcome.notes.contains("run 'etude doctor' for what to do"))
        _ = await DiagnoseMemory(scratch.finder, isHealing: true).run(.fixed())
        let healed = try await scratch.recall("my parcel and my refund")
        #expect(Set(healed.hits.map(\.id.text)) == [refund.id, parcel.id])
        #expect(healed.notes == [])
    }

    @Test func aDamagedFolderIsLeftOutWhereTheRestIsNewer() async throws {
        try damage("HEAD:strategies/support/refunds")
        let outcome = try await recall()
        #expect(outcome.hits.map(\.id.text) == [parcel.id])
        #expect(outcome.notes.contains { $0.hasPrefix("left out: strategies/support/refunds/: ") })
    }

    @Test func aRevisionWithoutAnyStrategyLeftGivesWayToTheOneBefore() async throws {
        try damage("HEAD:strategies")
        let outcome = try await recall()
        #expect(outcome.hits.map(\.id.text) == [refund.id])
        #expect(outcome.memory == refund.commit)
        let revision = try #require(refund.commit).prefix(7)
        #expect(outcome.notes.first?.hasPrefix("the memory as it was at \(revision): ") == true)
    }

    @Test func theLogOfTheBranchTellsWhatCameBeforeADamagedCommit() async throws {
        try damage("HEAD")
        let outcome = try await recall()
        #expect(outcome.hits.map(\.id.text) == [refund.id])
        #expect(outcome.memory == refund.commit)
    }

    @Test func whatWasTakenBackDoesNotComeAgain() async throws {
        try scratch.git("reset", "-q", "--hard", "HEAD~1")
        try scratch.write("edited\n", to: "AGENTS.md")
        try scratch.commitByHand()
        try damage("HEAD")
        let outcome = try await recall()
        #expect(outcome.hits.map(\.id.text) == [refund.id])
    }

    @Test func whatWasAmendedAwayDoesNotComeAgain() async throws {
        try scratch.git("rm", "-q", try #require(parcel.path))
        try scratch.git("commit", "-q", "--amend", "-m", "Take the parcel back")
        try damage("HEAD")
        #expect(try await recall().hits.allSatisfy { $0.id.text == refund.id })
    }

    @Test func damagedTracesCostTheRecordsAlone() async throws {
        try scratch.write(String(repeating: "1", count: 40), to: ".git/refs/etude/traces/desk-1")
        let outcome = try await recall()
        #expect(Set(outcome.hits.map(\.id.text)) == [refund.id, parcel.id])
        #expect(outcome.hits.allSatisfy { $0.record.helped == 0 })
        #expect(!outcome.notes.isEmpty)
    }
}
