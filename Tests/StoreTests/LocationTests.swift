import EtudeGit
import Foundation
import Testing

@testable import EtudeStore

@Suite("MemoryLocation")
struct LocationTests {
    @Test
    func aMemoryAtTheTopHasNoPrefix() throws {
        let scratch = try Scratch.memory()
        let location = try MemoryLocation(folder: scratch.top)
        #expect(location.prefix == nil)
        #expect(location.folder == location.repository)
        #expect(location.gitFolder == location.repository + "/.git")
        #expect(location.derivedFile("index") == location.gitFolder + "/etude/index")
        #expect(try location.treePath("a/b.md").text == "a/b.md")
    }

    @Test
    func aMemoryInAFolderIsFoundFromThere() throws {
        let scratch = try Scratch.memory(at: "tools/.etude")
        let location = try MemoryLocation(folder: scratch.top + "/tools/.etude")
        #expect(location.prefix?.text == "tools/.etude")
        #expect(location.repository == (try MemoryLocation(folder: scratch.top)).folder)
        let path = try location.treePath("CHARTER.md")
        #expect(path.text == "tools/.etude/CHARTER.md")
        #expect(location.memoryPath(path) == "CHARTER.md")
        let other = try #require(TreePath("tools/.etude-old/CHARTER.md"))
        #expect(location.memoryPath(other) == nil)
    }

    @Test(arguments: [
        "", "/", ".", "..", "../x", "a/../b", "/etc/passwd", "a//b", "a/", "a\u{0}b", "a\nb",
        "a\\b",
        ".git/config", "sub/.GIT/hooks/x",
    ])
    func pathsThatLeaveTheMemoryAreRefused(text: String) throws {
        let scratch = try Scratch.memory(at: ".etude")
        let location = try MemoryLocation(folder: scratch.top + "/.etude")
        #expect(throws: StoreError.badPath(text)) { try location.treePath(text) }
    }

    @Test
    func aLinkToAMemoryLeadsToIt() throws {
        let scratch = try Scratch.memory(at: ".etude")
        let link = scratch.folder + "/link"
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: scratch.top + "/.etude")
        let location = try MemoryLocation(folder: link)
        #expect(location == (try MemoryLocation(folder: scratch.top + "/.etude")))
    }

    @Test
    func aLinkedWorktreeSharesWhatIsDerived() async throws {
        let scratch = try Scratch.memory()
        try scratch.git("worktree", "add", "-q", "-b", "side", scratch.folder + "/side")
        let location = try MemoryLocation(folder: scratch.folder + "/side")
        #expect(location.prefix == nil)
        #expect(location.gitFolder.hasSuffix(".git/worktrees/side"))
        let main = try MemoryLocation(folder: scratch.top)
        let shared = URL(fileURLWithPath: location.derivedFolder).standardizedFileURL.path
        #expect(shared == main.derivedFolder)
        let store = try MemoryStore(location)
        let strategy = try Sample.strategy(1)
        _ = try await store.commit(.learning(strategy, body: "", by: Sample.author))
        #expect(try await store.snapshot().strategies.map(\.strategy) == [strategy])
        #expect(try scratch.git("status", "--porcelain", at: location.folder) == "")
        #expect(try scratch.git("log", "--format=%s", "main") == "Begin\n")
        #expect(try scratch.faults() == "")
    }

    @Test
    func memoriesOfOneRepositoryKeepApart() throws {
        let names = ["a/b", "a-b", "a%2Fb", "a/-b", "a-/b", "a"]
        let scratch = try Scratch(
            files: Dictionary(uniqueKeysWithValues: names.map { ("\($0)/CHARTER.md", "") }))
        let files = try names.map {
            try MemoryLocation(folder: "\(scratch.top)/\($0)").derivedFile("index")
        }
        #expect(Set(files).count == names.count)
    }

    @Test
    func aFolderOutsideAnyRepositoryIsRefused() throws {
        let scratch = try Scratch()
        #expect(throws: StoreError.notARepository(folder: scratch.folder)) {
            try MemoryLocation(folder: scratch.folder)
        }
    }
}
