import Foundation

/// A command that is killed.
public enum Victim: String, CaseIterable, Sendable {
    /// Learns a lesson: a trace, a commit, work tree and index.
    case learn
    /// Keeps a trace, on a reference of its own.
    case record
    /// Takes a lesson back.
    case revert
    /// Lets a proposed skill be practised.
    case accept
    /// Commits what is known of the agent's abilities.
    case snapshot
    /// Practises, which learns and records again and again.
    case practice
    /// Makes a memory.
    case initialize = "init"
    /// Heals HEAD, a branch and git's index.
    case doctor

    private static let lesson = Lesson(word: "torture")
    private static let proposed = "skills/refunds/late/skill.md"
    private static let desk = [
        "practice", "--skill", "support/delivery", "--seed", "1", "--attempts",
    ]

    /// How many points are enough; practice does the same again and again, and the doctor opens every
    /// file anew for each check.
    var mostPoints: Int? { self == .practice || self == .doctor ? 150 : nil }

    /// The lessons that have to be there whenever it dies.
    var kept: [Lesson] { self == .initialize ? [] : [Scene.known] }

    /// Whether the memory is of no use until the command has ended.
    var isNeeded: Bool { self == .initialize || self == .doctor }

    /// Lays out what the command works on.
    func prepare(_ scene: Scene) async throws {
        switch self {
        case .learn, .record, .snapshot: break
        case .revert: _ = try await scene.learn(Self.lesson)
        case .accept:
            try scene.write("---\ntitle: Late\nstatus: proposed\n---\n", to: Self.proposed)
            try await scene.git("add", "skills")
            try await scene.git("commit", "-qm", "Propose a skill")
        case .initialize:
            try FileManager.default.removeItem(atPath: scene.memory)
            try FileManager.default.createDirectory(
                atPath: scene.memory, withIntermediateDirectories: false)
        case .doctor:
            try scene.write("no branch\n", to: ".git/HEAD")
            try scene.write("", to: ".git/refs/heads/main")
            try scene.write("DIRC", to: ".git/index")
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
        try await Tracer(scene: scene).run(
            scene.etudeWords(words(in: scene)), input: scene.file(of: Self.lesson),
            injecting: injection)
    }

    private func words(in scene: Scene) async throws -> [String] {
        switch self {
        case .learn: ["learn", "-"]
        case .record: ["record", "-"]
        case .revert: ["revert", try await revertible(in: scene)]
        case .accept: ["skills", "accept", "refunds/late"]
        case .snapshot: ["snapshot"]
        case .practice: Self.desk + ["12"]
        case .initialize: ["init"]
        case .doctor: ["doctor", "--fix"]
        }
    }

    /// Whether what the command does is there.
    func isDone(in scene: Scene) async throws -> Bool {
        switch self {
        case .learn: try await scene.copies(of: Self.lesson) == 1
        case .record: try await scene.traces().contains { $0.contains(Self.lesson.word) }
        case .revert: try await scene.copies(of: Self.lesson) == 0
        case .accept:
            try await scene.git("show", "HEAD:" + Self.proposed).output.contains("active")
        case .snapshot: try await !scene.git("ls-tree", "HEAD", "competency/").output.isEmpty
        case .practice: try await scene.strategies().contains { $0.contains("/delivery/") }
        case .initialize: try await scene.git("show", "HEAD:CHARTER.md").succeeded
        case .doctor: try await scene.git("status").succeeded
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
        case .revert, .accept, .snapshot, .initialize, .doctor:
            guard try await !isDone(in: scene) else { return [] }
            let words = try await scene.etudeWords(words(in: scene))
            let retried = try await Command(words: words, home: scene.home).run()
            return try await isDone(in: scene) ? [] : ["a retry fails: \(retried.complaint)"]
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
