import EtudeDomain
import Testing

@Suite struct TaxonomyTests {
    private func taxonomy(_ paths: String...) throws -> Taxonomy {
        Taxonomy(try paths.map { try Sample.skill($0) })
    }

    @Test func skillsAreFoundByTheirFormerPaths() throws {
        let taxonomy = Taxonomy([
            try Sample.skill("new", aliases: ["old", "older"]), try Sample.skill("other"),
        ])
        #expect(taxonomy[try Sample.path("older")]?.path.text == "new")
        #expect(taxonomy[try Sample.path("new")]?.path.text == "new")
        #expect(taxonomy[try Sample.path("none")] == nil)
    }

    @Test func aPathInUseIsNoAlias() throws {
        let taxonomy = Taxonomy([try Sample.skill("a", aliases: ["b"]), try Sample.skill("b")])
        #expect(taxonomy[try Sample.path("b")]?.path.text == "b")
    }

    @Test func anAliasClaimedTwiceGoesToTheFirstInOrder() throws {
        let skills = try ["d", "b", "c", "a"].map { try Sample.skill($0, aliases: ["old"]) }
        for _ in 0..<20 {
            #expect(Taxonomy(skills)[try Sample.path("old")]?.path.text == "a")
        }
    }

    @Test func theLaterOfTwoWithTheSamePathWins() throws {
        let skills = [try Sample.skill("a", title: "one"), try Sample.skill("a", title: "two")]
        #expect(Taxonomy(skills)[try Sample.path("a")]?.title == "two")
    }

    @Test func childrenAreDirectAndInOrder() throws {
        let taxonomy = try taxonomy("b", "a", "a/y", "a/x", "a/x/z")
        #expect(taxonomy.children(of: nil).map(\.path.text) == ["a", "b"])
        #expect(taxonomy.children(of: try Sample.path("a")).map(\.path.text) == ["a/x", "a/y"])
        #expect(taxonomy.sorted.map(\.path.text) == ["a", "a/x", "a/x/z", "a/y", "b"])
    }

    @Test func leavesAreActiveWithoutActiveBelow() throws {
        let taxonomy = Taxonomy([
            try Sample.skill("a"), try Sample.skill("a/x"),
            try Sample.skill("a/x/1", status: .proposed),
            try Sample.skill("a/y", status: .retired), try Sample.skill("a/y/1"),
            try Sample.skill("ab"),
        ])
        let leaves = taxonomy.activeLeaves(under: try Sample.path("a")).map(\.path.text)
        #expect(leaves == ["a/x", "a/y/1"])
        #expect(taxonomy.activeLeaves(under: try Sample.path("none")).isEmpty)
    }

    @Test(arguments: [
        ("algebraa", "maths/algebra", false), ("maths/algebraa", "maths/algebra", true),
        ("algebra", "maths/algebra", true), ("cooking", nil, true), ("", nil, true),
    ])
    func aLikelyPathIsSuggested(text: String, suggestion: String?, agrees: Bool) throws {
        let found = try taxonomy("maths", "maths/algebra").suggestion(for: text)?.text
        #expect((found == suggestion) == agrees)
    }
}

@Suite struct SpellingTests {
    @Test(arguments: [
        ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3), ("flaw", "lawn", 2),
        ("été", "ete", 2), ("same", "same", 0),
    ])
    func distanceCountsEdits(left: String, right: String, distance: Int) {
        #expect(Spelling.distance(left, right) == distance)
        #expect(Spelling.distance(right, left) == distance)
    }

    @Test func theNearestIsFoundWithinAThird() {
        #expect(Spelling.nearest(to: "refnuds", among: ["refunds", "returns"]) == "refunds")
        #expect(Spelling.nearest(to: "refunds", among: ["cards"]) == nil)
        #expect(Spelling.nearest(to: "ab", among: ["ac", "aa"]) == "aa")
        #expect(Spelling.nearest(to: "ab", among: [String]()) == nil)
    }
}
