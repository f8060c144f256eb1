import EtudeGit
import Foundation
import Testing

@Suite struct UnsupportedFeatureTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a/one.md")
        try repository.write("two\n", to: "two.md")
    }

    /// Settings, and what each means.
    static let settings: [(setting: String, feature: UnsupportedFeature)] = [
        ("extensions.worktreeConfig", .worktreeSettings),
        ("extensions.relativeWorktrees", .relativeWorktrees),
        ("core.sparseCheckout", .sparseCheckout), ("index.sparse", .sparseIndex),
        ("core.splitIndex", .splitIndex(isSetting: true)), ("index.skipHash", .indexWithoutSum),
        (
            "remote.my.home.promisor",
            .partialClone(remote: "my.home", settings: ["remote.my.home.promisor"])
        ),
    ]

    @Test(arguments: settings)
    func settingIsRefusedBeforeAnythingIsWritten(setting: String, feature: UnsupportedFeature)
        throws
    {
        try scratch.git("config", setting, "yes")
        try expectRefused(.unsupported(feature))
        try scratch.git("config", setting, "off")
        try expectAccepted()
    }

    @Test(arguments: ["[core]\n\tsparseCheckout\n", "[Core]\n\tSparseCheckout = on\n"])
    func settingIsReadAsGitReadsIt(text: String) throws {
        let file = ".git/config"
        try scratch.write((scratch.read(file) ?? "") + text, to: file)
        #expect(try scratch.git("config", "--type=bool", "core.sparseCheckout") == "true\n")
        try expectRefused(.unsupported(.sparseCheckout))
    }

    @Test func settingOfTheWorktreeAloneIsSeen() throws {
        try scratch.git("config", "extensions.worktreeConfig", "true")
        try scratch.git("config", "--worktree", "core.sparseCheckout", "true")
        try expectRefused(.unsupported(.sparseCheckout))
    }

    @Test func splitIndexIsRefusedUntilItIsJoined() throws {
        try scratch.git("update-index", "--split-index")
        try expectRefused(.unsupported(.splitIndex(isSetting: false)))
        try scratch.git("update-index", "--no-split-index")
        #expect(try scratch.files(in: ".git").contains { $0.hasPrefix("sharedindex.") })
        try expectAccepted()
    }

    @Test(arguments: [false, true]) func sparseIndexIsRefused(withOffset: Bool) throws {
        if withOffset { try scratch.git("config", "index.threads", "2") }
        try scratch.git("sparse-checkout", "set", "--sparse-index", "b")
        for setting in ["core.sparseCheckout", "index.sparse"] {
            try scratch.git("config", "--worktree", setting, "false")
        }
        try scratch.git("config", "--unset", "extensions.worktreeConfig")
        try expectRefused(.unsupported(.sparseIndex))
        try scratch.git("update-index", "--force-write-index")
        try scratch.git("checkout", "-f")
        try expectAccepted()
    }

    @Test func detachedHeadIsRefusedBeforeAnythingIsWritten() throws {
        try scratch.git("checkout", "--detach")
        try expectRefused(.detached)
    }

    @Test func filteredPathIsRefusedBeforeAnythingIsWritten() throws {
        try scratch.write("*.secret filter=crypt\n", to: ".git/info/attributes")
        let before = try contents()
        let secret = try path("a.secret")
        expectRefusal(.unsupported(.attribute("filter", secret))) {
            try open().write("x\n", to: "a.secret")
        }
        #expect(try contents() == before)
    }

    @Test func journalIsLeftAloneWhereNothingCanBeWritten() throws {
        try scratch.write("open 1000\nrefs/heads/main\nend 1000\n", to: ".git/etude/journal.0")
        try scratch.git("config", "core.splitIndex", "true")
        let before = try contents()
        try open().recover()
        #expect(try contents() == before)
        try scratch.git("config", "--unset", "core.splitIndex")
        try open().recover()
        #expect(scratch.read(".git/etude/journal.0")?.hasPrefix("back 1000\n") == true)
    }

    @Test func walkingAShallowHistorySaysSo() throws {
        let clone = try cloned("--depth=1")
        let tip = try #require(try clone.head().commit)
        #expect(try clone.contents(of: path("two.md"), in: tip) == "two\n".bytes)
        expectRefusal(.unsupported(.shallow)) { try clone.walk(from: tip) { _ in true } }
        expectRefusal(.unsupported(.shallow)) {
            try clone.walkFirstParents(from: tip) { _ in true }
        }
    }

    @Test func missingObjectOfAPartialCloneSaysSo() throws {
        let clone = try cloned("--filter=blob:none", "--no-checkout")
        let tip = try #require(try clone.head().commit)
        let settings = ["remote.origin.partialclonefilter", "remote.origin.promisor"]
        try expectRefusal(.unsupported(.partialClone(remote: "origin", settings: settings))) {
            _ = try clone.contents(of: path("two.md"), in: tip)
        }
    }

    private func cloned(_ options: String...) throws -> Repository {
        let clone = scratch.folder + "/clone"
        try scratch.git("config", "uploadpack.allowFilter", "true")
        _ = try scratch.git(
            ["clone", "-q"] + options + ["file://" + scratch.top, clone], at: scratch.folder)
        return try Repository.open(at: clone)
    }

    private func open() throws -> Repository { try Repository.open(at: scratch.top) }

    private func append(to repository: borrowing Repository) throws {
        _ = try repository.append(
            [(name: "t", bytes: [1])], to: "refs/etude/traces/ada", message: "Trace", author: ada)
    }

    /// Expects both ways of writing to be refused, and no byte of the whole folder to change.
    private func expectRefused(_ code: GitError.Code) throws {
        let before = try contents()
        let repository = try open()
        expectRefusal(code) { try repository.write("x\n", to: "three.md") }
        expectRefusal(code) { try append(to: repository) }
        #expect(try contents() == before)
    }

    private func expectAccepted() throws {
        let repository = try open()
        try repository.write("x\n", to: "three.md")
        try append(to: repository)
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    private func contents() throws -> [String: Data] {
        let files = FileManager.default
        let names = try files.subpathsOfDirectory(atPath: scratch.top)
        return Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, files.contents(atPath: scratch.top + "/" + name) ?? Data())
            })
    }
}
