import Testing

@testable import EtudeTorture

/// The short form of `make torture`.
@Suite(.serialized) struct SweepTests {
    @Test(.enabled("strace cannot be used", TracerTests.hasStrace))
    func aFailingCallIsNeitherHiddenNorTakenForSuccess() async throws {
        var lines: [String] = []
        let sweep = FaultSweep(program: Program.path, limit: 24)
        let violations = try await sweep.run { lines.append($0) }
        #expect(lines.last?.hasPrefix("all ") == true)
        #expect(violations.map(\.description) == [])
    }

    @Test(.enabled("strace cannot be used", TracerTests.hasStrace))
    func theNextCallTidiesUpAfterAKill() async throws {
        var lines: [String] = []
        let sweep = KillSweep(program: Program.path, limit: 4)
        let violations = try await sweep.run { lines.append($0) }
        #expect(lines.count == 2 + Victim.allCases.count + 1)
        #expect(violations.map(\.description) == [])
    }

    @Test func damageIsNeitherFatalNorTakenForContent() async throws {
        var lines: [String] = []
        let sweep = DamageSweep(program: Program.path, plan: DamagePlan(limit: 6, seed: 1))
        let violations = try await sweep.run { lines.append($0) }
        #expect(lines.count == 2 + DamagedFile.allCases.count + 1)
        #expect(violations.map(\.description) == [])
    }

    @Test(arguments: [false, true])
    func aStormLosesNothing(commitsAll: Bool) async throws {
        let plan = StormPlan(
            writers: 3, writes: 15, seed: 1, durability: .relaxed, commitsAll: commitsAll,
            prunes: false)
        var lines: [String] = []
        let violations = try await Storm(program: Program.path, plan: plan).run {
            lines.append($0)
        }
        #expect(violations.map(\.description) == [], "\(lines)")
    }
}
