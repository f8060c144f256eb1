import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@testable import EtudeRecall

@Suite("The bytes of an index")
struct IndexBytesTests {
    @Test(arguments: 0..<10)
    func theyAnswerLikeTheIndex(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let revision = seed == 0 ? nil : String(repeating: "\(seed)", count: 40)
        let index = RecallIndex(
            of: try memory.strategies(12), revision: revision,
            limits: RecallLimits(strategies: seed, characters: seed * 1000),
            notes: (0..<seed).map { _ in memory.sentence(upTo: 9) })
        let copy = try #require(RecallIndex(bytes: index.bytes))
        #expect(copy.bytes == index.bytes)
        #expect(copy.revision == revision)
        #expect(copy.count == 12)
        #expect(copy.limits == index.limits)
        #expect(copy.notes == index.notes)
        for _ in 0..<30 {
            let query = try memory.query()
            #expect(try copy.hits(for: query) == index.hits(for: query))
        }
    }

    @Test
    func notesAndLimitsAreKept() throws {
        let notes = ["", "left out: a.md:3:1", "日本\n\u{1B}", String(repeating: "x", count: 70_000)]
        let index = RecallIndex(
            of: [], revision: "1c9e0d2", limits: RecallLimits(strategies: 3, characters: 2000),
            notes: notes)
        #expect(index.notes == notes)
        #expect(index.limits == RecallLimits(strategies: 3, characters: 2000))
        #expect(index.revision == "1c9e0d2")
    }

    @Test
    func limitsBeyondTheFormatAreTheLargest() {
        let index = RecallIndex(
            of: [], revision: nil, limits: RecallLimits(strategies: .max, characters: 5_000_000_000)
        )
        let most = Int(UInt32.max)
        #expect(index.limits == RecallLimits(strategies: most, characters: most))
    }

    @Test
    func anEmptyMemoryAnswersNothing() throws {
        let index = RecallIndex(of: [])
        #expect(index.count == 0)
        #expect(index.revision == nil)
        #expect(index.notes.isEmpty)
        #expect(try index.hits(for: Sample.query("refund my card")).isEmpty)
        #expect(try RecallIndex(bytes: index.bytes)?.hits(for: Sample.query("refund")) == [])
    }

    @Test
    func everyChangedByteIsNoticed() throws {
        let index = try small()
        for position in index.bytes.indices {
            for flip: UInt8 in [0x01, 0x80, 0xFF] {
                var bytes = index.bytes
                bytes[position] ^= flip
                #expect(!isIntact(bytes), "byte \(position)")
            }
        }
    }

    @Test
    func everyCutIsNoticed() throws {
        let bytes = try small().bytes
        for length in bytes.indices {
            #expect(RecallIndex(bytes: Data(bytes[..<length])) == nil, "\(length) bytes")
        }
    }

    @Test(arguments: [1, 7, 8, 9, 64, 4096])
    func whatIsAddedIsNoticed(count: Int) throws {
        let bytes = try small().bytes
        for byte: UInt8 in [0x00, 0x20, 0xFF] {
            #expect(RecallIndex(bytes: bytes + Array(repeating: byte, count: count)) == nil)
        }
    }

    @Test(arguments: 0..<5)
    func damageToALargeIndexIsNoticed(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let index = RecallIndex(of: try memory.strategies(400))
        for _ in 0..<60 {
            var bytes = index.bytes
            for _ in 0..<memory.number(in: 1...20) {
                bytes[memory.number(in: 0...bytes.count - 1)] ^= UInt8(memory.number(in: 1...255))
            }
            guard bytes != index.bytes else { continue }
            #expect(!isIntact(Data(bytes)))
            let end = memory.number(in: 0...bytes.count - 1)
            #expect(RecallIndex(bytes: Data(index.bytes[..<end])) == nil)
        }
    }

    @Test
    func swappedPartsAreNoticed() throws {
        let bytes = try small().bytes
        for start in stride(from: IndexLayout.revisionOffset, to: bytes.count - 16, by: 8) {
            var swapped = bytes
            swapped.replaceSubrange(start..<(start + 8), with: bytes[(start + 8)..<(start + 16)])
            swapped.replaceSubrange((start + 8)..<(start + 16), with: bytes[start..<(start + 8)])
            guard swapped != bytes else { continue }
            #expect(!isIntact(swapped), "at \(start)")
        }
    }

    @Test
    func foreignBytesAreNoIndex() {
        var generator = SplitMix(seed: 1)
        for count in [0, 1, 7, 8, 55, 255, 256, 257, 1000, 40_000] {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(RecallIndex(bytes: Data(bytes)) == nil)
            #expect(RecallIndex(bytes: Data(count: count)) == nil)
        }
    }

    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)])
    func hashesAreThePublishedOnes(text: String, hash: UInt64) {
        #expect(stableHash(text) == hash)
    }

    /// Whether the bytes are those of an index, every one of them.
    private func isIntact(_ bytes: Data) -> Bool {
        guard let index = RecallIndex(bytes: bytes) else { return false }
        do throws(RecallError) { try index.verify() } catch { return false }
        return true
    }

    private func small() throws -> RecallIndex {
        let strategy = try Sample.strategy(
            1, title: "Ask", when: "refund", cues: ["source of funds"], insteadOf: "answer `a`",
            agent: "desk-1", expires: Sample.now, helped: 1.5)
        return RecallIndex(
            of: [strategy], revision: String(repeating: "a", count: 40),
            limits: RecallLimits(strategies: 3, characters: 2000), notes: ["note"])
    }
}
