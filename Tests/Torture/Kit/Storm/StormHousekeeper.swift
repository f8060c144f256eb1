/// Packs again and again, as git does by itself now and then.
struct StormHousekeeper {
    let scene: Scene

    private static let pause = Duration.milliseconds(100)
    private static let chores = [["gc", "-q"], ["repack", "-adq"]]

    /// Works until the storm is over.
    func run(_ book: StormBook) async throws {
        while await book.isRaging() {
            for chore in Self.chores where await book.isRaging() {
                try await Self.run(chore, in: scene, book)
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    /// Runs one of git's commands, and notes how it ended.
    static func run(_ words: [String], in scene: Scene, _ book: StormBook) async throws {
        let command = Command(words: ["git", "-C", scene.memory] + words, home: scene.home)
        let done = try await command.run()
        if done.succeeded {
            await book.noteHousekeeping(words[0])
        } else {
            await book.complain("git \(words[0]): \(done.words), \(done.complaint)")
        }
    }
}
