import EtudeDomain
import EtudePractice
import EtudeStore

/// A task that an agent failed at, and what would have been right.
struct FailedTask: Sendable {
    let trace: Trace
    let right: String
    /// How hard it is, from every attempt at it, in logits.
    let difficulty: Double
    /// What is believed of the ability of the agent that failed.
    let ability: AbilityBelief
}

extension Memory {
    /// How hard each task is by now, from all attempts at it, and what is believed of each agent.
    ///
    /// A task that an agent has learned to do is no longer hard: doing it once more says little of the agent.
    func difficulties() async throws(StoreError) -> (
        tasks: [String: DifficultyBelief], agents: [String: CompetencyModel]
    ) {
        var models: [String: CompetencyModel] = [:]
        var difficulties: [String: DifficultyBelief] = [:]
        for trace in try await traces() {
            var model =
                models[trace.agent]
                ?? CompetencyModel(agent: trace.agent, charter: charter, taxonomy: taxonomy)
            difficulties[trace.task, default: DifficultyBelief(stated: trace.difficulty)].observe(
                success: trace.outcome == .success, ability: model.belief(of: trace.skill).mean)
            model.count(trace)
            models[trace.agent] = model
        }
        return (difficulties, models)
    }

    /// The tasks that agents failed at, each once, the latest first; those whose right answer nobody said
    /// are counted.
    func failedTasks(
        at skill: SkillPath?
    ) async throws(StoreError) -> (tasks: [FailedTask], withoutAnswer: Int) {
        let traces = try await traces()
        let (difficulties, models) = try await difficulties()
        var (seen, tasks, withoutAnswer): (Set<String>, [FailedTask], Int) = ([], [], 0)
        let failures = traces.filter {
            $0.outcome == .failure && skill?.covers($0.skill) ?? true
        }
        for trace in failures.sorted(by: { ($0.ended, $0.id) > ($1.ended, $1.id) })
        where seen.insert(trace.task).inserted {
            guard let right = trace.choice.right, !trace.task.isEmpty else {
                withoutAnswer += 1
                continue
            }
            tasks.append(
                FailedTask(
                    trace: trace, right: right,
                    difficulty: difficulties[trace.task]?.mean ?? trace.difficulty,
                    ability: models[trace.agent]?.belief(of: trace.skill) ?? AbilityBelief()))
        }
        return (tasks, withoutAnswer)
    }
}
