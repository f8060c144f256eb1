import EtudeGit
import Foundation
import Testing

@Suite final class LendingTests {
    let scratch: Scratch
    let repository: Repository

    init() throws {
        scratch = try Scratch()
        repository = try scratch.create()
    }

    /// An empty folder beside the repository.
    func emptyFolder() throws -> String {
        let folder = scratch.folder + "/copy"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func aCopyIsPutAtAnyRevisionAndReachesTheOriginalInNoWay() throws {
        let first = try repository.write("1", to: "a")
        let second = try repository.write("2", to: "b/c")
        _ = try repository.append(
            [(name: "t", bytes: "x".bytes)], to: "refs/etude/x", message: "m", author: ada)
        let references = try scratch.git("for-each-ref")
        let folder = try emptyFolder()
        let copy = try repository.lend(to: folder)
        for (revision, files) in [(second, "a\nb/c\n"), (first, "a\n"), (second, "a\nb/c\n")] {
            try copy.checkOut(revision)
            #expect(try scratch.git("rev-parse", "HEAD", at: folder) == "\(revision)\n")
            #expect(try scratch.git("ls-files", at: folder) == files)
            #expect(try scratch.git("status", "--porcelain", at: folder) == "")
            try Data("stray".utf8).write(to: URL(fileURLWithPath: folder + "/stray"))
            try Data("edited".utf8).write(to: URL(fileURLWithPath: folder + "/a"))
        }
        #expect(try scratch.git("rev-list", "--count", "refs/etude/x", at: folder) == "1\n")
        try copy.write("3", to: "d")
        #expect(try scratch.git("for-each-ref") == references)
        #expect(try scratch.status() == "")
    }

    @Test func firstParentsLeaveOutWhatMergesTookIn() throws {
        let base = try repository.write("0", to: "a")
        try scratch.git("switch", "-q", "-c", "side")
        let side = try repository.write("1", to: "b")
        try scratch.git("switch", "-q", "main")
        let main = try repository.write("2", to: "folder/c")
        try scratch.git("merge", "-q", "--no-ff", "-m", "Merge", "side")
        let merge = try #require(try repository.head().commit)
        var line: [ObjectID] = []
        try repository.walkFirstParents(from: merge) { commit in
            line.append(commit.id)
            return true
        }
        #expect(line == [merge, main, base])
        #expect(try repository.mergeBase(main, side) == base)
        let folder = try path("folder")
        #expect(try repository.tree(of: folder, in: repository.commit(side)) == nil)
        #expect(
            try repository.tree(of: folder, in: repository.commit(merge))
                == repository.tree(of: folder, in: repository.commit(main)))
        #expect(try repository.tree(of: path("a"), in: repository.commit(main)) == nil)
    }
}
