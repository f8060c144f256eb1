import EtudeGit
import Foundation
import Testing

@Suite struct PublishingRefusalTests {
    @Test func uncommittedEditOfTheVeryFileIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let tip = try repository.write("one\n", to: "one.md")
        try scratch.write("edited\n", to: "one.md")
        let file = try path("one.md")
        expectRefusal(.dirty(file)) { try repository.write("two\n", to: "one.md") }
        expectRefusal(.dirty(file)) { try repository.remove("one.md") }
        #expect(scratch.read("one.md") == "edited\n")
        #expect(try repository.head().commit == tip)
        #expect(!scratch.exists(".git/index.lock"))
    }

    @Test func stagedEditOfTheVeryFileIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("staged\n", to: "one.md")
        try scratch.git("add", "one.md")
        try scratch.write("one\n", to: "one.md")
        try expectRefusal(.dirty(path("one.md"))) { try repository.write("two\n", to: "one.md") }
        #expect(try scratch.status() == "MM one.md\n")
        #expect(!scratch.exists(".git/index.lock"))
        #expect(scratch.read(".git/etude/journal.0")?.hasPrefix("open") != true)
    }

    @Test func uncommittedRemovalOfTheVeryFileIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.remove("one.md")
        try expectRefusal(.dirty(path("one.md"))) { try repository.write("two\n", to: "one.md") }
    }

    @Test func untrackedFileInTheWayIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("mine\n", to: "two.md")
        try expectRefusal(.inTheWay(path("two.md"))) { try repository.write("two\n", to: "two.md") }
        #expect(scratch.read("two.md") == "mine\n")
    }

    @Test func folderInTheWayIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("mine\n", to: "two.md/deep")
        try expectRefusal(.inTheWay(path("two.md"))) { try repository.write("two\n", to: "two.md") }
    }

    @Test func untrackedFileWhereAFolderMustBeIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("mine\n", to: "a/b")
        try expectRefusal(.inTheWay(path("a/b"))) { try repository.write("two\n", to: "a/b/c") }
    }

    @Test func committedFileWhereAFolderMustBeIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a/b")
        try expectRefusal(.inTheWay(path("a/b"))) { try repository.write("two\n", to: "a/b/c") }
        try expectRefusal(.inTheWay(path("a"))) { try repository.write("two\n", to: "a") }
        #expect(try scratch.status() == "")
    }

    @Test func stagedFileWhereAFolderMustBeIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try scratch.write("mine\n", to: "a")
        try scratch.git("add", "a")
        try scratch.remove("a")
        try expectRefusal(.inTheWay(path("a"))) { try repository.write("two\n", to: "a/b") }
        #expect(try scratch.status() == "AD a\n")
        #expect(!scratch.exists("a"))
    }

    @Test func linkedParentFolderIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        let outside = scratch.folder + "/outside"
        try FileManager.default.createDirectory(
            atPath: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/link", withDestinationPath: outside)
        try expectRefusal(.inTheWay(path("link"))) {
            try repository.write("two\n", to: "link/two.md")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    }

    @Test func linkAtThePathIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/two.md", withDestinationPath: "one.md")
        try expectRefusal(.inTheWay(path("two.md"))) { try repository.write("two\n", to: "two.md") }
        #expect(scratch.read("one.md") == "one\n")
    }

    @Test func detachedHeadIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let tip = try repository.write("one\n", to: "one.md")
        try scratch.git("checkout", "--detach")
        #expect(try repository.head() == .detached(tip))
        expectRefusal(.detached) { try repository.write("two\n", to: "two.md") }
    }

    @Test func nothingToCommitIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "one.md")
        expectRefusal(.unchanged) { try repository.write("one\n", to: "one.md") }
        expectRefusal(.unchanged) { try repository.publish([] as [Change]) }
    }

    @Test func removingWhatIsNotThereIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a/one.md")
        expectRefusal(.notFound) { try repository.remove("two.md") }
        expectRefusal(.notFound) { try repository.remove("a") }
    }

    @Test func samePathTwiceIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let file = try path("a")
        expectRefusal(.invalid) { try repository.publish([.write(file, []), .remove(file)]) }
    }

    @Test func fileChangedSinceTheCallerReadItIsStale() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let read = try repository.write("one\n", to: "one.md")
        try repository.write("two\n", to: "one.md")
        let file = try path("one.md")
        expectRefusal(.stale(file)) {
            _ = try repository.publish(
                [.write(file, "mine\n".bytes)], message: "Mine", author: ada, committer: ada,
                basedOn: read)
        }
    }

    @Test func filteredPathIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("*.secret filter=crypt\n", to: ".gitattributes")
        try expectRefusal(.unsupported(.attribute("filter", path("a.secret")))) {
            try repository.write("x\n", to: "a.secret")
        }
        try repository.write("x\n", to: "a.md")
    }

    @Test(arguments: [".gitattributes", "deep/.gitattributes"])
    func attributesCountFromTheIndexWhereTheirFileIsDeleted(name: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("*.secret filter=crypt\n", to: name)
        try scratch.git("add", name)
        try FileManager.default.removeItem(atPath: scratch.top + "/" + name)
        try expectRefusal(.unsupported(.attribute("filter", path("deep/er/a.secret")))) {
            try repository.write("x\n", to: "deep/er/a.secret")
        }
        try scratch.git("rm", "-q", "--cached", name)
        try repository.write("x\n", to: "deep/er/a.secret")
    }

    @Test func sparseCheckoutIsRefused() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.git("config", "core.sparseCheckout", "true")
        expectRefusal(.unsupported(.sparseCheckout)) {
            try repository.write("x\n", to: "a.md")
        }
    }

    @Test func bareRepositoryIsRefused() throws {
        let scratch = try Scratch()
        try scratch.git("init", "--bare", "bare.git", at: scratch.folder)
        expectRefusal(.bareRepository) { _ = try Repository.open(at: scratch.folder + "/bare.git") }
    }

    @Test func redirectedWorkTreeIsRefused() throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        try scratch.git("config", "core.worktree", "/")
        expectRefusal(.unsupported(.redirectedWorkTree("/"))) {
            _ = try Repository.open(at: scratch.top)
        }
    }

    @Test func unknownFormatIsRefusedByName() throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        try scratch.git("config", "core.repositoryFormatVersion", "1")
        try scratch.git("config", "extensions.refStorage", "reftable")
        expectRefusal(.unsupported(.referenceFormat("reftable"))) {
            _ = try Repository.open(at: scratch.top)
        }
    }

    @Test func openingDoesNotSearchUpward() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a/one.md")
        expectRefusal(.notFound) { _ = try Repository.open(at: scratch.top + "/a") }
    }

    @Test func creatingDoesNotOverwrite() throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        expectRefusal(.exists) { _ = try scratch.create() }
    }
}
