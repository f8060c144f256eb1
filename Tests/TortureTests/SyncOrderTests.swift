import Testing

@testable import EtudeTorture

@Suite struct SyncOrderTests {
    /// Learns a lesson, and returns what a power cut could have spoilt.
    private func faults(_ durability: Durability) async throws -> [String] {
        try await Scene.withFolder(program: Program.path) { scene in
            try await scene.makeMemory(durability: durability)
            let (finished, trace) = try await Tracer(scene: scene).run(
                scene.etudeWords(["learn", "-"]), input: scene.file(of: FaultSweep.lesson))
            #expect(finished.succeeded)
            let order = SyncOrder(trace)
            #expect(
                order.steps.contains { step in
                    guard case .named(_, let target) = step else { return false }
                    return target == "\(scene.memory)/.git/refs/heads/main"
                })
            return order.faults(in: scene.memory, moving: "/refs/heads/main")
        }
    }

    @Test(.enabled("strace cannot be used", TracerTests.hasStrace))
    func everythingIsSyncedBeforeItsNameAndItsNameBeforeTheBranch() async throws {
        #expect(try await faults(.durable) == [])
    }

    @Test(.enabled("strace cannot be used", TracerTests.hasStrace))
    func whereTheOperatorSaysSoNothingIs() async throws {
        #expect(try await faults(.relaxed).count > 5)
    }

    @Test func whatIsNotSyncedInTimeIsTold() {
        let log = """
            1 fsync(3</m/.git/objects/a1/draft>) = 0
            1 renameat(4</m/.git/objects/a1>, "draft", 4</m/.git/objects/a1>, "b2") = 0
            1 linkat(4</m/.git/etude>, "work", 5</m/a>, "file.md", 0) = 0
            1 fsync(5</m/a>) = 0
            1 fsync(6</m/.git/refs/heads/main.lock>) = 0
            1 link("/m/.git/refs/heads/main.lock", "/m/.git/refs/heads/main") = -1 EEXIST (File exists)
            1 rename("/m/.git/refs/heads/main.lock", "/m/.git/refs/heads/main") = 0
            1 fsync(4</m/.git/objects/a1>) = 0
            1 +++ exited with 0 +++
            """
        #expect(
            SyncOrder(CallLog(log: log)).faults(in: "/m", moving: "/refs/heads/main") == [
                "named before it was synced: /m/.git/etude/work",
                "its name was not synced: /m/.git/objects/a1/b2",
                "its name was not synced: /m/.git/refs/heads/main",
            ])
    }
}
