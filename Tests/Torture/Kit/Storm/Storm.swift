import Foundation

/// Writers, a person, git's own housekeeping and random kills, all in one memory at once.
///
/// Proves that every acknowledged lesson is at the tip, none twice, and that nothing of the person's
/// is lost.
public struct Storm: Sendable {
    let program: String
    let plan: StormPlan

    /// Plans a storm over the program in a file.
    public init(program: String, plan: StormPlan) {
        self.program = program
        self.plan = plan
    }

    /// Lets it rage, tells the figures, and returns what was found.
    public func run(_ tell: (String) -> Void) async throws -> [Violation] {
        try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory(durability: plan.durability)
            let person = StormPerson(
                scene: scene, commitsAll: plan.commitsAll, prunes: plan.prunes)
            try person.leaveAnEditLying()
            let book = StormBook(scene, goal: plan.writes)
            let start = ContinuousClock.now
            try await rage(in: scene, person, book)
            let time = ContinuousClock.now - start
            let page = await book.page
            let verdict = try await StormVerdict(scene, page, person)
            tellFigures(of: page, verdict, time, tell)
            let facts = verdict.violations.map(scene.shortened)
            return facts.isEmpty ? [] : [Violation(facts: facts, reproduction: reproduction)]
        }
    }

    private func rage(
        in scene: Scene, _ person: StormPerson, _ book: StormBook
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<plan.writers {
                group.addTask {
                    var writer = StormWriter(scene: scene, number: number, seed: plan.seed)
                    try await writer.run(book)
                }
            }
            group.addTask { try await person.run(book) }
            group.addTask { try await StormHousekeeper(scene: scene).run(book) }
            try await group.waitForAll()
        }
    }

    private func tellFigures(
        of page: StormBook.Page, _ verdict: StormVerdict, _ time: Duration,
        _ tell: (String) -> Void
    ) {
        let writes = page.acknowledged.count
        tell(
            "storm: \(plan.writers) writers, \(plan.durability.rawValue), seed \(plan.seed): "
                + "\(writes) acknowledged, \(page.busy) refused as busy, \(page.killed) killed, "
                + "\(page.found.count) there after a kill, \(verdict.lost.count) lost, "
                + "\(verdict.twice.count) twice, \(Rate.text(writes, in: time)) in \(time.components.seconds) s"
        )
        let chores = page.housekeeping.sorted { $0.key < $1.key }.map {
            "\($0.value) git \($0.key)"
        }
        tell(
            "  beside it \(page.committed.count) commits of a person"
                + chores.map { ", \($0)" }.joined())
        for (text, count) in page.complaints.sorted(by: { $0.value > $1.value }) {
            tell("  \(count) times: \(text)")
        }
    }

    private var reproduction: String {
        "etude-torture storm --writers \(plan.writers) --writes \(plan.writes) --seed \(plan.seed) "
            + "--durability \(plan.durability.rawValue)\(plan.prunes ? "" : " --no-prune")"
    }
}
