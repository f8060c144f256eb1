/// What has to hold once the next undisturbed call of `etude` is over.
struct Aftermath {
    let scene: Scene

    /// Learns a lesson that was refused, or is told that it is there.
    func retry(_ lesson: Lesson) async throws -> [String] {
        let before = try await scene.copies(of: lesson)
        let retried = try await scene.learn(lesson)
        let after = try await scene.copies(of: lesson)
        var facts: [String] = []
        if after != 1 { facts.append("after a retry the entry is there \(after) times") }
        if before == 0, !retried.succeeded {
            facts.append("a retry fails: \(retried.words), \(retried.complaint)")
        }
        if before > 0, retried.ending != .exited(1) || !retried.errors.contains("duplicate") {
            facts.append("a retry is not told that the entry is there: \(retried.words)")
        }
        return facts
    }

    /// Lets a person commit, and looks whether everything is clean and still there.
    func check(keeping lessons: [Lesson]) async throws -> [String] {
        var facts = try await scene.disorder()
        if let complaint = try await Person(scene: scene).commitAll("a person's edit") {
            facts.append(complaint)
        }
        facts += try await scene.disorder().map { "after a person's commit, \($0)" }
        let strategies = try await scene.strategies()
        for lesson in lessons {
            let copies = strategies.count { lesson.isSource(of: $0) }
            if copies != 1 { facts.append("'\(lesson.word)' is there \(copies) times") }
        }
        return facts + (try await scene.damage())
    }
}
