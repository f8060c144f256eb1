import EtudeTestSupport
import Foundation
import Testing

@testable import EtudeGit

@Suite struct IndexFileTests {
    /// How git can be told to write its index.
    enum Form: String, CaseIterable {
        case version2 = "2"
        case version3 = "3"
        case version4 = "4"
    }

    private let names = ["a", "a.b", "a/b", "a/c/d", "ab", "b/x/y", "é/日", "d e/f", "z"]

    /// A repository whose index git has written in `form`, with flags, a tree cache and long paths.
    private func prepare(_ form: Form, _ scratch: Scratch) throws {
        _ = try scratch.create()
        try scratch.git("config", "index.version", form.rawValue)
        let long = (0..<20).map { _ in String(repeating: "x", count: 250) }.joined(separator: "/")
        let blob = try scratch.git("hash-object", "-w", "-t", "blob", "/dev/null").dropLast()
        try scratch.git("update-index", "--add", "--cacheinfo", "100644,\(blob),\(long)")
        for name in ["a", "b/x/y", "m/n", "é/日"] { try scratch.write("1\n", to: name) }
        try scratch.git("add", "a", "b", "m", "é")
        if form == .version3 {
            try scratch.write("later\n", to: "later")
            try scratch.git("add", "--intent-to-add", "later")
        } else {
            try scratch.git("write-tree")
        }
        #expect(try [UInt8](bytes(scratch)[7..<8]) == [UInt8(form.rawValue) ?? 0])
    }

    private func bytes(_ scratch: Scratch) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: scratch.top + "/.git/index")))
    }

    private func put(_ index: IndexFile, _ scratch: Scratch) throws {
        try Data(index.bytes).write(to: URL(fileURLWithPath: scratch.top + "/.git/index"))
    }

    @Test(arguments: Form.allCases) func writingWhatWasReadKeepsEveryByte(_ form: Form) throws {
        let scratch = try Scratch()
        try prepare(form, scratch)
        let bytes = try bytes(scratch)
        #expect(try IndexFile(bytes).bytes == bytes)
    }

    @Test(arguments: Form.allCases, 1...4 as ClosedRange<UInt64>)
    func changesArriveAsGitWouldMakeThem(_ form: Form, _ seed: UInt64) throws {
        var numbers = SplitMix(seed: seed)
        let (ours, theirs) = (try Scratch(), try Scratch())
        for scratch in [ours, theirs] { try prepare(form, scratch) }
        let empty = ObjectID.hash(ofBlob: [])
        for _ in 0..<30 {
            guard let name = names.randomElement(using: &numbers) else { continue }
            var index = try IndexFile(bytes(ours))
            if Bool.random(using: &numbers) {
                guard try index.blocker(of: path(name)) == nil else { continue }
                try index.set(path(name), FileVersion(id: empty, mode: .executable), nil)
                try theirs.git("update-index", "--add", "--cacheinfo", "100755,\(empty),\(name)")
            } else {
                try index.remove(path(name))
                try theirs.git("update-index", "--force-remove", "--", name)
            }
            try put(index, ours)
            #expect(try listing(ours) == listing(theirs))
            if form != .version3 {
                // Uses the tree cache; the copy has none.
                #expect(try ours.git("write-tree") == treeWithoutCache(ours))
            }
        }
        #expect(try ours.faults() == "")
    }

    private func listing(_ scratch: Scratch) throws -> String {
        try scratch.git("ls-files", "--stage", "-t")
    }

    private func treeWithoutCache(_ scratch: Scratch) throws -> String {
        let known = try IndexFile(bytes(scratch))
        var index = known
        index.treeCache = []
        try put(index, scratch)
        let tree = try scratch.git("write-tree")
        try put(known, scratch)
        return tree
    }

    @Test func treesThatDidNotChangeStayKnown() throws {
        let scratch = try Scratch()
        try prepare(.version2, scratch)
        var index = try IndexFile(bytes(scratch))
        let before = String(decoding: index.treeCache, as: UTF8.self)
        #expect(!before.contains("-1"))
        try index.remove(path("b/x/y"))
        let after = String(decoding: index.treeCache, as: UTF8.self)
        // The top, b and b/x; all the others keep their ids.
        #expect(after.split(separator: "-1 ").count == 4)
    }

    @Test func undecidedPathIsConflicted() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("base\n", to: "a")
        try scratch.git("switch", "-c", "other")
        try repository.write("other\n", to: "a")
        try scratch.git("switch", "main")
        try repository.write("main\n", to: "a")
        try scratch.git("merge", "other")
        let index = try IndexFile(bytes(scratch))
        #expect(try index.isConflicted(at: path("a")))
        #expect(try index.version(at: path("a")) == nil)
        #expect(try index.bytes == bytes(scratch))
    }

    @Test(arguments: Form.allCases) func noDamageCrashesOrPassesUnseen(_ form: Form) throws {
        let scratch = try Scratch()
        try prepare(form, scratch)
        let bytes = try bytes(scratch)
        var numbers = SplitMix(seed: 7)
        for _ in 0..<100 {
            var damaged = bytes
            damaged[Int.random(in: 0..<bytes.count, using: &numbers)] ^= UInt8(
                1 << Int.random(in: 0..<8, using: &numbers))
            expectRefusal(.damaged) { _ = try IndexFile(damaged) }
            expectRefusal(.damaged) {
                _ = try IndexFile(
                    Array(bytes.prefix(.random(in: 0..<bytes.count, using: &numbers))))
            }
        }
    }

    /// The sum is right here, so that what lies behind it is read.
    @Test(arguments: Form.allCases) func noContradictionCrashes(_ form: Form) throws {
        let scratch = try Scratch()
        try prepare(form, scratch)
        let content = try bytes(scratch).dropLast(SHA1.length)
        var numbers = SplitMix(seed: 8)
        var refused = 0
        for _ in 0..<200 {
            var damaged = Array(content)
            let position = Int.random(in: 4..<content.count, using: &numbers)
            damaged[position] = UInt8.random(in: 0...255, using: &numbers)
            if Bool.random(using: &numbers) { damaged = Array(damaged.prefix(position)) }
            do throws(GitError) {
                var index = try IndexFile(damaged + SHA1.hash([damaged[...]]))
                index.set(
                    try validPath("b/x/new"),
                    FileVersion(id: .hash(ofBlob: []), mode: .file), nil)
                index.distrustFiles(changedSince: timespec())
                _ = index.bytes
            } catch {
                #expect(error.code == .damaged || isUnsupported(error))
                refused += 1
            }
        }
        #expect(refused > 40)
    }

    private func isUnsupported(_ error: GitError) -> Bool {
        if case .unsupported = error.code { true } else { false }
    }

    private func validPath(_ text: String) throws(GitError) -> TreePath {
        guard let path = TreePath(text) else { throw .damagedIndex("no path") }
        return path
    }

    @Test(arguments: [
        ("link", UnsupportedFeature.splitIndex(isSetting: false)), ("sdir", .sparseIndex),
        ("abcd", .indexExtension("abcd")),
    ]) func requiredExtensionIsRefused(_ name: String, feature: UnsupportedFeature) throws {
        let scratch = try Scratch()
        try prepare(.version2, scratch)
        let content = try bytes(scratch).dropLast(SHA1.length) + name.utf8 + [0, 0, 0, 1, 7]
        expectRefusal(.unsupported(feature)) {
            _ = try IndexFile(content + SHA1.hash([content[...]]))
        }
    }

    @Test func indexWithoutASumIsRead() throws {
        let scratch = try Scratch()
        try prepare(.version2, scratch)
        let bytes = try bytes(scratch)
        let unsummed = bytes.dropLast(SHA1.length) + [UInt8](repeating: 0, count: SHA1.length)
        #expect(try IndexFile(Array(unsummed)).bytes == bytes)
    }

    @Test func damagedIndexIsRefusedAndLeftAsItIs() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a")
        let head = try scratch.git("rev-parse", "HEAD")
        try scratch.write("nonsense", to: ".git/index")
        expectRefusal(.damaged) { try repository.write("two\n", to: "a") }
        #expect(scratch.read("a") == "one\n")
        #expect(scratch.read(".git/index") == "nonsense")
        #expect(try scratch.git("rev-parse", "HEAD") == head)
        try scratch.remove(".git/index")
        try scratch.git("reset")
        try repository.write("two\n", to: "a")
        #expect(try scratch.status() == "")
    }

    /// Git compares whole seconds, so an edit in the second of the last `git add` looks unchanged.
    @Test func anEditInTheSecondOfTheLastAddStaysVisible() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try scratch.write("bbbb\n", to: "notes")
        try scratch.git("add", "notes")
        try scratch.git("commit", "-qm", "notes")
        try scratch.write("cccc\n", to: "notes")
        try setTime(of: "notes", nanoseconds: 100_000_000, scratch)
        var file = try IndexFile(bytes(scratch))
        let version = try #require(try file.version(at: path("notes")))
        let status = try WorkFile(path("notes")).status(in: Workspace.open(of: repository))
        try file.set(path("notes"), version, status)
        try put(file, scratch)
        try setTime(of: ".git/index", nanoseconds: 900_000_000, scratch)
        try repository.write("new\n", to: "other")
        #expect(try scratch.status() == " M notes\n")
    }

    /// Sets a file back to one and the same second.
    private func setTime(of name: String, nanoseconds: Int, _ scratch: Scratch) throws {
        var times = [timespec](
            repeating: timespec(tv_sec: 1_700_000_000, tv_nsec: nanoseconds), count: 2)
        try #require(unsafe utimensat(AT_FDCWD, scratch.top + "/" + name, &times, 0) == 0)
    }

    @Test func indexOfAnotherWriterIsReadAnew() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a")
        try scratch.write("theirs\n", to: "b")
        try scratch.git("add", "b")
        try repository.write("two\n", to: "c")
        #expect(try scratch.status() == "A  b\n")
    }
}

@Suite struct SHA1Tests {
    /// The examples of FIPS 180, and the lengths around a block.
    @Test(arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
        ),
        (String(repeating: "a", count: 1_000_000), "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
    ])
    func hashesAsTheStandardSays(_ text: String, _ wanted: String) {
        #expect(ObjectID(bytes: SHA1.hash([Array(text.utf8)[...]]))?.description == wanted)
    }

    @Test(arguments: 0...130) func agreesWithGitOnEveryLength(_ length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let blob = Array("blob \(length)\0".utf8) + bytes
        #expect(ObjectID(bytes: SHA1.hash([blob[...]])) == .hash(ofBlob: bytes))
    }
}

extension IndexFile {
    /// The bytes of the file.
    fileprivate var bytes: [UInt8] { parts().flatMap(\.self) }
}
