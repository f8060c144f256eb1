@testable import EtudeRuntime
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct InitializeMemoryTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func aNewRepositoryHoldsTheTemplateInOneCommit() async throws {
        try await scratch.initialize()
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "1\n")
        #expect(try scratch.git("rev-parse", "--abbrev-ref", "HEAD") == "main\n")
        let files = try scratch.lines(of: scratch.git("ls-files")).sorted()
        #expect(files == MemoryTemplate.files.map(\.path).sorted())
        for file in MemoryTemplate.files {
            #expect(Array(try scratch.read(file.path).utf8) == file.bytes)
        }
        #expect(try scratch.faults() == "")
    }

    @Test func skillsOfTheOperatorAreActive() async throws {
        try await scratch.initialize("support", "support/late-refunds")
        let skills = try await scratch.memory().snapshot().taxonomy.sorted
        #expect(skills.map(\.path.text) == ["support", "support/late-refunds"])
        #expect(skills.map(\.title) == ["Support", "Late refunds"])
        #expect(skills.allSatisfy { $0.status == .active })
    }

    @Test func insideARepositoryNothingElseIsCommitted() async throws {
        try scratch.git("init", "-q", "-b", "trunk", scratch.top, at: scratch.folder)
        try scratch.write("int main;\n", to: "main.c")
        try scratch.commitByHand("Code")
        try scratch.write("staged\n", to: "staged.c")
        try scratch.git("add", "staged.c")
        try scratch.write("loose\n", to: "loose.c")
        try await scratch.initialize(at: scratch.top + "/.etude")
        let committed = scratch.lines(of: try scratch.git("show", "--name-only", "--format="))
        #expect(committed.allSatisfy { $0.hasPrefix(".etude/") })
        #expect(committed.count == MemoryTemplate.files.count)
        #expect(try scratch.git("status", "--porcelain") == "A  staged.c\n?? loose.c\n")
        #expect(try scratch.git("rev-parse", "--abbrev-ref", "HEAD") == "trunk\n")
    }

    @Test func aMemoryIsNotMadeTwice() async throws {
        try await scratch.initialize()
        let failure = try await failure { try await scratch.initialize() }
        try Snapshot.expect(scratch.words(of: failure), in: "init-twice.txt")
    }

    @Test func aFileInTheWayIsNamed() async throws {
        try Data().write(to: URL(fileURLWithPath: scratch.top))
        let failure = try await failure { try await scratch.initialize() }
        try Snapshot.expect(scratch.words(of: failure), in: "init-no-folder.txt")
    }

    @Test func aFileOfAPersonIsNotOverwritten() async throws {
        try scratch.write("mine\n", to: "README.md")
        let failure = try await failure { try await scratch.initialize() }
        try Snapshot.expect(scratch.words(of: failure), in: "init-file-in-the-way.txt")
        #expect(try scratch.read("README.md") == "mine\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.top) == ["README.md"])
    }
}
