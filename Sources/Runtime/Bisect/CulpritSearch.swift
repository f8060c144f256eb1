import EtudeGit
import EtudeStore

/// Finds for each question the commit from which on it is answered wrong.
///
/// Every question halves the line of commits on its own, and questions that go the same way are asked
/// together: each is asked `log2` of the commits times, however many commits are at fault.
struct CulpritSearch {
    /// Commits of which one is at fault, and the questions that went wrong with it; more than one where
    /// those between could not be judged.
    struct Find {
        let commits: [ObjectID]
        let questions: [Int]
        /// How many of the other questions came right with them; nil where nobody asked.
        fileprivate(set) var fixed: Int?

        /// How much more they broke than they fixed.
        fileprivate var harm: Int { questions.count - (fixed ?? 0) }
    }

    /// How many commits are asked what they fixed, those that broke most.
    private static let weighed = 5

    private let examination: any Examination
    private let store: MemoryStore
    /// How often each question is asked.
    private let repeats: Int
    private let progress: (Int) -> Void
    /// The revisions at which questions were asked.
    private(set) var revisions: Set<ObjectID> = []
    /// The questions that were answered now right, now wrong at the same revision.
    private(set) var flaky: Set<Int> = []
    /// What was found, in the order of the search.
    private(set) var finds: [Find] = []

    init(
        _ examination: any Examination, in store: MemoryStore, repeats: Int,
        progress: @escaping (Int) -> Void
    ) {
        self.examination = examination
        self.store = store
        self.repeats = repeats
        self.progress = progress
    }

    /// Asks questions at a revision as often as wanted; the majority of the answers counts, and one of
    /// them speaks for it.
    ///
    /// - Returns: The answers by question; nil where they cannot be asked there.
    mutating func ask(
        _ questions: [Int], at revision: ObjectID
    ) async throws(Failure) -> [Int: GivenAnswer]? {
        var given: [Int: [GivenAnswer]] = [:]
        for _ in 0..<repeats {
            guard let answers = try await examination.answers(to: questions, at: revision) else {
                return nil
            }
            for (question, answer) in zip(questions, answers) {
                given[question, default: []].append(answer)
            }
        }
        revisions.insert(revision)
        progress(revisions.count)
        flaky.formUnion(given.filter { Set($0.value.map(\.isRight)).count > 1 }.keys)
        return given.compactMapValues { answers in
            let isRight = answers.count(where: \.isRight) * 2 > answers.count
            return answers.first { $0.isRight == isRight }
        }
    }

    /// Searches a line of commits, at the first of which every one of the questions is answered right,
    /// and at the last wrong.
    mutating func search(
        _ line: ArraySlice<ObjectID>, _ questions: [Int]
    ) async throws(Failure) {
        guard !questions.isEmpty, line.count > 1, let last = line.last else { return }
        if line.count == 2 { return try await blame(last, questions) }
        let middle = (line.startIndex + line.endIndex - 1) / 2
        let inner = line.dropFirst().dropLast().indices
            .sorted { abs($0 - middle) < abs($1 - middle) }
        for place in inner {
            guard let answers = try await ask(questions, at: line[place]) else { continue }
            let wrong = questions.filter { answers[$0]?.isRight == false }
            try await search(line[...place], wrong)
            return try await search(line[place...], questions.filter { !wrong.contains($0) })
        }
        finds.append(Find(commits: Array(line.dropFirst()), questions: questions))
    }

    /// Blames a commit; of a merge, what it took in, where that alone went wrong.
    private mutating func blame(_ commit: ObjectID, _ questions: [Int]) async throws(Failure) {
        var own = questions
        if let (line, sides) = try await side(takenInBy: commit),
            let before = try await ask(questions, at: sides.base),
            let after = try await ask(questions, at: sides.theirs)
        {
            let theirs = questions.filter {
                before[$0]?.isRight == true && after[$0]?.isRight == false
            }
            try await search(line[...], theirs)
            own.removeAll { theirs.contains($0) }
        }
        if !own.isEmpty { finds.append(Find(commits: [commit], questions: own)) }
    }

    /// Asks what the commits fixed that broke most, and puts those first that did the most harm.
    mutating func weigh() async throws(Failure) {
        finds.sort { $0.questions.count > $1.questions.count }
        for place in finds.indices.prefix(Self.weighed) {
            finds[place].fixed = try await fixed(by: finds[place])
        }
        finds.sort { $0.harm > $1.harm }
    }

    private mutating func fixed(by find: Find) async throws(Failure) -> Int? {
        guard let first = find.commits.first, let last = find.commits.last else { return nil }
        let others = examination.questions.indices.filter { !find.questions.contains($0) }
        let parent = try await worded { () throws(StoreError) in
            try await store.commit(first).parents.first
        }
        guard let parent, !others.isEmpty, let before = try await ask(others, at: parent) else {
            return nil
        }
        let wrong = others.filter { before[$0]?.isRight == false }
        guard let after = try await ask(wrong, at: last) else { return nil }
        return wrong.count { after[$0]?.isRight == true }
    }

    private func side(
        takenInBy commit: ObjectID
    ) async throws(Failure) -> (line: [ObjectID], sides: (theirs: ObjectID, base: ObjectID))? {
        try await worded { () throws(StoreError) in
            guard let sides = try await store.sides(of: commit),
                let line = try await store.line(from: sides.base, to: sides.theirs)
            else { return nil }
            return (line, (sides.theirs, sides.base))
        }
    }
}
