import EtudeAgents
import EtudeDomain
import EtudePractice
import Foundation

/// One arm with one seed, practised on one skill or on all.
struct ExperimentPart: Sendable {
    let experiment: Experiment
    let arm: Arm
    /// The skill that is practised; nil for all.
    let skill: SkillPath?
    let seed: UInt64

    /// Practises, and measures at each checkpoint.
    func rows(on probes: [Probe]) async throws(Failure) -> [ExperimentReport.Row] {
        var learner = learner()
        var stream = SequentialEvidence()
        var claimed: Int?
        var rows: [ExperimentReport.Row] = []
        let requests = experiment.desk.practiceOrder(of: skill, seed: seed)
        var count = 0
        for checkpoint in experiment.checkpoints {
            while count < min(checkpoint, requests.count) {
                let item = requests[count]
                guard let skill = experiment.desk.skills[item.intent] else {
                    throw Failure("the intent '\(item.intent)' has no skill")
                }
                let pair = try await learner.practise(item, of: skill)
                stream.count(without: pair.without, with: pair.with)
                count += 1
                if claimed == nil, stream.supportsClaim { claimed = count }
            }
            let answers = try await learner.answers(to: probes)
            let accepted = await learner.accepted
            for skill in skill.map({ [$0] }) ?? experiment.skills {
                rows.append(
                    ExperimentReport.Row(
                        arm: arm, skill: skill, seed: seed, after: checkpoint, practised: count,
                        outcomes: Self.outcomes(probes, answers, skill, experiment.desk),
                        strategies: accepted, stream: stream, claimed: claimed))
            }
        }
        return rows
    }

    private static func outcomes(
        _ probes: [Probe], _ answers: [String], _ skill: SkillPath, _ desk: Desk
    ) -> (practised: PairedOutcomes, others: PairedOutcomes) {
        var (practised, others) = (PairedOutcomes(), PairedOutcomes())
        for (probe, answer) in zip(probes, answers) {
            let (without, with) = (probe.wasRight, probe.isRight(answer))
            if skill.covers(probe.skill) {
                practised.count(without: without, with: with)
            } else {
                others.count(without: without, with: with)
            }
        }
        return (practised, others)
    }
}

extension ExperimentPart {
    private func learner() -> any Learner {
        let (desk, agent) = (experiment.desk, experiment.agent)
        let contrast = ContrastCoach(intents: desk.skills)
        return switch arm {
        case .practice, .untargeted: StrategyLearner.practice(in: experiment, seed: seed)
        case .placebo: strategies(contrast, .gate, placebo: seed)
        case .vague: strategies(VagueCoach(), .open)
        case .vagueReplayed: strategies(VagueCoach(), .replay)
        case .ungated: strategies(contrast, .open)
        case .nearest40: LabelLearner(agent, .nearest(0.4))
        case .nearest30: LabelLearner(agent, .nearest(0.3))
        case .retrained:
            if let apprentice = agent as? Apprentice {
                LabelLearner(agent, .retrained(apprentice))
            } else {
                FrozenLearner(agent: agent)
            }
        case .off: FrozenLearner(agent: agent)
        }
    }

    private func strategies(
        _ coach: any Coach, _ admission: ScratchMemory.Admission, placebo: UInt64? = nil
    ) -> StrategyLearner {
        StrategyLearner(in: experiment, seed: seed, coach, admission, placebo: placebo)
    }
}

extension StrategyLearner {
    /// What the product does.
    static func practice(in experiment: Experiment, seed: UInt64) -> StrategyLearner {
        StrategyLearner(
            in: experiment, seed: seed, ContrastCoach(intents: experiment.desk.skills), .gate)
    }

    fileprivate init(
        in experiment: Experiment, seed: UInt64, _ coach: any Coach,
        _ admission: ScratchMemory.Admission, placebo: UInt64? = nil
    ) {
        let name = experiment.agent.name
        let memory = ScratchMemory(of: experiment.desk, agent: name, admission: admission)
        self.init(
            experiment.agent, coach, into: memory, .rehearsing(as: name, seed: seed),
            placebo: placebo)
    }
}

extension ScratchMemory {
    /// Makes an empty memory in which agents may learn about all that a desk has.
    init(of desk: Desk, agent: String, admission: Admission) {
        let skills = desk.taxonomy.map { path in
            Skill(path: path, title: path.text, status: .active, kind: .skill, text: "")
        }
        let everything = [SkillPattern("**")].compactMap(\.self)
        self.init(
            agent: agent,
            charter: Charter(name: "experiment", allow: everything, deny: []),
            taxonomy: Taxonomy(skills), admission: admission)
    }
}
