import Foundation

/// A person who works on the memory with an editor and git.
struct Person: Sendable {
    let scene: Scene

    /// The file that the person edits again and again.
    static let notes = "notes.md"

    /// Edits the notes and commits everything that is not committed; says what git complained about.
    func commitAll(_ subject: String) async throws -> String? {
        try edit(subject)
        let committed = try await scene.git("commit", "-qam", subject)
        return committed.succeeded
            ? nil : "git commit -a: \(committed.words), \(committed.complaint)"
    }

    /// Edits the notes, and commits them alone, through the index; says what git complained about.
    func commitNotes(_ subject: String) async throws -> String? {
        try edit(subject)
        let added = try await scene.git("add", Self.notes)
        guard added.succeeded else { return "git add: \(added.words), \(added.complaint)" }
        let committed = try await scene.git("commit", "-qm", subject)
        return committed.succeeded ? nil : "git commit: \(committed.words), \(committed.complaint)"
    }

    private func edit(_ line: String) throws {
        try scene.write("A person's notes: \(line).\n", to: Self.notes)
    }
}
