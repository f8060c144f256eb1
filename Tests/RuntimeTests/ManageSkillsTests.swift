@testable import EtudeRuntime
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct ManageSkillsTests {
    let scratch: Scratch
    let proposal = """
        ---
        title: Late refunds   # drawn from failures
        status: proposed
        kind: failure-mode
        ---

        Seen twice.

        """

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
        try scratch.write(proposal, to: "skills/support/refunds/late/skill.md")
        try scratch.commitByHand()
    }

    func decide(_ name: String, accept: Bool) async throws -> ManageSkills.Outcome {
        try await ManageSkills(scratch.finder).decide(
            try skill(name), accept: accept, surroundings: .fixed(agent: "person"))
    }

    @Test func theTreeListsEverySkillWithItsStrategies() async throws {
        try await scratch.learn(.refund())
        let rows = try await ManageSkills(scratch.finder).rows()
        #expect(rows.map(\.skill) == ["support", "support/refunds", "support/refunds/late"])
        #expect(rows.map(\.strategies) == [0, 1, 0])
        #expect(rows.map(\.status) == ["active", "active", "proposed"])
        #expect(rows.map(\.kind) == ["skill", "skill", "failure-mode"])
        #expect(rows.allSatisfy { $0.competence == nil })
    }

    @Test(arguments: [(true, "active"), (false, "retired")])
    func aDecisionChangesTheStatusAndNoOtherByte(accept: Bool, status: String) async throws {
        let outcome = try await decide("support/refunds/late", accept: accept)
        #expect(outcome.status == status)
        #expect(outcome.commit == (try scratch.head()))
        let text = try scratch.read("skills/support/refunds/late/skill.md")
        #expect(text == proposal.replacing("status: proposed", with: "status: \(status)"))
        #expect(try scratch.faults() == "")
    }

    @Test func aDecisionIsMadeOnce() async throws {
        _ = try await decide("support/refunds/late", accept: true)
        let failure = try await failure { try await decide("support/refunds/late", accept: false) }
        try Snapshot.expect(failure.text + "\n", in: "skills-not-proposed.txt")
    }

    @Test func anUnknownSkillIsRefusedWithASuggestion() async throws {
        let failure = try await failure { try await decide("support/refunds/lat", accept: true) }
        try Snapshot.expect(failure.text + "\n", in: "skills-unknown.txt")
    }

    @Test func anAcceptedSkillCanBeLearnedAbout() async throws {
        let request = LessonRequest.refund().with { $0.skill = "support/refunds/late" }
        #expect(try await scratch.learn(request).accepted == false)
        _ = try await decide("support/refunds/late", accept: true)
        #expect(try await scratch.learn(request, seed: 4).accepted)
    }
}
