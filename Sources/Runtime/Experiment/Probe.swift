import EtudeAgents
import EtudeDomain

/// A request that never enters practice, with what the frozen base makes of it.
struct Probe: Hashable, Sendable {
    let item: Desk.Item
    /// The skill of its intent.
    let skill: SkillPath
    /// The moment of choice.
    let situation: Situation
    /// The answer without memory.
    let base: String
    /// Whether the base alone is right.
    let wasRight: Bool

    init(_ item: Desk.Item, of skill: SkillPath, base: String) {
        self.item = item
        self.skill = skill
        self.base = base
        situation = Situation(terms: Terms(of: item.text), leaning: base)
        wasRight = Self.isRight(base, about: item)
    }

    /// Whether an answer is right.
    func isRight(_ answer: String) -> Bool {
        answer == base ? wasRight : Self.isRight(answer, about: item)
    }

    private static func isRight(_ answer: String, about item: Desk.Item) -> Bool {
        Scenario.Grader.exact(item.intent).outcome(of: answer) == .success
    }

    /// The held-out requests of a desk whose intents have a skill.
    static func all(of desk: Desk, for agent: any Agent) async throws(Failure) -> [Probe] {
        var probes: [Probe] = []
        for item in desk.heldOut {
            guard let skill = desk.skills[item.intent] else { continue }
            let base: Answer
            do throws(AgentError) {
                base = try await agent.answer(item.text, in: nil, with: [])
            } catch {
                throw Failure(error)
            }
            probes.append(Probe(item, of: skill, base: base.action))
        }
        return probes
    }
}
