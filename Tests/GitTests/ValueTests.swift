import Testing

@testable import EtudeGit

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

@Suite struct TreePathTests {
    @Test(arguments: [
        "a", "a/b.md", ".gitignore", "..a", "a..", "é/日本.md", "a b", ".gitmodules", "git", "a:b",
        "...", "-x", "con.md", ".github/x",
    ]) func plainPathsAreTaken(_ text: String) {
        #expect(TreePath(text)?.text == text)
    }

    @Test(arguments: [
        "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", ".git", ".GIT/config", "a/.Git",
        ".git ", ".git.", ".git. .", "git~1", "GIT~1/x", ".git::$INDEX_ALLOCATION", ".g\u{200C}it",
        "\u{FEFF}.git", "a\\b", "a\0b", "a\nb", "a\u{1B}[0m", "a\u{7F}", "a\u{85}b",
        String(repeating: "x", count: 256),
    ]) func hostilePathsAreRefused(_ text: String) {
        #expect(TreePath(text) == nil)
    }

    @Test func partsAreToldApart() throws {
        let deep = try path("a/b/c.md")
        #expect(deep.components == ["a", "b", "c.md"])
        #expect(deep.name == "c.md")
        #expect(try deep.parent == path("a/b"))
        #expect(try path("a").parent == nil)
        #expect(try path("a").name == "a")
        #expect(try path("a").appending("b") == path("a/b"))
        #expect(try path("a").appending("b/c") == nil)
        #expect(try path("a").appending("..") == nil)
    }

    @Test func belowMeansInsideTheFolder() throws {
        #expect(try path("a/b").isBelow(path("a")))
        #expect(try path("a/b/c").isBelow(path("a")))
        #expect(try !path("a").isBelow(path("a")))
        #expect(try !path("ab").isBelow(path("a")))
        #expect(try !path("a").isBelow(path("a/b")))
    }

    @Test func bytesCountNotLetters() throws {
        let composed = try path("\u{E9}")
        let decomposed = try path("e\u{301}")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(
            try [path("b"), path("a/b"), path("a.b"), path("é")].sorted().map(\.text)
                == ["a.b", "a/b", "b", "é"])
    }
}

@Suite struct ObjectIDTests {
    @Test func hexGoesBothWays() {
        let hex = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
        #expect(ObjectID(hex: hex)?.description == hex)
        #expect(ObjectID(hex: hex.uppercased())?.description == hex)
        #expect(ObjectID(hex: hex)?.short == "e69de29")
        #expect(ObjectID.hash(ofBlob: []).description == hex)
    }

    @Test(arguments: [
        "", "e69de29", String(repeating: "g", count: 40),
        String(repeating: "a", count: 41), String(repeating: "é", count: 20),
    ])
    func otherTextIsNoId(_ text: String) {
        #expect(ObjectID(hex: text) == nil)
    }
}

@Suite struct SignatureTests {
    @Test func hostileTextIsCleaned() {
        let signature = Signature(
            name: " A<d>a\n\u{0}\u{85} ", email: "<a@b>\r\n", seconds: -1, offsetInMinutes: -9999)
        #expect(signature.name == "Ada")
        #expect(signature.email == "a@b")
        #expect(signature.seconds == 0)
        #expect(signature.offsetInMinutes == -1439)
    }

    @Test func emptyNameIsUnknown() {
        #expect(Signature(name: "<>\n", email: "", seconds: 1).name == "unknown")
    }
}

@Suite struct CommitTests {
    private func commit(_ message: String) -> Commit {
        let id = ObjectID.hash(ofBlob: [])
        return Commit(
            id: id, tree: id, parents: [], author: ada, committer: ada, message: message)
    }

    @Test func trailersAreTheLastParagraph() {
        let message = "Subject: x\n\nSkill: no\n\nText.\n\nSkill: one\nskill:  two\n  more\n"
        #expect(commit(message).values(ofTrailer: "Skill") == ["one", "two more"])
        #expect(commit(message).values(ofTrailer: "Subject").isEmpty)
        #expect(commit(message).subject == "Subject: x")
    }

    @Test(arguments: ["Skill: a", "S\n\nSkill: a\nprose", "", "S\n\n: a", "S\n\nSkill: a\n\nend"])
    func otherTextHoldsNoTrailers(_ message: String) {
        #expect(commit(message).values(ofTrailer: "Skill").isEmpty)
    }
}

@Suite struct SharedRepositoryTests {
    @Test(
        arguments: [
            ("group", 0o070), ("true", 0o070), ("1", 0o070), ("all", 0o075), ("World", 0o075),
            ("0660", 0o060 | 0o010), ("0644", 0o055), ("0600", 0),
        ] as [(String, mode_t)]) func whatGitKnowsIsKnown(setting: String, permissions: mode_t)
    {
        #expect(SharedRepository.permissions(setting) == permissions)
    }

    @Test(arguments: ["false", "umask", "0", "", "some", "0888"])
    func theMaskDecidesElsewhere(setting: String) {
        #expect(SharedRepository.permissions(setting) == nil)
    }
}
