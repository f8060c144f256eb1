import EtudeGit
import Testing

@Suite struct TipReaderTests {
    private func tip(_ scratch: Scratch, top: String? = nil) throws -> TipReader.Tip? {
        let folder = try #require(TipReader.gitFolder(ofTop: top ?? scratch.top))
        return TipReader.tip(inFolder: folder)
    }

    @Test func unbornBranchIsTold() throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        #expect(try tip(scratch) == .unborn)
    }

    @Test func looseAndPackedTipsAreRead() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "a")
        #expect(try tip(scratch) == .at(branch: "main", hex: first.description))
        try scratch.git("pack-refs", "--all")
        #expect(!scratch.exists(".git/refs/heads/main"))
        #expect(try tip(scratch) == .at(branch: "main", hex: first.description))
        let second = try repository.write("2", to: "a")
        #expect(try tip(scratch) == .at(branch: "main", hex: second.description))
    }

    @Test func detachedHeadHasNoBranch() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "a")
        try scratch.git("checkout", "--detach")
        #expect(try tip(scratch) == .at(branch: nil, hex: first.description))
    }

    @Test func branchNamesMayHoldSlashes() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "a")
        try scratch.git("checkout", "-b", "team/ada")
        #expect(try tip(scratch) == .at(branch: "team/ada", hex: first.description))
        try scratch.git("pack-refs", "--all")
        #expect(try tip(scratch) == .at(branch: "team/ada", hex: first.description))
    }

    @Test func linkedWorktreeIsRead() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "a")
        try scratch.git("worktree", "add", "-b", "side", scratch.folder + "/side")
        let side = scratch.folder + "/side"
        #expect(try tip(scratch, top: side) == .at(branch: "side", hex: first.description))
        let linked = try Repository.open(at: side)
        #expect(linked.workingFolder == side)
        #expect(linked.gitFolder == scratch.top + "/.git/worktrees/side")
        #expect(linked.commonFolder == scratch.top + "/.git")
        let second = try linked.write("2", to: "a")
        #expect(try tip(scratch, top: side) == .at(branch: "side", hex: second.description))
        #expect(try tip(scratch) == .at(branch: "main", hex: first.description))
        #expect(try scratch.git(["status", "--porcelain"], at: side) == "")
        #expect(try scratch.status() == "")
    }

    @Test(arguments: ["", "garbage", "ref: refs/heads/.invalid", "ref: refs/tags/x", "ref: "])
    func headThatDoesNotTellIsNil(_ head: String) throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        try scratch.write(head + "\n", to: ".git/HEAD")
        #expect(try tip(scratch) == nil)
    }

    @Test func nothingThereIsNil() throws {
        let scratch = try Scratch()
        #expect(TipReader.gitFolder(ofTop: scratch.folder) == nil)
        #expect(TipReader.tip(inFolder: scratch.folder) == nil)
        #expect(TipReader.tip(inFolder: scratch.folder + "/none") == nil)
    }

    @Test func topIsTheNearestFolderUpwards() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("1", to: "a/b/c")
        #expect(Repository.top(containing: scratch.top + "/a/b") == repository.workingFolder)
        #expect(Repository.top(containing: scratch.top + "/a/b/none") == scratch.top)
        #expect(Repository.top(containing: scratch.folder) == nil)
        #expect(Repository.top(containing: "/") == nil)
    }

    @Test(arguments: [
        ("/missing", "/missing"), ("/missing/..", "/"), ("/missing/../..", "/"), ("/", "/"),
        ("/missing/./a//b", "/missing/a/b"), ("/missing/a/../b", "/missing/b"), ("/..", "/"),
    ])
    func aPathThatIsNotThereIsResolvedByItsName(_ path: String, _ resolved: String) {
        #expect(Repository.resolved(path) == resolved)
    }
}
