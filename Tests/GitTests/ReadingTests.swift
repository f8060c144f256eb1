import EtudeGit
import Foundation
import Testing

@Suite struct ReadingTests {
    @Test func filesAreListedInGitsOrder() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        for name in ["a/b.md", "a.md", "a/a.md", "z", "a-b/x"] { try scratch.write(name, to: name) }
        try scratch.git("add", ".")
        try scratch.git("commit", "-m", "Files")
        let tip = try #require(try repository.head().commit)
        let listed = try repository.files(in: tip).map(\.path.text)
        #expect(listed.joined(separator: "\n") + "\n" == (try scratch.committed()))
        #expect(
            try repository.files(under: path("a"), in: tip).map(\.path.text) == [
                "a/a.md", "a/b.md",
            ])
        #expect(try repository.files(under: path("z"), in: tip).map(\.path.text) == ["z"])
        #expect(try repository.files(under: path("none"), in: tip).isEmpty)
    }

    @Test func aBranchThatIsAnotherNameOfOneIsThatOne() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("x\n", to: "a")
        try scratch.git("branch", "-m", "main", "trunk")
        try scratch.git("symbolic-ref", "refs/heads/main", "refs/heads/trunk")
        try scratch.git("symbolic-ref", "HEAD", "refs/heads/main")
        let tip = try repository.write("y\n", to: "b")
        #expect(try repository.head() == .branch(name: "trunk", tip: tip))
        #expect(try scratch.git("rev-parse", "HEAD", "trunk") == "\(tip)\n\(tip)\n")
        #expect(try scratch.git("symbolic-ref", "refs/heads/main") == "refs/heads/trunk\n")
        #expect(try scratch.status() == "")
        try scratch.git("symbolic-ref", "refs/heads/trunk", "refs/heads/main")
        expectRefusal(.invalid) { _ = try repository.head() }
    }

    @Test func contentsAreTheBytes() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let bytes = [UInt8](0...255)
        let tip = try repository.publish([.write(path("a/bin"), bytes)])
        #expect(try repository.contents(of: path("a/bin"), in: tip) == bytes)
        #expect(try repository.contents(of: path("a"), in: tip) == nil)
        #expect(try repository.contents(of: path("a/bin/x"), in: tip) == nil)
        #expect(try repository.contents(of: path("b"), in: tip) == nil)
        let file = try #require(try repository.file(at: path("a/bin"), in: tip))
        #expect(file.id == ObjectID.hash(ofBlob: bytes))
        #expect(try repository.blob(file.id) == bytes)
    }

    @Test func modesAreToldApart() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("x", to: "run")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/link", withDestinationPath: "run")
        try scratch.git("add", ".")
        try scratch.git("update-index", "--chmod=+x", "run")
        let id = String(repeating: "1", count: 40)
        try scratch.git("update-index", "--add", "--cacheinfo", "160000,\(id),sub")
        try scratch.git("commit", "-m", "Modes")
        let tip = try #require(try repository.head().commit)
        #expect(try repository.files(in: tip).map(\.mode) == [.link, .executable, .submodule])
        #expect(try repository.contents(of: path("link"), in: tip) == "run".bytes)
        #expect(try repository.contents(of: path("sub"), in: tip) == nil)
    }

    @Test func namesThatCannotBeAddressedAreLeftOut() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("x", to: "good")
        try scratch.write("x", to: "back\\slash")
        try scratch.git("add", ".")
        try scratch.git("commit", "-m", "Names")
        let tip = try #require(try repository.head().commit)
        #expect(try repository.files(in: tip).map(\.path.text) == ["good"])
        try repository.write("y", to: "other")
        #expect(try scratch.committed() == "\"back\\\\slash\"\ngood\nother\n")
    }

    @Test func commitFactsAreRead() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "one.md")
        let author = Signature(
            name: "Grace", email: "g@x", seconds: 1_700_000_001, offsetInMinutes: -90)
        let id = try repository.publish(
            [.write(path("two.md"), [])], message: "Two\n\nSkill: a/b\nSkill: c\n", author: author,
            committer: ada)
        let commit = try repository.commit(id)
        #expect(commit.parents == [first])
        #expect(commit.author == author)
        #expect(commit.committer == ada)
        #expect(commit.subject == "Two")
        #expect(commit.values(ofTrailer: "skill") == ["a/b", "c"])
        #expect(
            try scratch.git("log", "-1", "--format=%ai|%T")
                == "2023-11-14 20:43:21 -0130|\(commit.tree)\n")
    }

    @Test func missingObjectsAreNotFound() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let id = try #require(ObjectID(hex: String(repeating: "1", count: 40)))
        expectRefusal(.notFound) { _ = try repository.commit(id) }
        expectRefusal(.notFound) { _ = try repository.blob(id) }
    }

    @Test func packedObjectsAndReferencesAreRead() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.write("1", to: "one.md")
        try scratch.git("gc", "--prune=now")
        #expect(try repository.head() == .branch(name: "main", tip: first))
        #expect(try repository.contents(of: path("one.md"), in: first) == "1".bytes)
        let second = try repository.write("2", to: "one.md")
        #expect(try repository.commit(second).parents == [first])
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }

    @Test func identityComesFromTheConfiguration() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        #expect(try repository.identity(seconds: 1) == nil)
        try scratch.git("config", "user.name", "Ada")
        try scratch.git("config", "user.email", "ada@example.com")
        #expect(try Repository.open(at: scratch.top).identity(seconds: 1_700_000_000) == ada)
    }
}

@Suite struct ResolvingTests {
    @Test func revisionsNameCommits() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        #expect(try repository.resolve("HEAD") == nil)
        let first = try repository.write("1", to: "one.md")
        let second = try repository.write("2", to: "one.md")
        try scratch.git("tag", "-a", "-m", "Tag", "v1", first.description)
        let forms = [
            "HEAD~1", "main^", first.description, first.short, "v1", "v1^{commit}", "HEAD@{1}",
        ]
        for form in forms { #expect(try repository.resolve(form) == first, "\(form)") }
        #expect(try repository.resolve("main") == second)
        #expect(try repository.resolve(":/Write one.md") == second)
    }

    @Test(arguments: [
        "", "a", "1", "nothing", "HEAD~9", "HEAD:one.md", "HEAD^{tree}", "a..b", "HEAD\0", "HEAD^{",
        "@{-1}",
        "refs/heads/", "deadbeef", String(repeating: "f", count: 40), "HEAD~99999999999", "\u{1B}",
    ]) func whatNamesNoCommitIsNil(_ revision: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("1", to: "one.md")
        #expect(try repository.resolve(revision) == nil)
    }

    @Test func startOfSeveralIdsIsAmbiguous() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let (first, second) = try #require(Self.textsWithOneStart())
        _ = try repository.append(
            [(name: "1", bytes: first.bytes), (name: "2", bytes: second.bytes)],
            to: "refs/etude/x", message: "Blobs", author: ada)
        let start = ObjectID.hash(ofBlob: first.bytes).description.prefix(4)
        expectRefusal(.ambiguous) { _ = try repository.resolve(String(start)) }
    }

    /// Two texts whose blob ids start with the same four digits.
    private static func textsWithOneStart() -> (String, String)? {
        var seen: [Substring: String] = [:]
        for number in 0..<10_000 {
            let start = ObjectID.hash(ofBlob: "\(number)".bytes).description.prefix(4)
            if let other = seen[start] { return (other, "\(number)") }
            seen[start] = "\(number)"
        }
        return nil
    }
}
