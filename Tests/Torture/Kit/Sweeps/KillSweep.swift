#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Kills `etude` at each call that writes, opens, renames, links, syncs, closes or locks.
///
/// Proves that the next call tidies up, and that what was acknowledged is there.
public struct KillSweep: Sendable {
    let program: String
    /// The most points for each command, evenly spread; all of them where there is none.
    let limit: Int?

    /// How many points a whole sweep has at least.
    private static let fewestPoints = 300
    /// Calls beyond those of the undisturbed run, since runs differ a little.
    private static let margin = 2

    /// Plans a sweep with the program in a file.
    public init(program: String, limit: Int? = nil) {
        self.program = program
        self.limit = limit
    }

    /// Kills at every point, or just at `only` of `victims`, tells the figures, and returns what was
    /// found.
    public func run(
        _ victims: [Victim] = Victim.allCases, only: Injection? = nil, _ tell: (String) -> Void
    ) async throws -> [Violation] {
        if let obstacle = try await Tracer.obstacle() { return [.skipped("kills", obstacle)] }
        tell("kills: SIGKILL at each call that writes, opens, renames, links, syncs, closes, locks")
        tell(Table.line("command", ["points", "already done", "violations"]))
        var results: [KillResult] = []
        for victim in victims {
            let found = try await sweep(victim, only: only)
            tell(Self.line(victim.rawValue, found))
            results += found
        }
        tell(Self.line("all", results))
        let points = results.count(where: \.isKilled)
        let isWhole = limit == nil && only == nil && victims == Victim.allCases
        return results.compactMap(\.violation)
            + (isWhole && points < Self.fewestPoints ? [Self.tooFew(points)] : [])
    }

    private static func tooFew(_ points: Int) -> Violation {
        Violation(facts: ["no more than \(points) points"], reproduction: "etude-torture kills")
    }

    private func sweep(_ victim: Victim, only: Injection?) async throws -> [KillResult] {
        try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory()
            try await victim.prepare(scene)
            let usual = try await scene.withCopy(at: scene.folder + "/usual") { copy in
                try await victim.run(in: copy, injecting: nil)
            }
            guard usual.finished.succeeded else {
                throw Scene.Unusable(description: usual.finished.errors)
            }
            let kills = only.map { [$0] } ?? points(of: victim, usual.trace)
            let results = try await Crowd.map(kills) { number, kill in
                try await scene.withCopy(at: scene.folder + "/\(number)") { copy in
                    try await Self.result(of: victim, kill, in: copy)
                }
            }
            guard results.contains(where: \.isKilled) || only != nil else {
                throw Scene.Unusable(description: "nothing kills '\(victim.rawValue)'")
            }
            return results.filter { $0.isKilled || !$0.facts.isEmpty }
        }
    }

    private func points(of victim: Victim, _ usual: CallLog) -> [Injection] {
        let all = FileCalls.killing.flatMap { call in
            usual.numbers(of: call, margin: Self.margin).map {
                Injection(call, .kill, number: $0)
            }
        }
        return Spread.pick(limit ?? victim.mostPoints, of: all)
    }

    private static func result(
        of victim: Victim, _ kill: Injection, in scene: Scene
    ) async throws -> KillResult {
        let (finished, _) = try await victim.run(in: scene, injecting: kill)
        let isDone = try await victim.isDone(in: scene)
        var facts: [String] = []
        switch finished.ending {
        case .exited(0), .signaled(SIGKILL): break
        default: facts.append("\(finished.words): \(finished.complaint)")
        }
        if !finished.output.isEmpty, !isDone { facts.append("it says done, and it is not") }
        facts += try await aftermath(of: victim, isDone, in: scene)
        return KillResult(
            victim: victim, kill: kill, isKilled: finished.ending == .signaled(SIGKILL),
            isDone: isDone, facts: facts.map(scene.shortened))
    }

    private static func aftermath(
        of victim: Victim, _ isDone: Bool, in scene: Scene
    ) async throws -> [String] {
        var facts = victim.isNeeded ? try await victim.repeated(in: scene) : []
        if victim == .initialize {
            _ = try await scene.etude("status")
            try await scene.furnish()
        }
        let next = Lesson(word: "next")
        let learned = try await scene.learn(next)
        if !learned.succeeded {
            facts.append("the next call fails: \(learned.words), \(learned.complaint)")
        }
        if isDone, try await !victim.isDone(in: scene) {
            facts.append("the next call takes back what was done")
        }
        facts += try await scene.disorder().map { "after the next call, \($0)" }
        facts += try await victim.repeated(in: scene)
        return facts + (try await Aftermath(scene: scene).check(keeping: victim.kept + [next]))
    }

    private static func line(_ name: String, _ results: [KillResult]) -> String {
        Table.line(
            name,
            [
                results.count(where: \.isKilled), results.count(where: \.isDone),
                results.count { !$0.facts.isEmpty },
            ].map(String.init))
    }
}
