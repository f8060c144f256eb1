import Foundation
import Testing

@testable import EtudeGit

@Suite struct HealthTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a/one.md")
        try repository.write("two\n", to: "two.md")
    }

    private var folders: GitFolders { GitFolders(gitFolder: scratch.top + "/.git") }

    private func open() throws -> Repository { try Repository.open(at: scratch.top) }

    /// Runs `body` while this process holds the lock of writers, as a living writer does.
    private func whileWriting(_ body: () throws -> Void) throws {
        let repository = try open()
        let workspace = try Workspace.open(of: repository)
        var backoff = Backoff(limit: .seconds(1))
        let result = try ProcessLock.holding(in: workspace.shared, &backoff) { _ throws(GitError) in
            Result { try body() }
        }
        try result.get()
    }

    @Test func aLivingWriterIsNamedAndItsLockStays() throws {
        let lock = "\(IndexLock.mark)\(getpid())\n"
        try scratch.write(lock, to: ".git/index.lock")
        try scratch.write("half", to: ".git/etude/index.new")
        try whileWriting {
            #expect(try folders.writer() == "process \(getpid())")
            #expect(try folders.referenceOfDeadWriter() == nil)
            #expect(try folders.leftovers() == [])
            let holders = try folders.lastingLocks().map(\.holder)
            #expect(holders == [.ours(process: getpid(), isAlive: true)])
            expectRefusal(.locked) {
                try open().settleDeadWriters(waiting: .milliseconds(20))
            }
        }
        #expect(scratch.read(".git/index.lock") == lock)
        #expect(try folders.writer() == nil)
        let holders = try folders.lastingLocks().map(\.holder)
        #expect(holders == [.ours(process: getpid(), isAlive: false)])
        try open().settleDeadWriters()
        #expect(!scratch.exists(".git/index.lock"))
    }

    @Test func lockOfAnotherProgramIsUnknownAndStays() throws {
        for name in [".git/index.lock", ".git/packed-refs.lock", ".git/refs/heads/x/y.lock"] {
            try scratch.write("", to: name)
        }
        #expect(try folders.lastingLocks().map(\.holder) == [.unknown, .unknown, .unknown])
        try open().settleDeadWriters()
        #expect(try folders.lastingLocks().count == 3)
    }

    @Test func lockThatIsHeldForAMomentIsNotTold() throws {
        try scratch.write("", to: ".git/index.lock")
        let path = scratch.top + "/.git/index.lock"
        let thread = Thread {
            Backoff.sleep(.milliseconds(50))
            try? FileManager.default.removeItem(atPath: path)
        }
        thread.start()
        #expect(try folders.lastingLocks() == [])
    }

    @Test func soundReferencesHaveNoFault() throws {
        let repository = try open()
        let tip = try repository.append(
            [(name: "t", bytes: [1])], to: "refs/etude/traces/ada", message: "Trace", author: ada)
        #expect(try repository.referenceFaults() == [])
        try scratch.git("pack-refs", "--all", "--prune")
        #expect(try repository.referenceFaults() == [])
        try scratch.git("symbolic-ref", "refs/etude/alias", "refs/heads/main")
        #expect(try repository.referenceFaults() == [])
        #expect(try repository.tip(of: "refs/etude/traces/ada") == tip)
        #expect(try folders.headFault() == nil)
    }

    @Test func packedReferenceWithoutItsCommitIsTold() throws {
        let gone = String(repeating: "12", count: 20)
        try scratch.write("\(gone) refs/etude/traces/ada\n", to: ".git/packed-refs")
        let faults = try open().referenceFaults()
        let id = try #require(ObjectID(hex: gone))
        #expect(faults.map(\.kind) == [.withoutCommit(id)])
        #expect(faults.map(\.reference) == ["refs/etude/traces/ada"])
    }

    @Test func garbageOverAPackedBranchIsTold() throws {
        try scratch.git("pack-refs", "--all", "--prune")
        let tip = try #require(try open().head().commit)
        try scratch.write("\0\0", to: ".git/refs/heads/main")
        let fault = try #require(try open().referenceFaults().first)
        #expect(fault.kind == .unreadable(isEmpty: false))
        #expect(fault.lastGood == tip)
        let kept = try #require(try open().restore(fault))
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "\0\0")
        #expect(try scratch.status() == "")
    }

    @Test func referenceThatMovedMeanwhileIsNotRestored() throws {
        try scratch.write("", to: ".git/refs/heads/main")
        let fault = try #require(try open().referenceFaults().first)
        let first = try #require(fault.lastGood)
        try scratch.write("\(first)\n", to: ".git/refs/heads/main")
        let tip = try open().write("three\n", to: "three.md")
        #expect(try open().restore(fault) == nil)
        #expect(try open().head().commit == tip)
    }

    @Test func savedFilesNeverReplaceEachOther() throws {
        for text in ["first", "second"] {
            try scratch.write(text, to: ".git/index")
            #expect(try open().remakeIndex() != nil)
        }
        #expect(scratch.read(".git/etude/saved/index.1") == "first")
        #expect(scratch.read(".git/etude/saved/index.2") == "second")
        #expect(try scratch.status() == "")
    }

    @Test func readableIndexIsNotRemade() throws {
        try scratch.write("staged\n", to: "staged.md")
        try scratch.git("add", "staged.md")
        #expect(try open().remakeIndex() == nil)
        #expect(try scratch.status() == "A  staged.md\n")
        #expect(!scratch.exists(".git/etude/saved"))
    }

    @Test func remadeIndexHoldsWhatNoPathOfOursCanName() throws {
        let tip = try #require(try open().head().commit)
        try scratch.write("x\n", to: "back\\slash\nand newline")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/link", withDestinationPath: "two.md")
        try scratch.git("add", "--", ".")
        try scratch.git("update-index", "--add", "--cacheinfo", "160000,\(tip),sub")
        try scratch.git("commit", "-m", "Odd")
        let before = try scratch.git("ls-files", "-s")
        try scratch.write("DIRC", to: ".git/index")
        _ = try open().remakeIndex()
        #expect(try scratch.git("ls-files", "-s") == before)
        #expect(before.contains("160000") && before.contains("120000"))
    }

    @Test func indexOfAnUnbornBranchIsRemadeEmpty() throws {
        try scratch.git("checkout", "-q", "--orphan", "empty")
        try scratch.write("DIRC", to: ".git/index")
        _ = try open().remakeIndex()
        #expect(try scratch.git("ls-files") == "")
    }

    @Test func editsAreFoundAndLineEndingsAreNone() throws {
        try scratch.git("config", "core.autocrlf", "true")
        try scratch.write("one\r\n", to: "a/one.md")
        let tip = try #require(try open().head().commit)
        #expect(try open().edits(since: tip) == ([], []))
        try scratch.write("edited\n", to: "a/one.md")
        try scratch.remove("two.md")
        #expect(try open().edits(since: tip) == ([path("a/one.md")], [path("two.md")]))
        #expect(try open().edits(since: tip, under: path("a")) == ([path("a/one.md")], []))
    }

    @Test func objectsOutsideTheFolderDoNotCount() throws {
        let tip = try #require(try open().head().commit)
        try scratch.removeObject("HEAD:two.md")
        #expect(try open().objectFaults(in: tip).map(\.path) == ["two.md"])
        #expect(try open().objectFaults(in: tip, under: path("a")) == [])
        #expect(try open().objectFaults(in: tip, under: path("two.md")).count == 1)
    }

    @Test func everythingMayBeWrittenByWhoeverMadeIt() throws {
        #expect(try folders.unwritable(memory: scratch.top) == [])
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
    func folderThatCannotBeWrittenIsTold() throws {
        let objects = scratch.top + "/.git/objects"
        try setPermissions(0o555, of: objects)
        defer { try? setPermissions(0o755, of: objects) }
        #expect(try folders.unwritable(memory: scratch.top).map(\.path) == [objects])
    }

    private func setPermissions(_ permissions: Int, of path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: permissions], ofItemAtPath: path)
    }
}

@Suite struct ConfigurationTextTests {
    @Test(arguments: [
        "", "[core]\n\tbare = false\n", "[a \"b\\x\"]\n\tc = \"d # e\" ; \"f\n",
        "[a]\n\tb = c \\\n\td\n", "# it's \"open\n", "[a]\n\tb = \"\\\"\\\\\\t\"\n",
    ]) func whatGitAcceptsIsAccepted(text: String) throws {
        #expect(ConfigurationText.fault(in: text.bytes) == nil)
        #expect(try isAcceptedByGit(text))
    }

    @Test(arguments: [
        ("[core]\n\tbare =\"false\n", "leaves a quotation open in line 2"),
        ("[a]\n\tb = c\\d\n", "has an unknown escape in line 2"),
        ("[a]\n\n\tb = \u{1}\n", "holds a control character"),
        ("[a \"b]\n\tc = d\n", "leaves a quotation open in line 1"),
    ]) func whatGitRefusesIsTold(text: String, fact: String) throws {
        #expect(ConfigurationText.fault(in: text.bytes) == fact)
        guard !fact.contains("control") else { return }
        #expect(try !isAcceptedByGit(text))
    }

    private func isAcceptedByGit(_ text: String) throws -> Bool {
        let scratch = try Scratch()
        let file = scratch.folder + "/settings"
        try Data(text.utf8).write(to: URL(filePath: file))
        return try !scratch.git(["config", "--file", file, "--list"], at: scratch.folder)
            .contains("bad config")
    }
}
