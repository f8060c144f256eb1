@testable import EtudeRuntime
import EtudeDomain
import EtudePractice
import Testing

@Suite struct ScenarioQueueTests {
    private func scenarios(_ difficulties: [Double], right: String = "a") throws -> [Scenario] {
        try difficulties.enumerated().map { number, difficulty in
            Scenario(
                id: try #require(EntryID("000000000\(number)")), title: "\(number)",
                skill: try skill("support"), difficulty: difficulty, source: nil,
                grader: .exact(right), task: "task \(number)")
        }
    }

    private func order(_ scenarios: [Scenario], ability: Double) -> [Double] {
        var queue = ScenarioQueue(scenarios)
        var order: [Double] = []
        let belief = AbilityBelief(mean: ability, variance: 0.1)
        while let next = queue.next(for: belief, targetSuccess: 0.7) {
            order.append(next.difficulty)
        }
        #expect(queue.isEmpty)
        return order
    }

    @Test func whatIsHopelessOrTooEasyComesLast() throws {
        let all = try scenarios([3, -3, 0, 1, -1])
        #expect(Array(order(all, ability: 0).prefix(2)) == [0.0, -1])
        #expect(Array(order(all, ability: 2).prefix(2)) == [0.0, 1])
        #expect(order(all, ability: 4).first == 3)
    }

    @Test func itGetsHarderAsTheAgentGetsBetter() throws {
        let all = try scenarios((0..<9).map { Double($0) - 4 })
        let means = [-2.0, 0, 2, 4].map { ability in
            order(all, ability: ability).prefix(3).reduce(0, +) / 3
        }
        #expect(means == means.sorted())
        #expect(Set(means).count == means.count)
    }

    @Test func strataTakeTurns() throws {
        let all = try scenarios([0, 0, 0]) + scenarios([0], right: "b")
        var queue = ScenarioQueue(all)
        var right: [String?] = []
        while let next = queue.next() { right.append(next.grader.right) }
        #expect(right.compactMap(\.self) == ["a", "b", "a", "a"])
    }
}
