@testable import EtudeRuntime
import EtudeDomain
import EtudeRecall
import EtudeStore
import Foundation
import Testing

/// What is kept beside the repository says what the whole memory says, whatever happened to that.
@Suite struct DerivedMemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    /// Everything that is derived, in a form that can be compared.
    private struct Contents: Equatable {
        var strategies: Set<IndexedStrategy> = []
        let notes: [String]
        let revision: String?
        let attempts: Set<Attempt>
        let limits: RecallLimits
        let skills: [Skill]

        init(_ derived: DerivedMemory) throws {
            notes = derived.index.notes.sorted()
            revision = derived.index.revision
            attempts = Set(derived.log.attempts)
            limits = derived.index.limits
            skills = derived.taxonomy.sorted
            var found: Set<IndexedStrategy> = []
            try derived.index.forEach { found.insert($0) }
            strategies = found
        }
    }

    /// A memory that somebody holds open, and what others do to it.
    private func check(_ comment: String, _ open: Memory) async throws {
        let store = try MemoryStore(MemoryLocation(folder: scratch.top))
        let whole = try Contents(await DerivedMemory.whole(store))
        let traces = try await store.traces(limit: store.snapshot().charter.keepTraces).traces
        let attempts = traces.compactMap(Attempt.init)
        #expect(whole.attempts == Set(attempts), "\(comment), in the traces")
        for known in whole.strategies {
            #expect(known.record == .of(known.strategy.lesson, over: attempts), "\(comment)")
        }
        let fresh = try await scratch.memory()
        #expect(try Contents(await fresh.derived) == whole, "\(comment), from the files")
        await fresh.saveIndex()
        try await open.refresh()
        #expect(try Contents(await open.derived) == whole, "\(comment), in a memory that is open")
    }

    private func strategy(
        _ name: String, cue: String, supersedes: [String] = [],
        status: Strategy.Status = .active
    ) throws -> Strategy {
        Strategy(
            id: try id(name), status: status, lesson: try PracticeLoopTests.lesson(cue: cue),
            origin: Strategy.Origin(agent: "desk-1", trace: try id("00000000t0")),
            supersedes: try supersedes.map(id))
    }

    private func trace(
        _ name: String, _ task: String, right: String?, agent: String = "desk-1"
    ) throws -> Trace {
        let now = Surroundings.fixed().now()
        return Trace(
            id: try id(name), skill: try skill("support/refunds"), agent: agent, task: task,
            outcome: .failure, started: now, ended: now,
            choice: Trace.Choice(leaning: "refund", answer: "refund", right: right),
            evaluation: .pending)
    }

    @Test func followsWhatAgentsDo() async throws {
        let (open, other) = (try await scratch.memory(), try await scratch.memory())
        try await check("at first", open)
        _ = try await other.learn(try strategy("4kq7w2mx9d", cue: "refund"), body: "\n")
        try await check("a strategy", open)
        let first = try trace("0000000001", "refund this", right: "find_order")
        try await other.keep(first)
        try await check("a trace", open)
        _ = try await other.learn(try strategy("5kq7w2mx9d", cue: "refund this"), body: "\n")
        try await check("a strategy that fires on a trace that is there", open)
        try await other.keep(try trace("0000000002", "refund this", right: nil))
        try await check("a trace without a right answer", open)
        try await other.conclude(first, analysis: "Thought about.")
        try await check("an evaluation", open)
        try await other.keep(try trace("0000000001", "where is it", right: "track"))
        try await check("a trace told again, in other words", open)
        let desk = try await scratch.memory(Surroundings.fixed().acting(as: "desk-2"))
        try await desk.keep(
            try trace("0000000003", "a refund", right: "refund", agent: "desk-2"))
        try await check("another agent", open)
        _ = try await other.retireHarmful()
        try await check("strategies retired", open)
        _ = try await other.learn(
            try strategy("6kq7w2mx9d", cue: "money", supersedes: ["5kq7w2mx9d"]), body: "\n")
        try await check("a strategy superseded", open)
        _ = try await RevertChange(.named("6kq7w2mx9d")).run(
            scratch.finder, surroundings: .fixed())
        try await check("taken back", open)
    }

    @Test func followsWhatPeopleDo() async throws {
        let open = try await scratch.memory()
        try await open.keep(try trace("0000000001", "my voucher", right: "check_voucher"))
        let path = "strategies/support/refunds/voucher.md"
        let steps: [(String, () throws -> Void)] = [
            ("added", { try scratch.write(handwritten(), to: path) }),
            ("edited", { try scratch.write(handwritten(cue: "my"), to: path) }),
            ("another id", { try scratch.write(handwritten(id: "9k4n2r6t0w"), to: path) }),
            ("moved", { try scratch.git("mv", path, "strategies/support/refunds/moved.md") }),
            (
                "one more that supersedes it",
                {
                    try scratch.write(
                        handwritten(id: "8h4n2r6t0v").replacing(
                            "because:", with: "supersedes: [9k4n2r6t0w]\nbecause:"), to: path)
                }
            ),
            (
                "which is retired",
                {
                    try scratch.write(
                        try scratch.read(path).replacing(
                            "because:", with: "status: retired\nbecause:"),
                        to: path)
                }
            ),
            ("broken", { try scratch.write("---\nid: [\n---\n", to: path) }),
            ("mended", { try scratch.write(handwritten(), to: path) }),
            ("an id twice", { try scratch.write(handwritten(), to: path + "-2.md") }),
            ("once again", { try scratch.git("rm", "-q", path) }),
            (
                "a skill more",
                {
                    try scratch.write(
                        "---\ntitle: Parcels\n---\n", to: "skills/support/parcels/skill.md")
                }
            ),
            ("a skill less", { try scratch.git("rm", "-q", "skills/support/parcels/skill.md") }),
            (
                "another charter",
                {
                    try scratch.write(
                        try scratch.read("CHARTER.md").replacing(
                            "keep-traces: 5000", with: "keep-traces: 1"), to: "CHARTER.md")
                }
            ),
            ("another file", { try scratch.write("Notes.\n", to: "NOTES.md") }),
        ]
        for (comment, step) in steps {
            try step()
            try scratch.commitByHand(comment)
            try await check(comment, open)
        }
        try await open.keep(try trace("0000000002", "a voucher", right: "check_voucher"))
        try await check("a trace for which another goes", open)
        try scratch.git("reset", "-q", "--hard", "HEAD~4")
        try await check("commits thrown away", open)
        try scratch.git("checkout", "-q", "-b", "elsewhere", "HEAD~3")
        try await check("another branch", open)
    }

    @Test func damagedFilesAreMadeAnew() async throws {
        let open = try await scratch.memory()
        _ = try await open.learn(try strategy("4kq7w2mx9d", cue: "refund"), body: "\n")
        await open.saveIndex()
        try await open.keep(try trace("0000000001", "refund this", right: "find_order"))
        await open.saveIndex()
        let folder = scratch.top + "/.git/etude/"
        for name in ["index", "changes", "attempts"] {
            let sound = try Data(contentsOf: URL(fileURLWithPath: folder + name))
            for place in stride(from: 0, to: sound.count, by: max(1, sound.count / 40)) {
                var flipped = sound
                flipped[place] ^= 4
                for bytes in [flipped, sound.prefix(place)] {
                    try bytes.write(to: URL(fileURLWithPath: folder + name))
                    let memory = try await scratch.memory()
                    try await memory.verifyIndex()
                    let whole = try Contents(await DerivedMemory.whole(memory.store))
                    #expect(try Contents(await memory.derived) == whole, "\(name), byte \(place)")
                }
            }
            await open.saveIndex()
            try await scratch.memory().saveIndex()
        }
        try FileManager.default.removeItem(atPath: folder + "attempts")
        try await open.keep(try trace("0000000002", "refund that", right: "find_order"))
        try await check("the log deleted under an open memory", open)
    }

    @Test func manyWritersCountEveryTraceOnce() async throws {
        let memories = try await [
            scratch.memory(), scratch.memory(),
            scratch.memory(Surroundings.fixed().acting(as: "desk-2")),
        ]
        _ = try await memories[0].learn(try strategy("4kq7w2mx9d", cue: "refund"), body: "\n")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, memory) in memories.enumerated() {
                group.addTask {
                    for count in 0..<20 {
                        try await memory.keep(
                            try trace(
                                "00000\(10_000 + 100 * number + count)", "refund this",
                                right: "find_order", agent: number == 2 ? "desk-2" : "desk-1"))
                        if count % 3 == 0 { await memory.saveIndex() }
                    }
                    await memory.saveIndex()
                }
            }
            try await group.waitForAll()
        }
        let record = try await scratch.memory().record(of: try id("4kq7w2mx9d"))
        #expect(record == AdviceRecord(helped: 60, harmed: 0))
        try await check("many writers", memories[1])
    }
}
