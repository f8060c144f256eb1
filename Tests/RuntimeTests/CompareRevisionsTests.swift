@testable import EtudeRuntime
import EtudeDomain
import EtudeReview
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct CompareRevisionsTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    func changes(from old: String, to new: String? = nil) async throws -> [SemanticDiff.SkillChange]
    {
        try await CompareRevisions(from: old, to: new).run(scratch.finder).skills
    }

    @Test func whatWasLearnedChangedAndRetiredIsSaidPerSkill() async throws {
        let refund = try await scratch.learn(.refund())
        let start = try scratch.head()
        let parcel = try await scratch.learn(.parcel(), seed: 2)
        let path = try #require(refund.path)
        let text = try scratch.read(path)
        try scratch.write(text.replacing("call `find_order` first", with: "call `ask`"), to: path)
        try scratch.commitByHand()
        let changes = try await changes(from: start)
        #expect(changes.map(\.skill.text) == ["support/parcels", "support/refunds"])
        guard case .learned(let learned)? = changes.first?.strategies.first,
            case .changed(let old, let new)? = changes.last?.strategies.first
        else { throw Missing(what: "a learned and a changed strategy") }
        #expect(learned.id.text == parcel.id)
        #expect(old.lesson.action.name == "find_order")
        #expect(new.lesson.action.name == "ask")
        let back = try await self.changes(from: "HEAD", to: start)
        guard case .retired(let gone)? = back.first?.strategies.first else {
            throw Missing(what: "a retired strategy")
        }
        #expect(gone.id.text == parcel.id)
    }

    @Test func theSameRevisionChangesNothing() async throws {
        try await scratch.learn(.refund())
        #expect(try await changes(from: "HEAD").isEmpty)
    }

    @Test func aRemarkInTheBodyChangesNoBehaviour() async throws {
        let refund = try await scratch.learn(.refund())
        let path = try #require(refund.path)
        try scratch.write(try scratch.read(path) + "\nA remark.\n", to: path)
        try scratch.commitByHand()
        #expect(try await changes(from: "HEAD~1").isEmpty)
    }

    @Test func gitsOwnDifferenceIsTheSameAsGitSays() async throws {
        try await scratch.learn(.refund())
        try await scratch.learn(.parcel(), seed: 2)
        let ours = try await CompareRevisions(from: "HEAD~2", to: "HEAD").patch(scratch.finder)
        #expect(ours == (try scratch.git("diff", "HEAD~2", "HEAD")))
    }

    @Test func anUnknownRevisionIsRefused() async throws {
        let failure = try await failure { try await changes(from: "nowhere") }
        try Snapshot.expect(failure.text + "\n", in: "diff-no-revision.txt")
    }
}
