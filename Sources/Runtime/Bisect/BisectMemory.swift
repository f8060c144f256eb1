public import EtudeAgents
public import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore
import Foundation

/// Finds the commits that made a memory worse, by asking the same questions at its revisions; the work
/// tree stays as it is.
public struct BisectMemory: Sendable {
    /// What is asked.
    public enum Questions: Sendable {
        /// The stored attempts at a skill and those below it, replayed.
        case attempts(of: SkillPath?)
        /// The held-out requests of a desk for a skill and those below it.
        case desk(Desk, of: SkillPath?)
        /// The memory's own scenarios of a skill and those below it.
        case scenarios(of: SkillPath?)
        /// One task, and the right answer.
        case task(String, right: String)
        /// A program that exits with 0 where it finds the memory in `ETUDE_MEMORY` good; that is a copy
        /// in this folder, which is made and removed.
        case program(Program, copyingTo: String)
    }

    /// What is asked.
    public let questions: Questions
    /// Who answers; nil for the embedded apprentice.
    public let agent: (any Agent)?
    /// A revision that answers well; nil for the first.
    public let good: String?
    /// A later one that answers worse; nil for the tip of the branch.
    public let bad: String?
    /// How often each question is asked at each revision.
    public let repeats: Int

    /// Plans a search.
    public init(
        _ questions: Questions, agent: (any Agent)? = nil, good: String? = nil, bad: String? = nil,
        repeats: Int = 1
    ) {
        self.questions = questions
        self.agent = agent
        self.good = good
        self.bad = bad
        self.repeats = repeats
    }

    /// Searches; `progress` is told how many revisions have been asked.
    public func run(
        _ finder: MemoryFinder, surroundings: Surroundings,
        progress: @escaping (Int) -> Void = { _ in }
    ) async throws(Failure) -> BisectReport {
        let location = try finder.location()
        let memory = try await worded { () throws(StoreError) in
            try await Memory.open(location, surroundings: surroundings)
        }
        let store = memory.store
        let (start, end) = try await ends(in: store)
        for revision in [start, end] { try await checkSkill(at: revision, in: store) }
        let line = try await worded { () throws(StoreError) in
            try await store.line(from: start, to: end)
        }
        guard let line, let first = line.first, let last = line.last else {
            throw Failure(
                "'\(good ?? "")' is not among the commits that lead to '\(bad ?? "the tip")'",
                hint:
                    "'etude log' lists them; of a merge only the branch that it went on from counts"
            )
        }
        guard line.count > 1 else {
            throw Failure(
                "the memory is the same at both revisions, so nothing made it worse",
                hint: "name an older revision with --good")
        }
        let folder = try makeCopyFolder()
        defer { if let folder { try? FileManager.default.removeItem(atPath: folder) } }
        let examination = try await examination(of: memory, at: last, surroundings)
        var search = CulpritSearch(
            examination, in: store, repeats: repeats, progress: progress)
        let all = Array(examination.questions.indices)
        guard let before = try await search.ask(all, at: first),
            let after = try await search.ask(all, at: last)
        else { throw try await unreadable(first, last, in: store) }
        let wrong = all.filter { before[$0]?.isRight == true && after[$0]?.isRight == false }
        guard before.values.contains(where: \.isRight) else {
            throw Failure(
                "nothing is answered right at \(first.short), so nothing went wrong since",
                hint: "name a revision that answers well with --good")
        }
        try await search.search(line[...], wrong)
        try await search.weigh()
        return try await BisectReport(
            search, examination, before: before, after: after, line: line, in: store)
    }

    /// Makes the folder of the copy that a program gets; nil where none asks.
    private func makeCopyFolder() throws(Failure) -> String? {
        guard case .program(_, let folder) = questions else { return nil }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: false)
        } catch {
            throw Failure(
                "the folder '\(folder)' for a copy of the memory cannot be made",
                details: [error.localizedDescription])
        }
        return folder
    }

    /// The revisions named, as commits; the first is nil where none is named.
    private func ends(
        in store: MemoryStore
    ) async throws(Failure) -> (start: ObjectID?, end: ObjectID) {
        try await worded { () throws(StoreError) in
            let start: ObjectID? = if let good { try await store.resolve(good) } else { nil }
            let end: ObjectID =
                if let bad { try await store.resolve(bad) } else { try await store.requireTip() }
            return (start, end)
        }
    }

    private var skill: SkillPath? {
        switch questions {
        case .attempts(let skill), .scenarios(let skill), .desk(_, let skill): skill
        case .task, .program: nil
        }
    }

    /// Refuses a revision that does not know the skill.
    private func checkSkill(at revision: ObjectID?, in store: MemoryStore) async throws(Failure) {
        guard let skill, let revision else { return }
        let taxonomy = try await worded { () throws(StoreError) in
            try await store.outline(at: revision).taxonomy
        }
        guard taxonomy[skill] == nil else { return }
        let suggestion = taxonomy.suggestion(for: skill.text)
        throw Failure(
            "the memory has no skill '\(skill)' at \(revision.short)",
            hint: suggestion.map { "did you mean '\($0)'?" }
                ?? "'etude skills' lists those of the tip")
    }

    /// Why one of the ends could not be asked.
    private func unreadable(
        _ first: ObjectID, _ last: ObjectID, in store: MemoryStore
    ) async throws(Failure) -> Failure {
        for revision in [first, last] {
            _ = try await worded { () throws(StoreError) in try await store.snapshot(at: revision) }
        }
        return Failure(
            "the program cannot judge \(first.short) or \(last.short): it exits with 125",
            hint: "name other revisions with --good and --bad")
    }
}
