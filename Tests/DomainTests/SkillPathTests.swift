import EtudeDomain
import Testing

@Suite struct SkillPathTests {
    @Test(arguments: ["a", "0", "a/b", "support/intent-2", "a-/b--c", "1/2/3/4/5/6"])
    func plainSegmentsAreAccepted(text: String) throws {
        #expect(try Sample.path(text).text == text)
        #expect("\(try Sample.path(text))" == text)
    }

    @Test(arguments: [
        "", "/", "/a", "a/", "a//b", "A", "-a", "a/-b", "a_b", "a b", "a.b", "..", "a/..", "é", "ａ",
        "a/b/c/d/e/f/g", "a\n", "a\0", "*", "a\u{301}",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(SkillPath(text) == nil)
    }

    @Test func segmentsHaveSixtyFourCharactersAtMost() {
        #expect(SkillPath(String(repeating: "a", count: 64)) != nil)
        #expect(SkillPath(String(repeating: "a", count: 65)) == nil)
    }

    @Test func kinshipFollowsTheSegments() throws {
        let path = try Sample.path("a/b/c")
        #expect(path.name == "c")
        #expect(path.parent == (try Sample.path("a/b")))
        #expect(path.ancestors.map(\.text) == ["a/b", "a"])
        #expect(try Sample.path("a").parent == nil)
        #expect(try Sample.path("a").isAncestor(of: path))
        #expect(!path.isAncestor(of: path))
        #expect(try !Sample.path("a/bb").isAncestor(of: Sample.path("a/b/c")))
        #expect(try !Sample.path("a").isAncestor(of: Sample.path("ab/c")))
    }

    @Test func appendingKeepsTheRules() throws {
        #expect(try Sample.path("a").appending("b")?.text == "a/b")
        #expect(try Sample.path("a").appending("b/c") == nil)
        #expect(try Sample.path("a").appending("") == nil)
        #expect(try Sample.path("a/b/c/d/e/f").appending("g") == nil)
    }

    @Test func aSkillComesBeforeThoseBelowIt() throws {
        let sorted = try ["b", "a/c", "a-b", "a", "a/b/z"].map(Sample.path).sorted()
        #expect(sorted.map(\.text) == ["a", "a/b/z", "a/c", "a-b", "b"])
    }
}

@Suite struct SkillPatternTests {
    @Test(arguments: [
        ("**", "a", true), ("**", "a/b/c", true), ("*", "a", true), ("*", "a/b", false),
        ("a", "a", true), ("a", "a/b", false), ("a/**", "a", true), ("a/**", "a/b/c", true),
        ("a/**", "ab", false), ("a/*", "a", false), ("a/*", "a/b", true), ("a/*/c", "a/b/c", true),
        ("a/*/c", "a/c", false), ("a/**/c", "a/c", true), ("a/**/c", "a/x/y/c", true),
        ("a/**/c", "a/x/y", false), ("**/c", "c", true), ("**/c", "a/b/c", true),
        ("**/**", "a", true), ("**/b/**", "a/b/c", true), ("**/b/**", "a/c", false),
    ])
    func starsStandForSegments(pattern: String, path: String, matches: Bool) throws {
        #expect(try #require(SkillPattern(pattern)).matches(Sample.path(path)) == matches)
    }

    @Test(arguments: ["", "/", "a/", "a*", "***", "a/**b", "A", "a/b/c/d/e/f/g", "!a", "a,b"])
    func anythingElseIsRefused(text: String) {
        #expect(SkillPattern(text) == nil)
    }
}

@Suite struct EntryIDTests {
    @Test(arguments: ["0123456789", "zzzzzzzzzz", "4kq7w2mx9d"])
    func tenCharactersOfTheAlphabetAreAccepted(text: String) throws {
        #expect(try #require(EntryID(text)).text == text)
    }

    @Test(arguments: [
        "", "123456789", "01234567890", "012345678I", "012345678i", "012345678l", "012345678o",
        "012345678u", "012345678A", "01234567 8", "éééée", "012345678\n",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(EntryID(text) == nil)
    }

    @Test func drawnIDsAreValidAndDiffer() {
        var generator = SystemRandomNumberGenerator()
        let drawn = (0..<1_000).map { _ in EntryID(using: &generator) }
        #expect(Set(drawn).count == drawn.count)
        #expect(drawn.allSatisfy { EntryID($0.text) == $0 })
    }

    @Test func idsAreOrderedByTheirCharacters() throws {
        let ids = try ["z000000000", "0000000001", "a000000000"].map { try #require(EntryID($0)) }
        #expect(ids.sorted().map(\.text) == ["0000000001", "a000000000", "z000000000"])
    }
}
