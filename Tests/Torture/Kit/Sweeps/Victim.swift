/// A command that is killed.
public enum Victim: String, CaseIterable, Sendable {
    /// Learns a lesson: a trace, a commit, work tree and index.
    case learn
    /// Keeps a trace, on a reference of its own.
    case record
    /// Takes a lesson back.
    case revert
    /// Practises, which learns and records again and again.
    case practice

    private static let lesson = Lesson(word: "torture")
    private static let desk = [
        "practice", "--skill", "support/delivery", "--seed", "1", "--attempts",
    ]

    /// How many points are enough; practice does the same again and again.
    var mostPoints: Int? { self == .practice ? 150 : nil }

    /// Lays out what the command works on.
    func prepare(_ scene: Scene) async throws {
        switch self {
        case .learn, .record: break
        case .revert: _ = try await scene.learn(Self.lesson)
        case .practice:
            for skill in ["support", "support/delivery"] {
                try scene.write("---\ntitle: Support\n---\n", to: "skills/\(skill)/skill.md")
            }
            try await scene.git("add", "skills")
            try await scene.git("commit", "-qm", "Skills")
        }
    }

    /// Runs the command, and kills it as told.
    func run(
        in scene: Scene, injecting injection: Injection?
    ) async throws -> (finished: Finished, trace: CallLog) {
        let words =
            switch self {
            case .learn: ["learn", "-"]
            case .record: ["record", "-"]
            case .revert: ["revert", try await revertible(in: scene)]
            case .practice: Self.desk + ["12"]
            }
        return try await Tracer(scene: scene).run(
            scene.etudeWords(words), input: scene.file(of: Self.lesson), injecting: injection)
    }

    /// Whether what the command does is there.
    func isDone(in scene: Scene) async throws -> Bool {
        switch self {
        case .learn: try await scene.copies(of: Self.lesson) == 1
        case .record: try await scene.traces().contains { $0.contains(Self.lesson.word) }
        case .revert: try await scene.copies(of: Self.lesson) == 0
        case .practice: try await scene.strategies().contains { $0.contains("/delivery/") }
        }
    }

    /// Does the same again, and says what is wrong then.
    func repeated(in scene: Scene) async throws -> [String] {
        switch self {
        case .learn: return try await Aftermath(scene: scene).retry(Self.lesson)
        case .record:
            let input = try scene.file(of: Self.lesson)
            let recorded = try await scene.etude("record", "-", input: input)
            return recorded.succeeded ? [] : ["a retry fails: \(recorded.complaint)"]
        case .revert:
            guard try await !isDone(in: scene) else { return [] }
            let reverted = try await scene.etude("revert", revertible(in: scene))
            return try await isDone(in: scene) ? [] : ["a retry fails: \(reverted.complaint)"]
        case .practice:
            let words = scene.etudeWords(Self.desk + ["2"])
            let again = try await Command(words: words, home: scene.home).run()
            return again.succeeded ? [] : ["practising again fails: \(again.complaint)"]
        }
    }

    /// The id of the lesson that is taken back, which is the end of its file's name.
    private func revertible(in scene: Scene) async throws -> String {
        let files = try await scene.strategies().filter { Self.lesson.isSource(of: $0) }
        return files.first.map { String($0.dropLast(3).suffix(10)) } ?? Self.lesson.word
    }
}

extension Scene {
    /// The texts of all traces.
    fileprivate func traces() async throws -> [String] {
        let references = try await git("for-each-ref", "--format=%(refname)", "refs/etude/traces")
        var texts: [String] = []
        for name in references.output.split(separator: "\n") {
            texts.append(try await git("log", "-p", "--format=", String(name)).output)
        }
        return texts
    }
}
