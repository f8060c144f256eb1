@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import Foundation
import Testing

@Suite struct MemoryStatusTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    func status() async throws -> MemoryStatus.Outcome {
        try await MemoryStatus(scratch.finder).run(.fixed())
    }

    @Test func countsWhatIsThere() async throws {
        try await scratch.learn(.refund())
        try scratch.write(
            handwritten().replacing("because:", with: "status: proposed\nbecause:"),
            to: "strategies/support/refunds/a-8h4n2r6t0v.md")
        try scratch.write("broken\n", to: "strategies/support/refunds/b.md")
        try scratch.commitByHand()
        let status = try await status()
        #expect(status.strategies == 1)
        #expect(status.proposedStrategies == 1)
        #expect(status.skills == 2)
        #expect(status.traces == 1)
        #expect(status.pending == 0)
        #expect(status.review == "none")
        #expect(status.name == "Practice memory")
        #expect(status.revision == (try scratch.head()))
        #expect(status.leftOut.count == 1)
    }

    @Test func countsFailuresNotYetThoughtAbout() async throws {
        let loop = PracticeLoop(
            agent: StubbornAgent(), coach: FailingCoach(), memory: try await scratch.memory(),
            surroundings: .fixed())
        _ = try await loop.perform(try PracticeLoopTests.scenario())
        await loop.settle()
        #expect(try await status().pending == 1)
    }
}
