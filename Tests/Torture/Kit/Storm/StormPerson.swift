import Foundation

/// A person who commits their notes again and again, beside an edit that they leave lying.
struct StormPerson {
    let scene: Scene
    let commitsAll: Bool
    let prunes: Bool

    private static let pause = Duration.milliseconds(20)
    /// After how many commits the person prunes.
    private static let pruning = 5
    private static let draft = "A draft that nobody may touch.\n"

    /// The file of the edit: a new one where `git commit -a` would commit any other.
    private var file: String { commitsAll ? "draft.md" : "README.md" }

    /// What `git status` says about the edit.
    var status: String { (commitsAll ? "?? " : " M ") + file }

    /// Makes the edit.
    func leaveAnEditLying() throws { try scene.write(Self.draft, to: file) }

    /// Whether the edit is what it was.
    func isEditIntact() -> Bool {
        (try? String(contentsOfFile: "\(scene.memory)/\(file)", encoding: .utf8)) == Self.draft
    }

    /// Commits until the storm is over.
    func run(_ book: StormBook) async throws {
        var count = 0
        while await book.isRaging() {
            count += 1
            let subject = "The person's commit \(count)"
            if let complaint = try await commit(subject) {
                await book.complain(complaint)
            } else {
                await book.noteCommit(subject)
            }
            // Where git prunes beside `git commit`, git itself loses what that is writing.
            if prunes, count.isMultiple(of: Self.pruning) {
                try await StormHousekeeper.run(["prune"], in: scene, book)
            }
            try await Task.sleep(for: Self.pause)
        }
    }

    /// Edits and commits the notes once; says what git complained about.
    func commit(_ subject: String) async throws -> String? {
        let person = Person(scene: scene)
        return commitsAll
            ? try await person.commitAll(subject) : try await person.commitNotes(subject)
    }
}
