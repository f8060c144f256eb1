import Foundation

/// Damages one file of a memory at a time, and works on with it.
///
/// Proves that nothing hangs, crashes or tells what nobody wrote, that a recall answers or says why not,
/// and that `etude doctor` tells the truth about what it healed.
public struct DamageSweep: Sendable {
    let program: String
    let plan: DamagePlan

    /// How soon a recall answers, whatever is broken.
    private static let promise = Duration.seconds(2)
    private static let later = Lesson(word: "later")
    private static let lesson = Lesson(word: "torture")

    /// Plans a sweep with the program in a file.
    public init(program: String, plan: DamagePlan) {
        self.program = program
        self.plan = plan
    }

    /// Tries every damage, or just `only`, tells the figures, and returns what was found.
    public func run(
        only: Damage? = nil, _ tell: (String) -> Void
    ) async throws -> [Violation] {
        try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory(durability: .relaxed)
            // One lesson lies in a pack, one in loose objects, as does what a person committed between.
            try await scene.git("gc", "-q")
            try await scene.git("multi-pack-index", "write")
            if let complaint = try await Person(scene: scene).commitAll("A person's commit") {
                throw Scene.Unusable(description: complaint)
            }
            let learned = try await scene.learn(Self.later)
            guard learned.succeeded, let sound = try await scene.recallLessons().answer,
                sound.strategies.count == 2
            else { throw Scene.Unusable(description: "the sound memory recalls too little") }
            let all = try await plan.damages(to: scene)
            let damages = only.map { [$0] } ?? all
            let start = ContinuousClock.now
            let results = try await Crowd.map(damages) { number, damage in
                try await scene.withCopy(at: scene.folder + "/\(number)") { copy in
                    try await Self.result(of: damage, in: copy, against: sound)
                }
            }
            DamageTable(results: results, time: .now - start).tell(tell)
            return results.compactMap(\.violation)
        }
    }

    private static func result(
        of damage: Damage, in scene: Scene, against sound: RecallAnswer
    ) async throws -> DamageResult {
        try await damage.apply(to: scene)
        var (facts, slowest): ([String], Duration) = ([], .zero)
        /// How many of the lessons are recalled.
        func recalls() async throws -> Int {
            var recalled = try await scene.recallLessons()
            // Others may have held the machine up: who is too late twice in a row is too late.
            if recalled.time > promise { recalled = try await scene.recallLessons() }
            if recalled.time > promise { facts.append("recall takes \(recalled.time)") }
            slowest = max(slowest, recalled.time)
            facts += recalled.fact.map { [$0] } ?? []
            facts += recalled.answer?.facts(against: sound) ?? []
            return recalled.answer?.strategies.count ?? 0
        }
        let recalled = try await recalls()
        try scene.removeDerived()
        let recalledAnew = try await recalls()
        let learned = try await scene.learn(lesson)
        facts += abnormal("learn", learned)
        let isHealed = try await heals(scene, learned, &facts)
        if !isHealed, damage.file.isDerived { facts.append("doctor --fix leaves it broken") }
        if isHealed, try await recalls() < sound.strategies.count {
            facts.append("recall lacks a strategy after healing")
        }
        return DamageResult(
            damage: damage, recalled: recalled, recalledAnew: recalledAnew,
            isLearned: learned.succeeded, isHealed: isHealed, time: slowest,
            facts: facts.map(scene.shortened))
    }

    /// Lets the doctor heal, and looks whether what it says is so.
    private static func heals(
        _ scene: Scene, _ learned: Finished, _ facts: inout [String]
    ) async throws -> Bool {
        let doctor = try await scene.etude("doctor", "--fix")
        facts += abnormal("doctor --fix", doctor)
        guard doctor.succeeded else { return false }
        let lessons = [Scene.known, later] + (learned.succeeded ? [lesson] : [])
        let found = try await Aftermath(scene: scene).check(keeping: lessons)
        facts += found.map { "after healing, \($0)" }
        return true
    }

    /// What is wrong with how a program ended.
    private static func abnormal(_ name: String, _ finished: Finished) -> [String] {
        switch finished.ending {
        case .hung, .signaled: ["\(name): \(finished.words)"]
        case .exited(0): []
        case .exited where (finished.output + finished.errors).isEmpty:
            ["\(name): \(finished.words), and no word why"]
        case .exited: []
        }
    }
}

extension Scene {
    /// Removes what `etude` derived from the files and traces of the memory.
    fileprivate func removeDerived() throws {
        for name in ["index", "changes", "attempts"] {
            let path = "\(memory)/.git/etude/\(name)"
            if FileManager.default.fileExists(atPath: path) {
                try FileManager.default.removeItem(atPath: path)
            }
        }
    }
}
