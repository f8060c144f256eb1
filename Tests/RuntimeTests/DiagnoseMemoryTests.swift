@testable import EtudeRuntime
import EtudeTestSupport
import Foundation
import Testing

@Suite struct DiagnoseMemoryTests {
    let scratch: Scratch

    init() async throws {
        scratch = try Scratch()
        try await scratch.initialize("support", "support/refunds")
    }

    func rows() async -> [DiagnoseMemory.Row] {
        await DiagnoseMemory(scratch.finder).run(.fixed())
    }

    func broken() async -> [String] {
        await rows().filter { !$0.isSound }.map { row in
            "\(row.subject): \(row.message)\n  \(row.hint ?? "-")\n"
                .replacing(scratch.folder, with: "SCRATCH")
        }
    }

    @Test func aSoundMemoryHasNothingBroken() async throws {
        try await scratch.learn(.refund())
        let rows = await rows()
        #expect(rows.allSatisfy { $0.isSound && $0.hint == nil })
        #expect(
            rows.map(\.subject) == [
                "memory", "repository", "branch", "git's index", "locks", "entries", "traces",
                "recall index",
            ])
        #expect(rows.last?.message == "current")
        #expect(rows.contains { $0.message == "1 strategies, 2 skills" })
        #expect(rows.contains { $0.message == "1 kept, 0 not yet evaluated" })
    }

    @Test func theIndexMayLagAndBeMissing() async throws {
        #expect(await rows().last?.message == "none yet; the next recall writes it")
        _ = try await scratch.recall("x")
        try scratch.write("more\n", to: "notes.md")
        try scratch.commitByHand()
        #expect(await rows().last?.message == "behind; the next recall brings it up to date")
        #expect(await broken().isEmpty)
    }

    /// Ways to break a memory, and the snapshot of what is said.
    static let damages: [(damage: @Sendable (Scratch) throws -> Void, snapshot: String)] = [
        (
            { try FileManager.default.removeItem(atPath: $0.top + "/CHARTER.md") },
            "doctor-no-charter.txt"
        ),
        (
            { try FileManager.default.removeItem(atPath: $0.top + "/.git") },
            "doctor-no-repository.txt"
        ),
        ({ try $0.git("checkout", "-q", "--orphan", "empty") }, "doctor-unborn.txt"),
        ({ try $0.write("DIRC, and no more", to: ".git/index") }, "doctor-index.txt"),
        ({ try $0.git("update-index", "--split-index") }, "doctor-split-index.txt"),
        (
            {
                try $0.write(
                    "---\nid: x\n---\n", to: "strategies/support/refunds/a-8h4n2r6t0v.md")
                try $0.commitByHand()
            }, "doctor-broken-entry.txt"
        ),
        ({ try $0.write("", to: ".git/index.lock") }, "doctor-lock.txt"),
        (
            {
                let charter = try $0.read("CHARTER.md")
                try $0.write(charter.replacing("etude: 1 ", with: "etude: 9 "), to: "CHARTER.md")
                try $0.commitByHand()
            }, "doctor-newer.txt"
        ),
        (
            {
                let charter = try $0.read("CHARTER.md")
                try $0.write(
                    charter.replacing("review: none", with: "review: perhaps"), to: "CHARTER.md")
                try $0.commitByHand()
            }, "doctor-charter.txt"
        ),
        ({ try $0.git("config", "core.bare", "true") }, "doctor-bare.txt"),
        ({ try $0.git("config", "core.worktree", "/tmp") }, "doctor-redirected.txt"),
    ]

    @Test(arguments: damages.indices)
    func whatIsBrokenIsSaidWithWhatHelps(number: Int) async throws {
        let (damage, snapshot) = Self.damages[number]
        try damage(scratch)
        let broken = await broken()
        #expect(!broken.isEmpty)
        try Snapshot.expect(broken.joined(), in: snapshot)
    }

    @Test func aDetachedHeadIsSaid() async throws {
        try scratch.git("checkout", "-q", "--detach")
        let rows = await rows().filter { !$0.isSound }
        #expect(rows.map(\.subject) == ["branch"])
        #expect(rows.first?.message.hasPrefix("HEAD is detached at ") == true)
    }

    @Test func aCorruptObjectIsSaid() async throws {
        let blob = try scratch.git("rev-parse", "HEAD:CHARTER.md")
            .trimmingCharacters(in: .newlines)
        let object = scratch.top + "/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
        try FileManager.default.removeItem(atPath: object)
        let rows = await rows().filter { !$0.isSound }
        #expect(rows.map(\.subject) == ["repository"])
        #expect(rows.first?.message.hasPrefix("git says: ") == true)
    }
}
