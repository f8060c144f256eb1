@testable import EtudeRuntime
import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@Suite struct ShowHistoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds", "support/parcels")
    }

    var history: ShowHistory { ShowHistory(scratch.finder) }

    func detail(_ name: String) async throws -> ShowHistory.Detail {
        try await history.detail(of: name, surroundings: .fixed())
    }

    @Test func commitsAreListedNewestFirst() async throws {
        let refund = try await scratch.learn(.refund())
        let parcel = try await scratch.learn(.parcel(), seed: 2)
        let entries = try await history.entries(limit: 20, skill: nil)
        #expect(entries.map(\.strategies) == [[parcel.id], [refund.id], []])
        #expect(entries.map(\.commit).first == parcel.commit)
        #expect(entries.last?.subject == "charter: begin a practice memory")
        #expect(entries.first?.author == "desk-1")
        #expect(entries.first?.date == Surroundings.fixed().now())
        #expect(try await history.entries(limit: 1, skill: nil).count == 1)
        #expect(try await history.entries(limit: 0, skill: nil).isEmpty)
    }

    @Test func aSkillListsThoseBelowItToo() async throws {
        let refund = try await scratch.learn(.refund())
        try await scratch.learn(.parcel(), seed: 2)
        let some = try await history.entries(limit: 20, skill: try skill("support/refunds"))
        #expect(some.map(\.strategies) == [[refund.id]])
        #expect(try await history.entries(limit: 20, skill: try skill("support")).count == 2)
    }

    @Test func aSkillThatIsUnknownIsNamed() async throws {
        let unknown = try skill("support/refundz")
        let failure = try await failure { try await history.entries(limit: 20, skill: unknown) }
        try Snapshot.expect(failure.text + "\n", in: "log-unknown-skill.txt")
        #expect(try await history.entries(limit: 20, skill: try skill("support/parcels")).isEmpty)
    }

    @Test func aStrategyIsShownWithItsRecordAndItsCommits() async throws {
        let refund = try await scratch.learn(.refund().with { $0.right = "find_order" })
        let shown = try await detail(refund.id)
        #expect(shown.path == refund.path)
        #expect(shown.text == (try scratch.read(try #require(refund.path))))
        #expect(shown.helped == 1)
        #expect(shown.harmed == 0)
        #expect(shown.commits == [refund.commit])
    }

    @Test func aCommitIsShownWithItsDifference() async throws {
        let refund = try await scratch.learn(.refund())
        let shown = try await detail("HEAD")
        #expect(shown.id == nil)
        #expect(shown.text.hasPrefix("commit \(refund.commit ?? "")\n\nlearn(support/refunds): "))
        #expect(shown.text.contains("+do: call `find_order` first\n"))
    }

    @Test func aStrategyTakenBackIsShownAsItWas() async throws {
        let refund = try await scratch.learn(.refund())
        try scratch.git("revert", "--no-edit", try #require(refund.commit))
        let shown = try await detail(refund.id)
        #expect(shown.id == refund.id)
        #expect(shown.path == nil)
        #expect(shown.text.hasPrefix("No strategy '\(refund.id)' can be read in the memory"))
        #expect(shown.text.contains("+do: call `find_order` first\n"))
        #expect(shown.commits == [refund.commit])
    }

    @Test func aMistypedIDIsSuggested() async throws {
        let refund = try await scratch.learn(.refund())
        let mistyped = String(refund.id.dropLast()) + (refund.id.last == "0" ? "1" : "0")
        let failure = try await failure { try await detail(mistyped) }
        #expect(failure.message == "no strategy and no commit is called '\(mistyped)'")
        #expect(failure.hint == "did you mean '\(refund.id)'?")
    }

    @Test func anUnknownNameIsRefused() async throws {
        let failure = try await failure { try await detail("no\u{1B}where") }
        try Snapshot.expect(failure.text + "\n", in: "show-no-revision.txt")
    }
}
