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
    public init(revision: String?) { self.revision = revision }

    /// Checks a revision.
    public func run(_ finder: MemoryFinder) async throws(Failure) -> Outcome {
        let location = try finder.location()
        let (snapshot, unaddressable) = try await worded { () throws(StoreError) in
            let store = try MemoryStore(location)
            let snapshot =
                if let revision { try await store.snapshot(at: store.resolve(revision)) } else {
                    try await store.snapshot()
                }
            guard let commit = snapshot.revision else { return (snapshot, [EntryProblem]()) }
            return (snapshot, try await store.unaddressable(at: commit))
        }
        let secrets = snapshot.strategies.flatMap { file in
            Self.texts(of: file.strategy.lesson).flatMap(SecretScanner.findings).map { secret in
                Finding(
                    severity: .error, rule: "secret", path: file.path,
                    message: "it holds what looks like a secret (\(secret.kind.rawValue))",
                    hint:
                        "take it out, make it invalid where it was issued, and rewrite the history")
            }
        }
        return Outcome(
            revision: snapshot.revision?.description ?? "",
            unreadable: (snapshot.problems + unaddressable).map(Failure.init),
            findings: Linter.findings(in: MemoryContents(snapshot)) + secrets)
    }

    private static func texts(of lesson: Lesson) -> [String] {
        [
            lesson.title, lesson.when, lesson.action.text, lesson.insteadOf?.text ?? "",
            lesson.because,
        ]
            + lesson.cues.map(\.text)
    }
}
