import EtudeDomain
import EtudeRecall
import Testing

@Suite("The index against a naive recall")
struct ReferenceTests {
    @Test(arguments: 0..<40)
    func everyQuestionHasTheSameAnswer(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let strategies = try memory.strategies(memory.number(in: 0...14))
        let index = RecallIndex(of: strategies)
        let naive = NaiveRecall(strategies: strategies)
        for _ in 0..<25 {
            let query = try memory.query()
            let (hits, expected) = (try index.hits(for: query), naive.hits(for: query))
            #expect(hits.map(\.id) == expected.map(\.id))
            #expect(hits.map(\.cue) == expected.map(\.cue))
            #expect(hits.map(\.lesson) == expected.map(\.lesson))
            #expect(hits.map(\.record) == expected.map(\.record))
            #expect(hits.map(\.location) == expected.map(\.location))
            for (hit, other) in zip(hits, expected) {
                #expect(abs(hit.score - other.score) < 1e-5)
            }
        }
    }

    @Test(arguments: 100..<110)
    func theRandomQuestionsFindSomething(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let index = RecallIndex(of: try memory.strategies(14))
        let hits = try (0..<100).flatMap { _ in try index.hits(for: try memory.query()) }
        #expect(hits.contains { $0.cue != nil })
        #expect(hits.contains { $0.cue == nil })
    }

    @Test(arguments: 0..<10)
    func theOrderOfTheStrategiesDoesNotMatter(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let strategies = try memory.strategies(14)
        let bytes = RecallIndex(of: strategies).bytes
        for _ in 0..<5 {
            let shuffled = strategies.shuffled(using: &memory.generator)
            #expect(RecallIndex(of: shuffled).bytes == bytes)
        }
    }

    @Test(arguments: 0..<20)
    func takingOneStrategyBackLeavesTheOrderOfTheOthersAlone(seed: Int) throws {
        var memory = RandomMemory(seed: UInt64(seed))
        let strategies = try memory.strategies(10)
        let index = RecallIndex(of: strategies)
        let queries = try (0..<20).map { _ in
            let query = try memory.query()
            return Query(
                situation: query.situation, skill: query.skill, agent: query.agent, now: query.now,
                limits: Sample.plenty)
        }
        for removed in strategies {
            let id = removed.strategy.id
            let smaller = RecallIndex(of: strategies.filter { $0.strategy.id != id })
            for query in queries {
                let before = try index.hits(for: query).filter { $0.cue != nil }.map(\.id)
                let after = try smaller.hits(for: query).filter { $0.cue != nil }.map(\.id)
                #expect(after == before.filter { $0 != id })
            }
        }
    }
}
