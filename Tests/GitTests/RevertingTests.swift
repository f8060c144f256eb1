import EtudeGit
import Testing

@Suite struct RevertingTests {
    let lines = (1...20).map { "line \($0)\n" }

    private func text(_ edits: [Int: String]) -> String {
        lines.enumerated().map { edits[$0.offset + 1] ?? $0.element }.joined()
    }

    private func tip(_ repository: borrowing Repository) throws -> ObjectID {
        let head = try repository.head().commit
        return try #require(head)
    }

    @Test func untouchedFileGoesBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("old\n", to: "a")
        let bad = try repository.write("bad\n", to: "a")
        let now = try repository.write("x\n", to: "b")
        #expect(try repository.inverse(of: bad, on: now) == [.write(path("a"), "old\n".bytes)])
        try repository.publish(try repository.inverse(of: bad, on: now))
        #expect(scratch.read("a") == "old\n")
        #expect(try scratch.status() == "")
    }

    @Test func addedFileGoesAndRemovedFileComesBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let added = try repository.write("new\n", to: "a/b")
        try repository.write("keep\n", to: "c")
        #expect(try repository.inverse(of: added, on: tip(repository)) == [.remove(path("a/b"))])
        let removed = try repository.remove("a/b")
        #expect(
            try repository.inverse(of: removed, on: tip(repository))
                == [.write(path("a/b"), "new\n".bytes)])
    }

    @Test func laterEditOfOtherLinesIsMerged() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write(text([:]), to: "a")
        let bad = try repository.write(text([2: "bad\n"]), to: "a")
        let now = try repository.write(text([2: "bad\n", 18: "later\n"]), to: "a")
        #expect(
            try repository.inverse(of: bad, on: now)
                == [.write(path("a"), text([18: "later\n"]).bytes)])
    }

    @Test func laterEditOfTheSameLinesIsAConflictThatNamesEveryFile() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.publish([.write(path("a"), "1\n".bytes), .write(path("b"), "1\n".bytes)])
        let bad = try repository.publish([
            .write(path("a"), "2\n".bytes), .write(path("b"), "2\n".bytes),
            .write(path("c"), "2\n".bytes),
        ])
        let now = try repository.publish([
            .write(path("a"), "3\n".bytes), .write(path("b"), "3\n".bytes),
        ])
        let error = #expect(throws: GitError.self) { _ = try repository.inverse(of: bad, on: now) }
        #expect(error?.code == .conflict)
        #expect(try error?.paths == [path("a"), path("b")])
        #expect(error?.message == "later commits changed what \(bad.short) did in 'a', 'b'")
        #expect(try repository.inverse(of: bad, on: now, under: path("c")) == [.remove(path("c"))])
    }

    @Test func fileRemovedLaterIsAConflict() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("1\n", to: "a")
        let bad = try repository.write("2\n", to: "a")
        let now = try repository.remove("a")
        expectRefusal(.conflict) { _ = try repository.inverse(of: bad, on: now) }
    }

    @Test func whatIsUndoneAlreadyNeedsNoChange() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("1\n", to: "a")
        let bad = try repository.publish([
            .write(path("a"), "2\n".bytes), .write(path("b"), "x\n".bytes),
        ])
        let now = try repository.publish([.write(path("a"), "1\n".bytes), .remove(path("b"))])
        #expect(try repository.inverse(of: bad, on: now).isEmpty)
    }

    @Test func rootCommitCanBeTakenBack() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let root = try repository.write("1\n", to: "a")
        #expect(try repository.inverse(of: root, on: root) == [.remove(path("a"))])
    }

    @Test func mergeCommitIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("1\n", to: "a")
        try scratch.git("checkout", "-b", "side")
        try repository.write("2\n", to: "b")
        try scratch.git("checkout", "main")
        try repository.write("3\n", to: "c")
        try scratch.git("merge", "side", "-m", "Merge")
        let merge = try tip(repository)
        expectRefusal(.mergeCommit) { _ = try repository.inverse(of: merge, on: merge) }
    }

    @Test func executableThatWouldHaveToComeBackIsUnsupported() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("#!/bin/sh\n", to: "run")
        try scratch.git("add", "--chmod=+x", "run")
        try scratch.git("commit", "-m", "Run")
        try scratch.git("rm", "-f", "run")
        try scratch.git("commit", "-m", "Gone")
        let gone = try tip(repository)
        try expectRefusal(.unsupported(.specialFile(path("run")))) {
            _ = try repository.inverse(of: gone, on: gone)
        }
    }
}
