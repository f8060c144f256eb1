import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeRuntime
import EtudeStore
import Foundation

/// What a memory of one size costs.
struct MemoryBenchmark {
    let entries: Int
    let program: String

    /// Lays the memory out, measures, and removes it.
    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            component: "etude-benchmark-\(UUID())"
        ).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await lay(folder)
        let location = try MemoryLocation(folder: folder)
        print("\(entries) strategies")
        for durability in [Durability.relaxed, .durable] {
            try set(durability, in: folder)
            let store = try MemoryStore(location)
            try await committing(store, folder)
            try await reverting(store, folder)
        }
        try await recalling(folder, location)
        for durability in [Durability.relaxed, .durable] {
            try set(durability, in: folder)
            try learning(folder, durability)
        }
        try await comparing(location)
        print("")
    }

    private var author: Signature {
        Signature(name: "sample", email: "sample@etude.invalid", seconds: 1_700_000_000)
    }

    private func lay(_ folder: String) async throws {
        let surroundings = Surroundings(agent: "sample", now: { Date() }) {
            var generator = SystemRandomNumberGenerator()
            return EntryID(using: &generator)
        }
        let skills = [SkillPath("desk")].compactMap(\.self) + SampleMemory.skills(for: entries)
        _ = try await InitializeMemory(folder: folder, skills: skills).run(surroundings)
        let words = SampleMemory.words
        for number in 0..<entries {
            _ = try write(SampleMemory.strategy(number, using: words), in: folder)
        }
        try Shell.run("git", "-C", folder, "add", "-A")
        try Shell.run("git", "-C", folder, "commit", "-qm", "sample")
    }

    /// Writes the file of a strategy, and returns its path in the memory.
    private func write(_ strategy: Strategy, in folder: String) throws -> String {
        let path = MemoryLayout.path(of: strategy)
        let file = URL(fileURLWithPath: "\(folder)/\(path)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(SampleMemory.file(of: strategy).utf8).write(to: file)
        return path
    }

    /// Makes us and git alike leave the disk to the operating system, or sync everything.
    private func set(_ durability: Durability, in folder: String) throws {
        let settings = URL(filePath: "\(folder)/.git/etude/config")
        try Data("durability: \(durability.rawValue)\n".utf8).write(to: settings)
        let synced = durability == .durable ? "all" : "none"
        try Shell.run("git", "-C", folder, "config", "core.fsync", synced)
    }

    private func committing(_ store: MemoryStore, _ folder: String) async throws {
        let words = SampleMemory.words
        let first = store.durability == .durable ? 100 : 0
        let ours = try await Stopwatch.median(of: 41) { number in
            let strategy = SampleMemory.strategy(1_000_000 + first + number, using: words)
            _ = try await store.commit(.learning(strategy, body: SampleMemory.body, by: author))
        }
        let git = try Stopwatch.median(of: 21) { number in
            let path = try write(
                SampleMemory.strategy(2_000_000 + first + number, using: words), in: folder)
            try Shell.run("git", "-C", folder, "add", path)
            try Shell.run("git", "-C", folder, "commit", "-qm", "by git \(number)")
        }
        Row.print(
            "commit one strategy, \(store.durability)", ours, beside: ("git add + git commit", git))
        let batch = try await Stopwatch.median(of: 5) { number in
            let strategies = (0..<Self.batch).map {
                SampleMemory.strategy(
                    3_000_000 + 100 * first + Self.batch * number + $0, using: words)
            }
            _ = try await store.commit(
                strategies.map { strategy throws(StoreError) in
                    try .learning(strategy, body: SampleMemory.body, by: author)
                })
        }
        Row.print(
            "one of \(Self.batch) at once, \(store.durability)", batch / Double(Self.batch),
            beside: ("git add + git commit", git))
    }

    private static let batch = 20

    private func reverting(_ store: MemoryStore, _ folder: String) async throws {
        let commits = try await store.changes(limit: 21).map(\.commit)
        let git = try Stopwatch.median(of: 10) { number in
            try Shell.run(
                "git", "-C", folder, "revert", "--no-edit", commits[number].id.description)
        }
        let ours = try await Stopwatch.median(of: 10) { number in
            _ = try await store.revert(
                [commits[10 + number]], message: CommitMessage(subject: "Revert"), by: author)
        }
        Row.print("revert one commit, \(store.durability)", ours, beside: ("git revert", git))
    }

    private func learning(_ folder: String, _ durability: Durability) throws {
        let lesson = folder + "-lesson.json"
        defer { try? FileManager.default.removeItem(atPath: lesson) }
        let words = SampleMemory.words
        func writeLesson(_ number: Int) throws {
            let text = Self.lesson("\(durability)\(number)", about: words[7 * number % words.count])
            try Data(text.utf8).write(to: URL(filePath: lesson))
        }
        let ours = try Stopwatch.median(of: 21) { number in
            try writeLesson(number)
            try Shell.run(program, "learn", lesson, "--memory", folder)
        }
        let memory = try (21..<26).map { number in
            try writeLesson(number)
            return try Self.output(of: [
                CommandLine.arguments[0], "memory", program, "learn", lesson, "--memory", folder,
            ])
        }
        let first = durability == .durable ? 200 : 0
        let git = try Stopwatch.median(of: 21) { number in
            let path = try write(
                SampleMemory.strategy(4_000_000 + first + number, using: words), in: folder)
            try Shell.run("git", "-C", folder, "add", path)
            try Shell.run("git", "-C", folder, "commit", "-qm", "by git \(number)")
        }
        Row.print(
            "etude learn, start to end, \(durability)", ours, beside: ("git add + git commit", git))
        print(
            "  the most memory that it held, in MB       \(memory.compactMap(Double.init).max() ?? 0)"
        )
    }

    /// The first line that a program prints.
    private static func output(of command: [String]) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = pipe
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
            ?? ""
    }

    /// A request of `etude learn` that the gate accepts.
    private static func lesson(_ name: String, about word: String) -> String {
        """
        {"skill": "desk/skill-0", "title": "Ask \(name) about \(word)",
         "when": "the request names \(name)", "cues": ["\(word) \(name)"],
         "do": "answer `ask_\(name)`", "instead-of": "answer `guess`", "because": "\(name) knows",
         "task": "what about my \(word) \(name)", "outcome": "failure", "decision": 1,
         "right": "ask_\(name)",
         "steps": [{"did": "answered `guess`", "expected": "thanks", "happened": "a complaint"}]}
        """
    }

    private func comparing(_ location: MemoryLocation) async throws {
        let store = try MemoryStore(location)
        let commits = try await store.changes(limit: 20).map(\.commit)
        let ours = try await Stopwatch.median(of: commits.count) { number in
            guard let parent = commits[number].parents.first else { return }
            _ = try await CompareRevisions.difference(
                in: store, from: parent, to: commits[number].id)
        }
        let git = try Stopwatch.median(of: commits.count) { number in
            try Shell.run(
                "git", "-C", location.folder, "diff", "\(commits[number].id)~",
                commits[number].id.description)
        }
        Row.print("what a commit changed in behaviour", ours, beside: ("git diff", git))
    }

    private func recalling(_ folder: String, _ location: MemoryLocation) async throws {
        let surroundings = Surroundings(agent: "sample", now: { Date() }) {
            var generator = SeededGenerator(seed: 1)
            return EntryID(using: &generator)
        }
        let memory = try await Memory.open(location, surroundings: surroundings)
        let (index, requests) = (await memory.index, Desk.embedded.heldOut.map(\.text))
        await memory.saveIndex()
        let recall = try Stopwatch.median(of: 480) { number in
            _ = try index.hits(
                for: Query(
                    situation: Situation(terms: Terms(of: requests[number % requests.count])),
                    now: Date(),
                    limits: index.limits))
        }
        Row.print("recall in process", recall)
        let whole = try Stopwatch.median(of: 41) { number in
            try Shell.run(program, "recall", requests[number % requests.count], "--memory", folder)
        }
        let grep = Stopwatch.median(of: 21) { number in
            let word =
                requests[number % requests.count].split(separator: " ").max { $0.count < $1.count }
                ?? ""
            _ = try? Shell.run("git", "-C", folder, "grep", "-il", "--", String(word))
        }
        Row.print("etude recall, start to end", whole, beside: ("git grep of one word", grep))
    }
}
