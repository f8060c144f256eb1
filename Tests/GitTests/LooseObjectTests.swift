import Clibgit2
import EtudeTestSupport
import Foundation
import Testing

@testable import EtudeGit

@Suite struct LooseObjectTests {
    @Test(arguments: [
        "", "a\n", String(repeating: "When the amount is missing, ask.\n", count: 300),
    ])
    func gitAndWeReadEachOthersObjects(text: String) throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let ours = try repository.writeBlob(text.bytes)
        #expect(try scratch.git("cat-file", "blob", "\(ours)") == text)
        try "\(text)+".write(toFile: scratch.top + "/theirs", atomically: false, encoding: .utf8)
        let theirs = try scratch.git("hash-object", "-w", "theirs").trimmed
        let id = try #require(ObjectID(hex: theirs))
        #expect(try repository.blob(id) == "\(text)+".bytes)
        #expect(try scratch.faults() == "")
    }

    @Test func noTruncatedFileIsAnObject() throws {
        for text in ["", "a", String(repeating: "strategy ", count: 90)] {
            let packed = try #require(LooseObject(kind: GIT_OBJECT_BLOB, bytes: text.bytes).packed)
            #expect(LooseObject(packed: packed)?.bytes == text.bytes)
            for length in 0..<packed.count {
                #expect(LooseObject(packed: Array(packed[..<length])) == nil, "\(length)")
            }
            #expect(LooseObject(packed: packed + [0]) == nil)
        }
    }

    @Test func noFlippedBitChangesWhatIsRead() throws {
        var random = SplitMix(seed: 7)
        let words = (0..<400).map { _ in "\(random.next() % 1000)" }.joined(separator: " ")
        let packed = try #require(LooseObject(kind: GIT_OBJECT_BLOB, bytes: words.bytes).packed)
        for position in packed.indices {
            for bit in 0..<8 {
                var damaged = packed
                damaged[position] ^= 1 << UInt8(bit)
                let read = LooseObject(packed: damaged)
                #expect(read == nil || read?.bytes == words.bytes)
            }
        }
    }

    @Test(arguments: [
        "blob 3\0abcd", "blob 5\0abcd", "blob 4", "blob  4\0abcd", "blob -4\0abcd", "bolb 4\0abcd",
        "blob 99999999999\0abcd", "blob 99999999999999999999\0abcd", "blob 4 \0abcd", "\0", "",
        "blob 4x\0abcd", "any 4\0abcd",
    ])
    func anObjectThatLiesIsDamaged(plain: String) throws {
        let packed = try #require(LooseObject.packed(plain.bytes))
        #expect(LooseObject(packed: packed) == nil)
    }

    @Test func aDamagedObjectIsToldAndWritingItAgainHeals() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        let id = try repository.writeBlob("one\n".bytes)
        let other = try #require(LooseObject.packed("blob 4\0two\n".bytes))
        for damage in [[], [120], other] {
            try spoil(id, with: damage, in: scratch)
            expectRefusal(.damagedObject) { _ = try repository.blob(id) }
            #expect(try repository.writeBlob("one\n".bytes) == id)
            #expect(try repository.blob(id) == "one\n".bytes)
        }
        #expect(try scratch.faults() == "")
    }

    @Test func anObjectOfAnotherNameIsDamaged() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let (one, two) = (
            try repository.writeBlob("one".bytes), try repository.writeBlob("two".bytes)
        )
        try spoil(one, with: Array(Data(contentsOf: url(of: two, in: scratch))), in: scratch)
        expectRefusal(.damagedObject) { _ = try Repository.open(at: scratch.top).blob(one) }
        #expect(try repository.writeBlob("one".bytes) == one)
        #expect(try Repository.open(at: scratch.top).blob(one) == "one".bytes)
    }

    @Test func aPackServesInThePlaceOfADamagedObject() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        try repository.write("one\n", to: "a.md")
        let id = try repository.writeBlob("one\n".bytes)
        try scratch.git("repack", "-ad")
        try spoil(id, with: [], in: scratch)
        #expect(try Repository.open(at: scratch.top).blob(id) == "one\n".bytes)
    }

    @Test func objectsOfAnotherRepositoryAreBorrowed() throws {
        let scratch = try Scratch()
        try scratch.create().write("one\n", to: "a.md")
        let loose = scratch.folder + "/loose"
        try scratch.git("clone", "-q", "--shared", scratch.top, loose)
        try scratch.git("gc", "-q")
        let packed = scratch.folder + "/packed"
        try scratch.git("clone", "-q", "--shared", loose, packed)
        for top in [loose, packed] {
            let repository = try Repository.open(at: top)
            try repository.write("two\n", to: "b.md")
            #expect(try scratch.git("show", "HEAD:a.md", at: top) == "one\n")
            #expect(try scratch.git("fsck", "--strict", "--no-dangling", at: top) == "")
        }
    }

    @Test func theStartOfANameFindsALooseObject() throws {
        let scratch = try Scratch()
        let repository = try scratch.create()
        let commit = try repository.write("one\n", to: "a.md")
        #expect(try repository.resolve(commit.short) == commit)
        #expect(try repository.resolve(String("\(commit)".prefix(4))) == commit)
        #expect(try repository.resolve("0000000") == nil)
    }

    private func url(of id: ObjectID, in scratch: Scratch) -> URL {
        let digits = "\(id)"
        return URL(
            filePath: "\(scratch.top)/.git/objects/\(digits.prefix(2))/\(digits.dropFirst(2))")
    }

    private func spoil(_ id: ObjectID, with bytes: [UInt8], in scratch: Scratch) throws {
        let url = url(of: id, in: scratch)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: url)
        try Data(bytes).write(to: url)
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
