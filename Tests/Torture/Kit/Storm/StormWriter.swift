import EtudeRuntime
import Foundation

/// Learns one lesson after the other, and is killed now and then.
struct StormWriter {
    let scene: Scene
    let number: Int
    var generator: SeededGenerator
    /// How long a process takes that is left alone, as of the last one.
    private var usualLife = Duration.milliseconds(50)

    /// One of so many processes is killed.
    private static let killedShare = 6
    /// How often a lesson is sent before the next one has its turn.
    private static let patience = 4

    init(scene: Scene, number: Int, seed: UInt64) {
        self.scene = scene
        self.number = number
        generator = SeededGenerator(seed: seed &+ UInt64(number))
    }

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
            let start = ContinuousClock.now
            let finished = try await command.run { process in
                guard let life else { return }
                try await Task.sleep(for: life)
                kill(process, SIGKILL)
            }
            if finished.succeeded, life == nil { usualLife = .now - start }
            if await book.note(lesson, finished, isFirst: attempt == 0) { return }
        }
    }

    /// How long the next process lives; nil for as long as it likes.
    private mutating func drawLife() -> Duration? {
        guard Int.random(in: 0..<Self.killedShare, using: &generator) == 0 else { return nil }
        return usualLife * Double.random(in: 0..<1.1, using: &generator)
    }
}
