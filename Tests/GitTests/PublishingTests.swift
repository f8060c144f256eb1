import EtudeGit
import Testing

@Suite struct PublishingTests {
    @Test func firstCommitOnAnUnbornBranch() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        #expect(try repository.head() == .unborn(branch: "main"))
        let id = try repository.write("one\n", to: "one.md")
        #expect(try repository.head() == .branch(name: "main", tip: id))
        #expect(
            try scratch.git("log", "--format=%H %an %ae %at %s")
                == "\(id) Ada ada@example.com 1700000000 Write one.md\n")
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
        #expect(scratch.read("one.md") == "one\n")
    }

    @Test func aBatchMakesACommitOfEachDraft() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("old\n", to: "kept.md")
        let commits = try repository.publish([
            draft("One", .write(path("a/one.md"), "1\n".bytes)),
            draft("Two", .write(path("a/one.md"), "2\n".bytes), .remove(path("kept.md"))),
            draft("Three", .write(path("three.md"), "3\n".bytes)),
            draft("Four", .remove(path("three.md")), .write(path("a/four.md"), "4\n".bytes)),
        ])
        #expect(commits.count == 4)
        #expect(try repository.head().commit == commits.last)
        let log = try scratch.git("log", "--reverse", "--format=%s:", "--name-status", "\(first)..")
        #expect(
            log.split(separator: "\n") == [
                "One:", "A\ta/one.md", "Two:", "M\ta/one.md", "D\tkept.md", "Three:",
                "A\tthree.md", "Four:", "A\ta/four.md", "D\tthree.md",
            ])
        #expect(scratch.read("a/one.md") == "2\n")
        #expect(!scratch.exists("kept.md") && !scratch.exists("three.md"))
        #expect(try scratch.git("reflog", "--format=%s").split(separator: "\n").count == 2)
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func aBatchIsCommittedAsAWholeOrNotAtAll() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let tip = try repository.write("old\n", to: "edited.md")
        try scratch.write("by hand\n", to: "edited.md")
        let drafts = try [
            draft("One", .write(path("one.md"), "1\n".bytes)),
            draft("Two", .write(path("edited.md"), "2\n".bytes)),
        ]
        expectRefusal(.dirty(try path("edited.md"))) { _ = try repository.publish(drafts) }
        let nothing = try [drafts[0], draft("Again", .write(path("one.md"), "1\n".bytes))]
        expectRefusal(.unchanged) { _ = try repository.publish(nothing) }
        #expect(try repository.publish([] as [CommitDraft]) == [])
        #expect(try repository.head().commit == tip)
        #expect(!scratch.exists("one.md"))
        #expect(try scratch.status() == " M edited.md\n")
        #expect(try scratch.faults() == "")
    }

    private func draft(_ message: String, _ changes: Change...) -> CommitDraft {
        CommitDraft(changes, message: message, author: ada, committer: ada)
    }

    @Test func nestedFilesAreWrittenReplacedAndRemoved() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.publish([
            .write(path("a/b/c/one.md"), "1\n".bytes), .write(path("a/two.md"), "2\n".bytes),
        ])
        #expect(try scratch.status() == "")
        try repository.write("new\n", to: "a/b/c/one.md")
        #expect(scratch.read("a/b/c/one.md") == "new\n")
        #expect(try scratch.status() == "")
        try repository.remove("a/b/c/one.md")
        #expect(!scratch.exists("a/b"))
        #expect(try scratch.committed() == "a/two.md\n")
        #expect(try scratch.status() == "")
        try repository.remove("a/two.md")
        #expect(try scratch.committed() == "")
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func filesAndFoldersTradePlacesInOneCommit() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("file\n", to: "x")
        try repository.publish([.remove(path("x")), .write(path("x/y"), "deep\n".bytes)])
        #expect(try scratch.committed() == "x/y\n")
        #expect(try scratch.status() == "")
        try repository.publish([.write(path("x"), "file\n".bytes), .remove(path("x/y"))])
        #expect(try scratch.committed() == "x\n")
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func stagedFilesOfAPersonStayStagedAndUncommitted() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("theirs\n", to: "theirs.md")
        try scratch.git("add", "theirs.md")
        try repository.write("two\n", to: "two.md")
        #expect(try scratch.committed() == "one.md\ntwo.md\n")
        #expect(try scratch.status() == "A  theirs.md\n")
    }

    @Test func uncommittedEditsOfOtherFilesStay() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("edited\n", to: "one.md")
        try scratch.write("draft\n", to: "draft.md")
        try repository.write("two\n", to: "two.md")
        #expect(try scratch.status() == " M one.md\n?? draft.md\n")
        #expect(scratch.read("one.md") == "edited\n")
    }

    @Test func commitOfAllByAPersonAfterwardsDeletesNothing() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try repository.write("two\n", to: "two.md")
        try scratch.write("edited\n", to: "one.md")
        try scratch.git("commit", "-a", "-m", "All")
        #expect(try scratch.committed() == "one.md\ntwo.md\n")
        try repository.write("three\n", to: "three.md")
        #expect(try scratch.git("show", "HEAD:one.md") == "edited\n")
        #expect(try scratch.committed() == "one.md\nthree.md\ntwo.md\n")
        #expect(try scratch.status() == "")
    }

    @Test func memoryMayBeASubfolder() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("code\n", to: "src/main.c")
        try scratch.git("add", ".")
        try scratch.git("commit", "-m", "Code")
        try repository.write("one\n", to: "memory/strategies/one.md")
        #expect(try scratch.committed() == "memory/strategies/one.md\nsrc/main.c\n")
        #expect(try scratch.status() == "")
    }

    @Test func executableFileStaysExecutable() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("#!/bin/sh\n", to: "run")
        try scratch.git("add", "--chmod=+x", "run")
        try scratch.git("commit", "-m", "Run")
        try scratch.git("checkout", "-f", "HEAD", "--", "run")
        #expect(try scratch.status() == "")
        try repository.write("#!/bin/sh\ntrue\n", to: "run")
        #expect(try scratch.git("ls-tree", "HEAD", "run").hasPrefix("100755"))
        #expect(try scratch.status() == "")
    }

    @Test func workFileThatHoldsTheNewBytesAlreadyIsTaken() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("one\n", to: "one.md")
        try repository.write("one\n", to: "one.md")
        #expect(try scratch.status() == "")
    }

    @Test func lineEndingsConvertedByAPersonAreNoEdit() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\ntwo\n", to: "one.md")
        try scratch.git("config", "core.autocrlf", "true")
        try scratch.remove("one.md")
        try scratch.git("checkout", "one.md")
        #expect(scratch.read("one.md") == "one\r\ntwo\r\n")
        try Repository.open(at: scratch.top).write("three\n", to: "one.md")
        #expect(try scratch.git("show", "HEAD:one.md") == "three\n")
    }

    @Test func hostileMessagesAndSignaturesMakeSoundCommits() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let hostile = Signature(
            name: "\n<a>\u{0}", email: "x>\nparent 0", seconds: -5, offsetInMinutes: 99_999)
        _ = try repository.publish(
            [.write(path("a"), [])], message: "su\u{0}bject", author: hostile, committer: hostile)
        #expect(try scratch.faults() == "")
        #expect(try scratch.git("log", "--format=%an|%ae|%at|%s") == "a|xparent 0|0|subject\n")
    }
}
