import EtudeRuntime
import Foundation

/// Learns one lesson after the other, and is killed now and then.
struct StormWriter {
    let scene: Scene
    let number: Int
    var generator: SeededGenerator

    /// One of so many processes is killed, after a time of up to so long.
    private static let killedShare = 8
    private static let longestLife = 60_000
    /// How often a lesson is sent before the next one has its turn.
    private static let patience = 4

    mutating func run(_ book: StormBook) async throws {
        var count = 0
        while await book.isRaging() {
            count += 1
            try await teach(Lesson(word: "w\(number)n\(count)"), book)
        }
    }

    private mutating func teach(_ lesson: Lesson, _ book: StormBook) async throws {
        let command = Command(
            words: scene.etudeWords(["learn", "-"]), home: scene.home,
            input: try scene.file(of: lesson))
        for attempt in 0..<Self.patience {
            let life = drawLife()
            let finished = try await command.run { process in
                guard let life else { return }
                try await Task.sleep(for: life)
                kill(process, SIGKILL)
            }
            if await book.note(lesson, finished, isFirst: attempt == 0) { return }
        }
    }

    /// How long the next process lives; nil for as long as it likes.
    private mutating func drawLife() -> Duration? {
        guard Int.random(in: 0..<Self.killedShare, using: &generator) == 0 else { return nil }
        return .microseconds(Int.random(in: 0..<Self.longestLife, using: &generator))
    }
}
