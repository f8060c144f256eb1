import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@testable import EtudeRecall

@Suite("An index with changes")
struct IndexChangesTests {
    private let limits = RecallLimits(strategies: 3, characters: 2000)

    @Test(arguments: 0..<30)
    func itAnswersLikeOneThatIsBuiltAnew(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(seed))
        for _ in 0..<12 {
            try history.step()
            let whole = history.built
            try expectSame(history.index, whole, &history.memory)
            let copy = try #require(
                RecallIndex(bytes: history.index.bytes, changes: history.index.changes))
            try copy.verify()
            try expectSame(copy, whole, &history.memory)
            #expect(try history.index.merged().bytes == whole.bytes)
            if history.memory.number(in: 0...5) == 0 { history.index = try history.index.merged() }
        }
    }

    private func expectSame(
        _ index: RecallIndex, _ whole: RecallIndex, _ memory: inout RandomMemory
    ) throws {
        #expect(index.revision == whole.revision)
        #expect(index.limits == whole.limits)
        #expect(index.notes == whole.notes)
        #expect(index.count == whole.count)
        #expect(index.recallableCount == whole.recallableCount)
        for _ in 0..<10 {
            let query = try memory.query()
            #expect(try index.hits(for: query) == whole.hits(for: query))
        }
    }

    @Test(arguments: 0..<20)
    func lookUpsFindWhatASearchFinds(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(seed))
        for _ in 0..<6 {
            try history.step()
            let all = history.strategies.values.sorted { $0.strategy.id < $1.strategy.id }
            var visited: [IndexedStrategy] = []
            try history.index.forEach { visited.append($0) }
            #expect(visited.sorted { $0.strategy.id < $1.strategy.id } == all)
            try expectLookUps(history.index, all)
            for _ in 0..<5 {
                let query = try history.memory.query()
                #expect(
                    try history.index.strategies(firingIn: query.situation)
                        == all.filter { $0.strategy.lesson.fires(in: query.situation) })
            }
        }
    }

    private func expectLookUps(_ index: RecallIndex, _ all: [IndexedStrategy]) throws {
        for id in try (0..<40).map(Sample.id) {
            #expect(try index.strategy(id) == all.first { $0.strategy.id == id })
            #expect(
                try index.strategies(learnedFrom: id)
                    == all.filter { $0.strategy.origin.trace == id })
            #expect(
                try index.strategies(superseding: id)
                    == all.filter {
                        $0.strategy.status == .active && $0.strategy.supersedes.contains(id)
                    })
        }
        for location in ["a.md", "b.md", "c.md"] {
            #expect(
                try index.strategies(at: location) == all.filter { $0.location == location })
        }
        #expect(
            try index.strategiesWithoutCues() == all.filter { $0.strategy.lesson.cues.isEmpty })
        for stems in [["card"], ["refund", "fund"], ["日", "zebra"], []] as [Set<String>] {
            #expect(
                try index.strategies(withCueBeginningWith: stems)
                    == all.filter {
                        $0.strategy.lesson.cues.contains { stems.contains($0.terms.stems[0]) }
                    })
            for skill in Set(all.map(\.strategy.lesson.skill)) {
                #expect(
                    try index.strategies(withCueBeginningWith: stems, except: [skill])
                        == index.strategies(withCueBeginningWith: stems).filter {
                            $0.strategy.lesson.skill != skill
                        })
            }
        }
    }

    @Test
    func nothingButARecordIsNoReplacement() throws {
        let first = try Sample.strategy(1, cues: ["refund"])
        let index = RecallIndex(of: [first])
        var better = first
        better.record.helped = 2
        let changed = try index.changed(adding: [better], revision: "b", limits: limits)
        #expect(changed.changeCount == 1)
        #expect(changed.replacedCount == 0)
        #expect(try changed.strategy(first.strategy.id) == better)
        #expect(try changed.hits(for: Sample.query("refund")).map(\.record) == [better.record])
        let back = try changed.changed(adding: [first], revision: "c", limits: limits)
        #expect(back.changeCount == 0)
        #expect(try back.strategy(first.strategy.id) == first)
    }

    @Test
    func theLastOfSeveralWithOneIDCounts() throws {
        let all = try ["x", "y", "z"].map { try Sample.strategy(1, title: $0) }
        #expect(try RecallIndex(of: all).strategy(Sample.id(1)) == all[2])
        let index = RecallIndex(of: [all[1]])
        for added in [all, all + [all[1]]] {
            let changed = try index.changed(
                removing: [Sample.id(1), Sample.id(7)], adding: added, revision: nil,
                limits: limits)
            #expect(changed.count == 1)
            #expect(try changed.strategy(Sample.id(1)) == added.last)
        }
    }

    @Test
    func whatIsNotRecallableLeavesNoTraceInScores() throws {
        let shown = try Sample.strategy(1, when: "refund delay")
        let hidden = try Sample.strategy(
            2, when: "refund delay", cues: ["refund"], isRecallable: false)
        let query = try Sample.query("refund delay")
        let alone = try RecallIndex(of: [shown]).hits(for: query)
        #expect(alone.count == 1)
        #expect(try RecallIndex(of: [shown, hidden]).hits(for: query) == alone)
    }

    @Test
    func changesOfAnotherIndexAreIgnored() throws {
        let index = RecallIndex(of: [try Sample.strategy(1, cues: ["refund"])])
        let other = RecallIndex(of: [try Sample.strategy(2, cues: ["refund"])])
        let changes = try other.changed(
            removing: [Sample.id(2)], revision: "b", limits: limits
        ).changes
        let read = try #require(RecallIndex(bytes: index.bytes, changes: changes))
        #expect(read.changes == nil)
        #expect(read.revision == nil)
        #expect(try read.numbers(for: Sample.query("refund")) == [1])
        #expect(RecallIndex(bytes: try #require(changes)) == nil)
    }

    @Test(arguments: 0..<15)
    func damageNeverChangesAnAnswer(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(seed), count: 60)
        try history.step()
        let queries = try (0..<3).map { _ in try history.memory.query() }
        let (bytes, changes) = (history.index.bytes, history.index.changes)
        let answers = Answers(history.index, queries)
        let older = Answers(RecallIndex(bytes: bytes), queries)
        for _ in 0..<40 {
            let broken = history.memory.damaged(bytes)
            let read = Answers(RecallIndex(bytes: broken, changes: changes), queries)
            #expect(read.agree(with: answers))
            let late = history.memory.damaged(try #require(changes))
            #expect(Answers(RecallIndex(bytes: bytes, changes: late), queries) == older)
        }
    }

    @Test(arguments: 0..<15)
    func wrongNumbersUnderRightChecksumsAreSurvived(seed: Int) throws {
        var history = try RandomHistory(seed: UInt64(seed), count: 20)
        try history.step()
        let queries = try (0..<3).map { _ in try history.memory.query() }
        let (bytes, changes) = (history.index.bytes, try #require(history.index.changes))
        for _ in 0..<60 {
            let wrong = history.memory.falsified(bytes)
            _ = Answers(RecallIndex(bytes: wrong, changes: changes), queries)
            _ = Answers(
                RecallIndex(bytes: bytes, changes: history.memory.falsified(changes)), queries)
        }
    }
}

/// What an index answers; nil where it says that it is damaged, or is none.
private struct Answers: Equatable {
    private let hits: [[Hit]?]
    private let strategies: [[IndexedStrategy]?]

    init(_ index: RecallIndex?, _ queries: [Query]) {
        hits = queries.map { try? index?.hits(for: $0) }
        strategies =
            queries.map { try? index?.strategies(firingIn: $0.situation) } + [
                try? index?.strategiesWithoutCues(),
                try? index?.strategies(withCueBeginningWith: ["card"]),
                try? index?.strategies(at: "a.md"), Self.all(index), Self.all(try? index?.merged()),
            ]
    }

    private static func all(_ index: RecallIndex?) -> [IndexedStrategy]? {
        var all: [IndexedStrategy] = []
        guard let index, (try? index.forEach { all.append($0) }) != nil else { return nil }
        return all.sorted { $0.strategy.id < $1.strategy.id }
    }

    /// Whether every answer that there is is one that `other` gives.
    func agree(with other: Answers) -> Bool {
        zip(hits, other.hits).allSatisfy { $0 == nil || $0 == $1 }
            && zip(strategies, other.strategies).allSatisfy { $0 == nil || $0 == $1 }
    }
}
