import EtudeAgents
import EtudeDomain
import EtudeGit
import EtudePractice

extension ExperimentReport {
    /// Sums up the rows of an experiment.
    init(
        _ experiment: Experiment, rows: [Row], runs: [SequenceReport.Run], seconds: Double
    ) {
        skills = experiment.skills.map(\.text)
        seeds = experiment.seeds
        heldOut = experiment.desk.heldOut.count
        agent = Agent(
            name: experiment.agent.name,
            base: ObjectID.hash(ofBlob: experiment.agent.base).description)
        arms = experiment.arms.flatMap { arm in
            experiment.checkpoints.map { checkpoint in
                ArmSummary(
                    rows.filter { $0.arm == arm && $0.after == checkpoint }, arm: arm,
                    after: checkpoint)
            }
        }
        adjusted = experiment.checkpoints.last.flatMap { Self.adjusted(rows, after: $0) }
        sequence = SequenceReport(
            runs.sorted { $0.seed < $1.seed }, heldOut: experiment.desk.heldOut.count)
        self.rows = rows
        self.seconds = seconds
    }

    /// Practice less placebo, seed by seed.
    private static func adjusted(_ rows: [Row], after checkpoint: Int) -> Contrast? {
        func means(_ arm: Arm) -> [Double] {
            ArmSummary.seedMeans(of: rows.filter { $0.arm == arm && $0.after == checkpoint })
        }
        let (practice, placebo) = (means(.practice), means(.placebo))
        guard !practice.isEmpty, practice.count == placebo.count else { return nil }
        let differences = zip(practice, placebo).map { $0 - $1 }
        var generator = SeededGenerator(seed: 1)
        let interval = ArmSummary.interval(of: differences)
        return Contrast(
            mean: differences.reduce(0, +) / Double(differences.count),
            low: interval?.lowerBound, high: interval?.upperBound,
            p: SignFlip.oneSided(differences, using: &generator))
    }
}

extension ExperimentReport.Row: Comparable {
    /// Orders rows by arm, checkpoint, skill and seed.
    public static func < (left: Self, right: Self) -> Bool {
        func key(_ row: Self) -> (Int, Int, String, UInt64) {
            (Arm.allCases.firstIndex(of: row.arm) ?? 0, row.after, row.skill, row.seed)
        }
        return key(left) < key(right)
    }
}
