import EtudeDomain
import Foundation

@testable import EtudeRecall

/// A memory that changes at random, the index that follows it, and what that should hold.
struct RandomHistory {
    var memory: RandomMemory
    /// Follows by changes.
    var index: RecallIndex
    /// What it should hold.
    private(set) var strategies: [EntryID: IndexedStrategy] = [:]
    private var revision = 0
    private var limits = Sample.plenty
    private var notes: [String] = []

    init(seed: UInt64, count: Int = 12) throws {
        memory = RandomMemory(seed: seed)
        index = RecallIndex(of: [])
        let all = try memory.strategies(memory.number(in: 0...count))
        strategies = Dictionary(all.map { ($0.strategy.id, $0) }) { $1 }
        index = built
    }

    /// An index of the same strategies that is built anew.
    var built: RecallIndex {
        RecallIndex(
            of: Array(strategies.values), revision: String(revision), limits: limits, notes: notes)
    }

    /// Adds, replaces, retires, takes away and counts.
    mutating func step() throws {
        var adding: [IndexedStrategy] = []
        for _ in 0..<memory.number(in: 0...3) {
            adding.append(try memory.strategy(memory.number(in: 0...19)))
        }
        for known in strategies.values.sorted(by: { $0.strategy.id < $1.strategy.id })
        where memory.number(in: 0...5) == 0 {
            adding.append(memory.number(in: 0...2) == 0 ? hidden(known) : counted(known))
        }
        let ids = try (0..<memory.number(in: 0...3)).map { _ in
            try Sample.id(memory.number(in: 0...19))
        }
        for id in ids { strategies[id] = nil }
        for strategy in adding { strategies[strategy.strategy.id] = strategy }
        revision += 1
        limits = RecallLimits(strategies: revision, characters: 100 * revision)
        notes = (0..<memory.number(in: 0...2)).map { _ in memory.sentence(upTo: 9) }
        index = try index.changed(
            removing: Set(ids), adding: adding, revision: String(revision), limits: limits,
            notes: notes)
    }

    private func hidden(_ known: IndexedStrategy) -> IndexedStrategy {
        IndexedStrategy(
            strategy: known.strategy, location: known.location, record: known.record,
            expires: known.expires, isRecallable: !known.isRecallable)
    }

    private func counted(_ known: IndexedStrategy) -> IndexedStrategy {
        var counted = known
        counted.record.helped += 0.5
        return counted
    }
}

extension RandomMemory {
    /// Bytes with some flipped, moved, cut off or put on; never the same.
    mutating func damaged(_ bytes: Data) -> Data {
        var damaged = bytes
        while damaged == bytes {
            switch number(in: 0...4) {
            case 0: damaged = damaged.prefix(number(in: 0...damaged.count))
            case 1: damaged += Data(repeating: UInt8(number(in: 0...255)), count: 8)
            case 2:
                let (from, to) = (
                    number(in: 0...damaged.count - 8), number(in: 0...bytes.count - 8)
                )
                damaged.replaceSubrange(from..<(from + 8), with: bytes[to..<(to + 8)])
            default:
                for _ in 0..<number(in: 1...3) where !damaged.isEmpty {
                    damaged[number(in: 0...damaged.count - 1)] ^= UInt8(number(in: 1...255))
                }
            }
            if damaged.count < 8 { return Data(damaged) }
        }
        return Data(damaged)
    }
    /// Bytes of an index with other numbers in them, whose checksums are right.
    mutating func falsified(_ bytes: Data) -> Data {
        var bytes = bytes
        let place = IndexLayout.Section.sums.offset
        let sums = Int(bytes.bytes.number(at: place, as: UInt64.self))
        for _ in 0..<number(in: 1...4) {
            let start = number(in: 0...2) == 0 ? IndexLayout.numbersOffset : IndexLayout.headerEnd
            let end = start == IndexLayout.headerEnd ? sums : place
            bytes[number(in: start...end - 1)] = UInt8([0, 1, 64, 128, 255][number(in: 0...4)])
        }
        for block in 0..<CheckedBytes.blocks(upTo: sums) {
            let sum = CheckedBytes.sum(ofBlock: block, in: bytes.bytes, upTo: sums)
            Self.put(sum, into: &bytes, at: sums + 8 * block)
        }
        Self.put(IndexPart.seal(of: bytes, sums: sums), into: &bytes, at: IndexLayout.sealOffset)
        return bytes
    }

    private static func put(_ word: UInt64, into bytes: inout Data, at offset: Int) {
        var writer = ByteWriter()
        writer.append(word)
        bytes.replaceSubrange(offset..<(offset + 8), with: writer.bytes)
    }
}
