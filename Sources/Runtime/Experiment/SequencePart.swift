import EtudeAgents
import EtudeDomain
import EtudePractice

/// All skills practised one after the other into one memory, in an order drawn from a seed.
struct SequencePart: Sendable {
    let experiment: Experiment
    let seed: UInt64

    /// Practises each skill to the last checkpoint, and measures all of them after each.
    func run(on probes: [Probe]) async throws(Failure) -> SequenceReport.Run {
        var skills = experiment.skills
        var generator = SeededGenerator(seed: seed)
        generator.shuffle(&skills)
        let learner = StrategyLearner.practice(in: experiment, seed: seed)
        var right = probes.map(\.wasRight)
        var (accuracies, flips): ([[Double]], Int) = ([], 0)
        let before = Self.accuracies(probes, right, skills)
        for skill in skills {
            let requests = experiment.desk.practiceOrder(of: skill, seed: seed)
            for item in requests.prefix(experiment.checkpoints.last ?? 0) {
                _ = try await learner.practise(
                    item, of: experiment.desk.skills[item.intent] ?? skill)
            }
            let answers = try await learner.answers(to: probes)
            let now = zip(probes, answers).map { $0.isRight($1) }
            flips += zip(right, now).count { $0 && !$1 }
            right = now
            accuracies.append(Self.accuracies(probes, right, skills))
        }
        return SequenceReport.Run(
            seed: seed, skills: skills.map(\.text), before: before, accuracies: accuracies,
            commits: await learner.commits, negativeFlips: flips)
    }

    /// The share of each skill's probes that are right.
    private static func accuracies(
        _ probes: [Probe], _ right: [Bool], _ skills: [SkillPath]
    ) -> [Double] {
        skills.map { skill in
            let own = zip(probes, right).filter {
                skill.covers($0.0.skill)
            }
            return Double(own.count(where: \.1)) / Double(max(1, own.count))
        }
    }
}
