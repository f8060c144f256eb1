/// Makes each file-system call of `etude learn` fail in turn, once and from then on.
///
/// Proves that it says done exactly when the entry is at HEAD, and that the next call goes on as if
/// nothing had been.
public struct FaultSweep: Sendable {
    let program: String
    /// The most faults to try, evenly spread; all of them where there is none.
    let limit: Int?

    private static let errors = ["ENOSPC", "EIO"]
    static let lesson = Lesson(word: "torture")
    /// Calls beyond those of the undisturbed run, since runs differ a little.
    private static let margin = 2

    /// Plans a sweep with the program in a file.
    public init(program: String, limit: Int? = nil) {
        self.program = program
        self.limit = limit
    }

    /// Tries every fault, or just `only`, tells the figures, and returns what was found.
    public func run(
        only: Injection? = nil, _ tell: (String) -> Void
    ) async throws -> [Violation] {
        if let obstacle = try await Tracer.obstacle() { return [.skipped("faults", obstacle)] }
        return try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory()
            let (undisturbed, usual) = try await scene.withCopy(
                at: scene.folder + "/usual"
            ) { copy in try await Self.trace(copy, nil) }
            guard undisturbed.succeeded else {
                throw Scene.Unusable(description: undisturbed.errors)
            }
            let faults = only.map { [$0] } ?? Self.faults(in: usual, limit)
            let start = ContinuousClock.now
            let results = try await Crowd.map(faults) { number, fault in
                try await scene.withCopy(at: scene.folder + "/\(number)") { copy in
                    try await Self.result(of: fault, in: copy)
                }
            }
            guard only != nil || results.contains(where: { $0.call != nil }) else {
                throw Scene.Unusable(description: "no call was made to fail")
            }
            FaultTable(results: results, usual: usual, time: .now - start).tell(tell)
            return results.compactMap(\.violation)
        }
    }

    private static func faults(in usual: CallLog, _ limit: Int?) -> [Injection] {
        let all = FileCalls.failing.flatMap { call in
            usual.numbers(of: call, margin: margin).flatMap { number in
                // From some number on, also memory cannot be reserved any more.
                (call == FileCalls.mapping ? [false] : [false, true]).flatMap { isLasting in
                    errors.map {
                        Injection(call, .error($0), number: number, isLasting: isLasting)
                    }
                }
            }
        }
        return Spread.pick(limit, of: all)
    }

    private static func trace(
        _ scene: Scene, _ injection: Injection?
    ) async throws -> (finished: Finished, trace: CallLog) {
        try await Tracer(scene: scene).run(
            scene.etudeWords(["learn", "-"]), input: scene.file(of: lesson), injecting: injection)
    }

    private static func result(of fault: Injection, in scene: Scene) async throws -> FaultResult {
        let (finished, trace) = try await trace(scene, fault)
        var facts = try await contradictions(of: finished, in: scene)
        let aftermath = Aftermath(scene: scene)
        facts += try await aftermath.retry(lesson)
        facts += try await aftermath.check(keeping: [lesson, Scene.known])
        return FaultResult(
            fault: fault, finished: finished,
            call: trace.injected.first.map(scene.shortened), facts: facts.map(scene.shortened))
    }

    /// What the program said against what git says.
    static func contradictions(of finished: Finished, in scene: Scene) async throws -> [String] {
        var facts = try await scene.damage()
        let isThere = try await scene.copies(of: lesson) > 0
        switch finished.ending {
        case .hung: facts.append("it hangs")
        case .signaled(let signal): facts.append("signal \(signal) ends it")
        case .exited(0) where !isThere: facts.append("it says done, and the entry is not at HEAD")
        case .exited(let status) where status != 0 && isThere:
            facts.append("it fails (\(finished.complaint)), and the entry is at HEAD")
        case .exited: break
        }
        return facts
    }
}
