import EtudeGit
import Foundation
import Testing

@Suite struct PackIndexTests {
    @Test func anIndexWithAFlippedBitIsToldAndMadeAnew() throws {
        let scratch = try packed()
        let index = try file(".idx", in: scratch)
        for position in stride(from: 0, to: 1100, by: 211) {
            let whole = try flip(position, of: index)
            expectRefusal(.damagedPack) { _ = try Repository.open(at: scratch.top) }
            try whole.write(to: index)
            _ = try Repository.open(at: scratch.top)
        }
        _ = try flip(20, of: index)
        try FileManager.default.removeItem(at: index)
        try scratch.git("index-pack", file(".pack", in: scratch).path)
        try expectFile(in: scratch)
    }

    @Test func anIndexOfSeveralPacksIsCheckedToo() throws {
        let scratch = try packed()
        try scratch.git("multi-pack-index", "write")
        try expectFile(in: scratch)
        let index = try file("multi-pack-index", in: scratch)
        _ = try flip(40, of: index)
        expectRefusal(.damagedPack) { _ = try Repository.open(at: scratch.top) }
        try FileManager.default.removeItem(at: index)
        try scratch.git("multi-pack-index", "write")
        try expectFile(in: scratch)
    }

    @Test func anIndexThatWasFoundSoundIsCheckedAgainOnceItChanges() throws {
        let scratch = try packed()
        try expectFile(in: scratch)
        let memo = try #require(scratch.read(".git/etude/packs"))
        #expect(memo.contains(try file(".idx", in: scratch).lastPathComponent))
        _ = try flip(300, of: file(".idx", in: scratch))
        expectRefusal(.damagedPack) { _ = try Repository.open(at: scratch.top) }
    }

    private func packed() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.create().write("one\n", to: "a.md")
        try scratch.git("repack", "-adq")
        return scratch
    }

    private func file(_ ending: String, in scratch: Scratch) throws -> URL {
        let folder = ".git/objects/pack"
        let name = try #require(try scratch.files(in: folder).first { $0.hasSuffix(ending) })
        return URL(filePath: "\(scratch.top)/\(folder)/\(name)")
    }

    /// Changes one bit, and returns what the file held before.
    private func flip(_ position: Int, of file: URL) throws -> Data {
        let whole = try Data(contentsOf: file)
        var damaged = whole
        damaged[position] ^= 4
        try FileManager.default.removeItem(at: file)
        try damaged.write(to: file)
        return whole
    }

    private func expectFile(in scratch: Scratch) throws {
        let repository = try Repository.open(at: scratch.top)
        let tip = try #require(try repository.head().commit)
        #expect(try repository.contents(of: path("a.md"), in: tip) == "one\n".bytes)
    }
}
