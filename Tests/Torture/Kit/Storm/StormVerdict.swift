/// What is left of a memory after a storm, against what was acknowledged.
struct StormVerdict: Sendable {
    /// Acknowledged lessons that are not at the tip.
    let lost: [String]
    /// Lessons that are at the tip more than once.
    let twice: [String]
    /// Everything else that is wrong.
    let facts: [String]

    /// Looks after one more undisturbed call, which tidies up after the last kill.
    init(_ scene: Scene, _ page: StormBook.Page, _ person: StormPerson) async throws {
        var facts = page.isStuck ? ["nothing was acknowledged any more"] : []
        facts += page.failures
        let last = try await scene.learn(Lesson(word: "last"))
        if !last.succeeded { facts.append("the next call fails: \(last.complaint)") }
        // The person may have been refused while the storm raged, and tries again.
        if let complaint = try await person.commit("The last commit") { facts.append(complaint) }
        let files = try await scene.strategies()
        lost =
            page.acknowledged.filter { id, _ in !files.contains { $0.hasSuffix("-\(id).md") } }.keys
            .sorted()
            + page.found.filter { lesson in !files.contains(where: lesson.isSource) }.map(\.word)
        twice = page.sent.filter { files.count(where: $0.isSource) > 1 }.map(\.word)
        let log = try await scene.git("log", "--format=%s")
        let subjects = Set(log.output.split(separator: "\n").map(String.init))
        facts += page.committed.filter { !subjects.contains($0) }.map { "lost: \($0)" }
        if !person.isEditIntact() { facts.append("the edit left lying is not what it was") }
        facts += try await scene.disorder(except: [person.status])
        let damage = try await scene.damage()
        self.facts = facts + damage + (try await Self.origins(of: damage, in: scene))
    }

    /// The commits that brought or follow what git misses, which tell whose it was.
    private static func origins(
        of damage: [String], in scene: Scene
    ) async throws -> [String] {
        let format = "--format=%h by %an on %cI: %s"
        var origins: [String] = []
        for line in damage {
            if let id = line.firstMatch(of: /from +commit ([0-9a-f]{40})/)?.1 {
                origins.append(try await scene.git("log", "-1", format, String(id)).output)
            }
            if let id = line.firstMatch(of: /missing (?:blob|tree) ([0-9a-f]{40})/)?.1 {
                let found = "--find-object=\(id)"
                origins.append(try await scene.git("log", "--all", "-t", found, format).output)
            }
        }
        return origins.filter { !$0.isEmpty }
    }

    /// All that is wrong, a line each.
    var violations: [String] {
        lost.map { "acknowledged and lost: \($0)" } + twice.map { "there twice: \($0)" } + facts
    }
}
