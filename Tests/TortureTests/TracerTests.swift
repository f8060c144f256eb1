import Foundation
import Testing

@testable import EtudeTorture

@Suite struct TracerTests {
    static let hasStrace: @Sendable () async throws -> Bool = {
        try await Tracer.obstacle() == nil
    }

    @Test(arguments: [
        "fsync:error=EIO:when=3+", "openat:error=ENOSPC:when=12", "write:signal=SIGKILL:when=1",
    ])
    func injectionsReadWhatTheyWrite(text: String) throws {
        #expect(try #require(Injection(text)).description == text)
    }

    @Test(arguments: ["", "fsync", "fsync:error=EIO", "fsync:signal=SIGTERM:when=1", "a b"])
    func otherTextIsNoInjection(text: String) {
        #expect(Injection(text) == nil)
    }

    @Test func logsCountTheCallsOfEachThread() {
        let log = CallLog(
            log: """
                10 openat(AT_FDCWD, "a", O_RDONLY) = 3</a>
                11 openat(AT_FDCWD, "b", O_RDONLY <unfinished ...>
                10 mmap(NULL, 10, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x1
                10 mmap(NULL, 10, PROT_READ, MAP_PRIVATE, 3</a>, 0) = 0x2
                11 <... openat resumed>) = 4</b>
                10 openat(AT_FDCWD, "c", O_RDONLY) = -1 EIO (Input/output error) (INJECTED)
                11 +++ exited with 75 +++
                """)
        #expect(log.total == ["openat": 3, "mmap": 2])
        #expect(log.longest == ["openat": 2, "mmap": 2])
        #expect(log.numbers(of: "openat", margin: 1) == [1, 2, 3])
        #expect(log.numbers(of: "mmap", margin: 1) == [2])
        #expect(log.injected.count == 1)
        #expect(log.ending == .exited(75))
    }

    @Test(.enabled("strace cannot be used", hasStrace))
    func callsFailAndKillAsTold() async throws {
        try await Scene.withFolder(program: Program.path) { scene in
            try await scene.makeMemory()
            let (words, input) = (
                scene.etudeWords(["learn", "-"]), try scene.file(of: FaultSweep.lesson)
            )
            let tracer = Tracer(scene: scene)
            let fault = Injection("openat", .error("EIO"), number: 1, isLasting: true)
            let failed = try await tracer.run(words, input: input, injecting: fault)
            #expect(failed.finished.ending != .exited(0))
            #expect(!failed.trace.injected.isEmpty)
            let kill = Injection("write", .kill, number: 1)
            let killed = try await tracer.run(words, input: input, injecting: kill)
            #expect(killed.finished.ending == .signaled(9))
            let whole = try await tracer.run(words, input: input)
            #expect(whole.finished.ending == .exited(0))
            #expect(whole.trace.total["rename", default: 0] > 0)
        }
    }
}
