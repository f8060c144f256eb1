import Foundation
import Testing

@testable import EtudeGit

@Suite struct RecentObjectsTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Takes objects away as a prune does that looked before a branch held on to them.
    private func prune(_ revisions: String...) throws {
        for revision in revisions {
            let id = try scratch.git("rev-parse", revision).prefix(40)
            try scratch.remove(".git/objects/\(id.prefix(2))/\(id.dropFirst(2))")
        }
    }

    /// Lets enough time pass for the next write to look again.
    private func wait() throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -1)],
            ofItemAtPath: scratch.top + "/.git/etude/objects")
    }

    @Test func whatAPruneTookComesBackWithTheNextWrite() throws {
        let repository = try scratch.create()
        try repository.write("one\n", to: "skills/a.md")
        try repository.write("two\n", to: "skills/b.md")
        let names = [
            "HEAD", "HEAD~1", "HEAD^{tree}", "HEAD:skills", "HEAD~1:skills", "HEAD:skills/a.md",
        ]
        let ids = try names.map { String(try scratch.git("rev-parse", $0).prefix(40)) }
        for id in ids { try prune(id) }
        try wait()
        let other = try Repository.open(at: scratch.top)
        let tip = try #require(try other.head().commit)
        let file = try other.contents(of: #require(TreePath("skills/a.md")), in: tip)
        #expect(file == Array("one\n".utf8))
        try other.write("three\n", to: "c.md")
        #expect(try scratch.faults() == "")
        #expect(try scratch.git("log", "--format=%s").split(separator: "\n").count == 3)
    }

    @Test func whatThisProcessHasReadComesBackLikeAnyOther() throws {
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        let tip = try #require(try repository.head().commit)
        _ = try repository.commit(tip)
        #expect(try repository.exists(tip))
        try prune("HEAD")
        #expect(try !repository.exists(tip))
        try wait()
        try repository.write("two\n", to: "b.md")
        #expect(try scratch.faults() == "")
    }

    @Test func whatWasPurgedLongAfterItWasWrittenStaysAway() throws {
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        try repository.write("secret\n", to: "b.md")
        let secret = try scratch.git("rev-parse", "HEAD:b.md").prefix(40)
        #expect(try scratch.git("cat-file", "-t", String(secret)) == "blob\n")
        try scratch.git("reset", "-q", "--hard", "HEAD~1")
        try scratch.git("reflog", "expire", "--expire=now", "--all")
        try scratch.git("prune", "--expire=now")
        #expect(try scratch.git("cat-file", "-t", String(secret)) != "blob\n")
        let names = scratch.top + "/.git/etude/objects"
        for folder in try FileManager.default.contentsOfDirectory(atPath: names) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -1000)],
                ofItemAtPath: "\(names)/\(folder)")
        }
        try wait()
        try Repository.open(at: scratch.top).write("two\n", to: "c.md")
        #expect(try scratch.git("cat-file", "-t", String(secret)) != "blob\n")
        #expect(try scratch.faults() == "")
    }

    @Test func aRealPruneBetweenWritingAndMovingLosesNothing() throws {
        let repository = try scratch.create()
        let blob = try repository.writeBlob(Array("kept\n".utf8))
        try scratch.git("prune", "--expire=now")
        #expect(try scratch.git("cat-file", "--batch-check", "--batch-all-objects") == "")
        try repository.write("x\n", to: "a.md")
        #expect(try scratch.git("cat-file", "-p", blob.description) == "kept\n")
    }

    @Test func whatIsPackedIsLetGo() throws {
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        try scratch.git("repack", "-adq")
        try scratch.git("prune-packed")
        try wait()
        try Repository.open(at: scratch.top).write("two\n", to: "b.md")
        let kept = try FileManager.default.contentsOfDirectory(
            atPath: scratch.top + "/.git/etude/objects/0")
        #expect(kept.count == 3)
        #expect(try scratch.git("count-objects").hasPrefix("3 objects"))
    }

    @Test func foldersFillUpAndOldOnesGo() throws {
        let repository = try scratch.create()
        for number in 0..<600 { _ = try repository.writeBlob(Array("\(number)".utf8)) }
        let recent = scratch.top + "/.git/etude/objects"
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: recent).sorted() == ["0", "1", "2"])
        for number in ["0", "1"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -3600)],
                ofItemAtPath: "\(recent)/\(number)")
        }
        for number in 600..<800 { _ = try repository.writeBlob(Array("\(number)".utf8)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: recent).sorted() == ["2", "3"])
    }
}
