import EtudeAgents
import EtudeDomain

/// What an arm makes of experience, and how it answers afterwards.
protocol Learner: Sendable {
    /// Does a request, is told what was right, and learns from it.
    ///
    /// - Returns: Whether the base alone and the arm were right, before it learned.
    mutating func practise(
        _ item: Desk.Item, of skill: SkillPath
    ) async throws(Failure) -> (without: Bool, with: Bool)

    /// The answers to requests that it does not learn from, in their order.
    mutating func answers(to probes: [Probe]) async throws(Failure) -> [String]

    /// The strategies that it took in so far.
    var accepted: Int { get async }
}

/// The base alone.
struct FrozenLearner: Learner {
    let agent: any Agent

    func practise(
        _ item: Desk.Item, of skill: SkillPath
    ) async throws(Failure) -> (without: Bool, with: Bool) {
        let isRight = try await agent.isRight(about: item)
        return (isRight, isRight)
    }

    func answers(to probes: [Probe]) -> [String] { probes.map(\.base) }

    var accepted: Int { 0 }
}

extension Agent {
    /// Whether the base alone does a request.
    func isRight(about item: Desk.Item) async throws(Failure) -> Bool {
        do throws(AgentError) {
            let answer = try await answer(item.text, in: nil, with: [])
            return Scenario.Grader.exact(item.intent).outcome(of: answer.action) == .success
        } catch {
            throw Failure(error)
        }
    }
}
