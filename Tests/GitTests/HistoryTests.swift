import EtudeGit
import Testing

@Suite struct HistoryTests {
    @Test func walkVisitsNewestFirstAndStops() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let ids = try (0..<5).map { try repository.write("\($0)", to: "n") }
        var seen: [ObjectID] = []
        try repository.walk(from: ids[4]) { commit in
            seen.append(commit.id)
            return true
        }
        #expect(seen == ids.reversed())
        seen = []
        try repository.walk(from: ids[4], hiding: ids[1]) { commit in
            seen.append(commit.id)
            return seen.count < 2
        }
        #expect(seen == [ids[4], ids[3]])
    }

    @Test func errorsOfTheVisitorComeThrough() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let tip = try repository.write("1", to: "n")
        expectRefusal(.unchanged) {
            try repository.walk(from: tip) { commit throws(GitError) in
                throw GitError(code: .unchanged, function: "test", message: commit.subject)
            }
        }
    }

    @Test func historyOfAFileHoldsTheCommitsThatChangedIt() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let added = try repository.write("1", to: "a/one.md")
        try repository.write("x", to: "a/other.md")
        let edited = try repository.write("2", to: "a/one.md")
        let removed = try repository.remove("a/one.md")
        let tip = try repository.write("y", to: "a/other.md")
        let history = try repository.history(of: path("a/one.md"), from: tip)
        #expect(history.map(\.id) == [removed, edited, added])
        #expect(try repository.history(of: path("none"), from: tip).isEmpty)
    }

    @Test func historyFollowsEveryParentOfAMerge() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let base = try repository.write("1", to: "one.md")
        try scratch.git("checkout", "-b", "side")
        let side = try repository.write("2", to: "one.md")
        try scratch.git("checkout", "main")
        try repository.write("x", to: "other.md")
        try scratch.git("merge", "side", "-m", "Merge")
        let tip = try #require(try repository.head().commit)
        #expect(try repository.commit(tip).parents.count == 2)
        #expect(try repository.history(of: path("one.md"), from: tip).map(\.id) == [side, base])
    }
}

@Suite struct DiffingTests {
    @Test func changesEqualThoseOfGit() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.publish([
            .write(path("a"), "1".bytes), .write(path("b/c"), "2".bytes),
            .write(path("b/d/e"), "3".bytes), .write(path("same/x"), "4".bytes),
        ])
        let second = try repository.publish([
            .remove(path("a")), .write(path("a/z"), "1".bytes), .write(path("b/c"), "new".bytes),
            .remove(path("b/d/e")), .write(path("b-d"), "5".bytes),
        ])
        #expect(
            try Self.raw(repository.changes(from: first, to: second))
                == scratch.git(
                    "diff", "--raw", "--no-abbrev", "--no-renames", "\(first)", "\(second)"))
        #expect(
            try Self.raw(repository.changes(from: first, to: second, under: path("b")))
                == scratch.git(
                    "diff", "--raw", "--no-abbrev", "--no-renames", "\(first)", "\(second)", "--",
                    "b"))
        #expect(try repository.changes(from: first, to: first).isEmpty)
        #expect(try repository.changes(from: nil, to: first).count == 4)
        #expect(try repository.changes(from: first, to: second, under: path("same")).isEmpty)
    }

    @Test func equalFoldersAreNotRead() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.publish([
            .write(path("same/x"), "4".bytes), .write(path("b/c"), "1".bytes),
        ])
        let second = try repository.write("2", to: "b/c")
        try scratch.removeObject("HEAD:same")
        let fresh = try Repository.open(at: scratch.top)
        #expect(try fresh.changes(from: first, to: second).map(\.path.text) == ["b/c"])
        expectRefusal(.notFound) { _ = try fresh.files(in: second) }
    }

    @Test func patchEqualsThatOfGit() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let first = try repository.publish([
            .write(path("a"), "1\n2\n3\n".bytes), .write(path("b/c"), "2\n".bytes),
            .write(path("gone"), "x\n".bytes),
        ])
        let second = try repository.publish([
            .write(path("a"), "1\n2b\n3\n".bytes), .write(path("b/new"), "no newline".bytes),
            .remove(path("gone")),
        ])
        let expected = try scratch.git("diff", "--no-renames", "\(first)", "\(second)")
        #expect(try repository.patch(from: first, to: second) == expected)
        let part = try scratch.git("diff", "\(first)", "\(second)", "--", "b")
        #expect(try repository.patch(from: first, to: second, under: path("b")) == part)
        #expect(try repository.patch(from: second, to: second) == "")
        #expect(try repository.patch(from: nil, to: first).contains("+++ b/gone"))
    }

    private static func raw(_ changes: [FileChange]) -> String {
        let zero = String(repeating: "0", count: 40)
        return changes.map { change in
            let kind = change.before == nil ? "A" : change.after == nil ? "D" : "M"
            let modes = [change.before, change.after].map {
                $0.map { String($0.mode.rawValue, radix: 8) } ?? "000000"
            }
            let ids = [change.before, change.after].map { $0?.id.description ?? zero }
            return ":\(modes[0]) \(modes[1]) \(ids[0]) \(ids[1]) \(kind)\t\(change.path)\n"
        }.joined()
    }
}
