import EtudeDocuments
import EtudeDomain
import EtudeGit
import EtudePractice
public import EtudeReview
import EtudeStore

/// Looks for what is wrong with the entries of a memory.
public struct CheckMemory: Sendable {
    /// The revision; nil for the tip of the branch.
    public let revision: String?
    /// Whether to look for nothing but strategies that contradict each other, and for all of these.
    public let conflictsOnly: Bool

    /// What was looked at, and what was found.
    public struct Outcome: Sendable {
        /// The revision.
        public let revision: String
        /// Entries that could not be read; each is left out.
        public let unreadable: [Failure]
        /// What is wrong with the others.
        public let findings: [Finding]

        /// Whether the memory is wanting.
        public var isWanting: Bool {
            !unreadable.isEmpty || findings.contains { $0.severity == .error }
        }
    }

    /// Plans a check.
    public init(revision: String?, conflictsOnly: Bool = false) {
        self.revision = revision
        self.conflictsOnly = conflictsOnly
    }

    /// Checks a revision.
    public func run(_ finder: MemoryFinder) async throws(Failure) -> Outcome {
        let location = try finder.location()
        return try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let snapshot =
                if let revision { try await store.snapshot(at: store.resolve(revision)) } else {
                    try await store.snapshot()
                }
            if conflictsOnly { return try await Self.conflicts(in: snapshot, store) }
            var unreadable = snapshot.problems
            if let commit = snapshot.revision {
                unreadable += try await store.unaddressable(at: commit)
            }
            var findings =
                Linter.findings(in: MemoryContents(snapshot))
                + ScenarioFindings.all(in: snapshot) + snapshot.strategies.flatMap(Self.secrets)
            if revision == nil {
                let traces = try await store.traces(limit: snapshot.charter.keepTraces)
                unreadable += traces.problems
                findings += Self.harmful(snapshot.recallable, over: traces.traces)
            }
            return Outcome(
                revision: snapshot.revision?.description ?? "",
                unreadable: unreadable.map(Failure.init), findings: findings)
        }
    }

    /// What contradicts, told by cues and by the attempts that are stored today.
    private static func conflicts(
        in snapshot: MemorySnapshot, _ store: MemoryStore
    ) async throws(StoreError) -> Outcome {
        let files = snapshot.recallable
        let paths = Dictionary(files.map { ($0.strategy.id, $0.path) }) { first, _ in first }
        let traces = try await store.traces(limit: snapshot.charter.keepTraces).traces
        let conflicts = Conflict.all(
            among: files.map(\.strategy), over: traces.compactMap(Attempt.init))
        return Outcome(
            revision: snapshot.revision?.description ?? "",
            unreadable: snapshot.problems.map(Failure.init),
            findings: conflicts.map { conflict in
                Finding(
                    severity: .warning, rule: "conflict", path: paths[conflict.loser] ?? "",
                    message:
                        "'\(paths[conflict.winner] ?? "")' asks for another action on the same "
                        + "tasks (\(conflict.shared) stored attempts, "
                        + "\(Int((conflict.cueOverlap * 100).rounded())) % of the cues)",
                    hint: conflict.narrowing.map { "keep it to tasks with '\($0)' in its cues" }
                        ?? "narrow its cues, or set its status to 'retired'")
            })
    }

    private static func secrets(in file: MemorySnapshot.StrategyFile) -> [Finding] {
        texts(of: file.strategy.lesson).flatMap(SecretScanner.findings).map { secret in
            Finding(
                severity: .error, rule: "secret", path: file.path,
                message: "it holds what looks like a secret (\(secret.kind.rawValue))",
                hint: "take it out, make it invalid where it was issued, and rewrite the history")
        }
    }

    /// Strategies that stay because a person wrote or edited them, though their advice harmed.
    private static func harmful(
        _ files: [MemorySnapshot.StrategyFile], over traces: [Trace]
    ) -> [Finding] {
        let experience = AttemptIndex(traces.compactMap(Attempt.init))
        return files.compactMap { file in
            let record = experience.record(of: file.strategy.lesson)
            guard record.isHarmful else { return nil }
            return Finding(
                severity: .warning, rule: "harmful-advice", path: file.path,
                message: "its advice was right \(record.helped.plain) times and harmed "
                    + "\(record.harmed.plain) times over the stored attempts",
                hint: "mend it, or set its status to 'retired'")
        }
    }

    private static func texts(of lesson: Lesson) -> [String] {
        [
            lesson.title, lesson.when, lesson.action.text, lesson.insteadOf?.text ?? "",
            lesson.because,
        ]
            + (lesson.cues + lesson.unless).map(\.text)
    }
}
