import EtudeGit
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

    /// Measures three ways of writing, and tells the figures.
    ///
    /// What one leaves is removed after the last: some file systems are slow to make files while many
    /// have just been removed.
    public func run(_ tell: (String) -> Void) async throws {
        tell("speed: \(writes) writes each, \(durability.rawValue), in a memory that begins empty")
        try await Scene.withFolder(program: program) { first in
            let programs = try await measure(programs, in: first)
            tell("  \(Self.writers) 'etude learn' processes  \(programs)")
            try await Scene.withFolder(program: program) { second in
                tell("  git add + git commit, in turn  \(try await measure(git, in: second))")
                try await Scene.withFolder(program: program) { third in
                    let process = try await measure(inProcess, in: third)
                    tell("  one process that goes on       \(process)")
                }
            }
        }
    }

    private func measure(
        _ body: (Scene) async throws -> Void, in scene: Scene
    ) async throws -> String {
        try await scene.makeMemory(durability: durability)
        let start = ContinuousClock.now
        try await body(scene)
        return Rate.text(writes, in: .now - start)
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

    private func inProcess(_ scene: Scene) async throws {
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
