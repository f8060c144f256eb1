import EtudeDomain
import EtudeGit
import EtudeRuntime
import EtudeStore
import Foundation

/// Measures acknowledged writes a second with nothing else at work, each in a memory of its own.
public struct Throughput: Sendable {
    let program: String
    let writes: Int
    let durability: Durability

    private static let writers = 8

    /// Plans so many writes with the program in a file.
    public init(program: String, writes: Int, durability: Durability) {
        self.program = program
        self.writes = writes
        self.durability = durability
    }

    /// Measures four ways of writing, and tells the figures.
    ///
    /// What they leave is removed after the last: some file systems are slow to make files while many
    /// have just been removed.
    public func run(_ tell: (String) -> Void) async throws {
        tell("speed: \(writes) writes each, \(durability.rawValue), in a memory that begins empty")
        try await measure(
            [
                ("\(Self.writers) 'etude learn' processes ", programs),
                ("git add + git commit, in turn ", git),
                ("one process that learns       ", learning),
                ("one process that only commits ", committing),
            ][...], tell)
    }

    private typealias Way = (name: String, write: (Scene) async throws -> Void)

    private func measure(_ ways: ArraySlice<Way>, _ tell: (String) -> Void) async throws {
        guard let way = ways.first else { return }
        try await Scene.withFolder(program: program) { scene in
            try await scene.makeMemory(durability: durability)
            let start = ContinuousClock.now
            try await way.write(scene)
            tell("  \(way.name) \(Rate.text(writes, in: .now - start))")
            try await measure(ways.dropFirst(), tell)
        }
    }

    private func programs(_ scene: Scene) async throws {
        let book = StormBook(scene, goal: writes)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<Self.writers {
                group.addTask {
                    var count = 0
                    while await book.isRaging() {
                        count += 1
                        let lesson = Lesson(word: "w\(number)n\(count)")
                        _ = await book.note(lesson, try await scene.learn(lesson), isFirst: true)
                    }
                }
            }
            try await group.waitForAll()
        }
        let page = await book.page
        guard !page.isStuck, page.failures.isEmpty else {
            throw Scene.Unusable(
                description: page.failures.first ?? "nothing was acknowledged any more")
        }
    }

    /// One after the other, as a lock would have it.
    private func git(_ scene: Scene) async throws {
        for number in 0..<writes {
            let path = Self.path(number)
            try scene.write(Self.text(number), to: path)
            for words in [["add", path], ["commit", "-qm", "learn \(number)"]] {
                try await Command(words: ["git", "-C", scene.memory] + words, home: scene.home)
                    .requireSuccess()
            }
        }
    }

    /// Whole lessons, each with its trace, its gate and its commit.
    private func learning(_ scene: Scene) async throws {
        let finder = MemoryFinder(
            named: scene.memory, environment: [:], currentFolder: scene.memory)
        let surroundings = Surroundings(agent: "torture", now: { Date() }) {
            var generator = SystemRandomNumberGenerator()
            return EntryID(using: &generator)
        }
        for number in 0..<writes {
            let json = Lesson(word: "w\(number)").json
            let lesson = LearnStrategy(try LessonRequest(json: Data(json.utf8)))
            let outcome = try await lesson.run(finder, surroundings: surroundings)
            guard outcome.accepted else { throw Scene.Unusable(description: "\(outcome.checks)") }
        }
    }

    /// Files without a meaning, through the one path that writes.
    private func committing(_ scene: Scene) async throws {
        let store = try MemoryStore(MemoryLocation(folder: scene.memory))
        let author = Signature(name: "torture", email: "torture@etude.invalid", seconds: 0)
        for number in 0..<writes {
            var transaction = Transaction(CommitMessage(subject: "learn \(number)"), by: author)
            transaction.write(Array(Self.text(number).utf8), to: Self.path(number))
            _ = try await store.commit(transaction)
        }
    }

    private static func path(_ number: Int) -> String {
        "strategies/refunds/lesson-\(number).md"
    }

    /// As long as a strategy with its evidence usually is.
    private static func text(_ number: Int) -> String {
        String(repeating: "Lesson \(number) is about a refund.\n", count: 32)
    }
}
