import Foundation

/// A lesson that the gate accepts beside any other with another word.
struct Lesson: Sendable {
    /// What the lesson goes by, in lower-case letters and digits.
    let word: String

    /// Whether the file of a strategy comes from this lesson.
    func isSource(of file: String) -> Bool {
        file.contains("/ledger-\(word)-is-asked-before-a-refund-")
    }

    /// The lesson as `etude learn` takes it.
    var json: String {
        """
        {"skill": "refunds", "title": "Ledger \(word) is asked before a refund",
         "when": "the request names ledger \(word)", "cues": ["\(word)"],
         "do": "call `ask_\(word)` first", "instead-of": "call `refund`",
         "because": "`refund` fails while ledger \(word) is open",
         "task": "please refund what stands in \(word)", "outcome": "failure", "decision": 1,
         "steps": [{"did": "called `refund`", "expected": "a receipt",
                    "happened": "an error: \(word) is open"}]}

        """
    }
}

extension Scene {
    /// The lesson that every memory knows from the start.
    static let known = Lesson(word: "known")

    /// Makes a memory with one skill, one lesson and a person's notes.
    func makeMemory(durability: Durability? = nil) async throws {
        try await Command(words: etudeWords(["init"]), home: home).requireSuccess()
        if let durability { try durability.write(in: self) }
        try await furnish()
        // From here on there are packs to read, and packed references.
        try await Command(words: ["git", "-C", memory, "gc", "-q"], home: home).requireSuccess()
        let learned = try await learn(Self.known)
        guard learned.succeeded else { throw Unusable(description: learned.errors) }
    }

    /// Commits a skill and a person's notes.
    func furnish() async throws {
        try write("---\ntitle: Refunds\n---\n", to: "skills/refunds/skill.md")
        try write("A person's notes.\n", to: Person.notes)
        try await Command(words: ["git", "-C", memory, "add", "-A"], home: home).requireSuccess()
        try await Command(
            words: ["git", "-C", memory, "commit", "-qm", "Begin"], home: home
        ).requireSuccess()
    }

    /// Asks `etude` to learn a lesson.
    func learn(_ lesson: Lesson) async throws -> Finished {
        try await etude("learn", "-", input: try file(of: lesson))
    }

    /// Writes a lesson to a file beside the memory, and returns its path.
    func file(of lesson: Lesson) throws -> String {
        let path = "\(home)/\(lesson.word).json"
        try write(lesson.json, to: path)
        return path
    }
}
