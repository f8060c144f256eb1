import EtudeDomain
import EtudeGit
import EtudeReview
import EtudeStore
public import Foundation

/// Which commits made a memory worse.
public struct BisectReport: Codable, Hashable, Sendable {
    /// A question that is answered wrong since a commit.
    public struct Break: Codable, Hashable, Sendable {
        /// The question.
        public let question: String
        /// The answer before.
        public let before: String
        /// The answer since.
        public let after: String
        /// The strategies that the answer follows.
        public let used: [String]
    }

    /// What a commit did to a strategy.
    public struct Change: Codable, Hashable, Sendable {
        /// What a change can be.
        public enum Kind: String, Codable, Hashable, Sendable {
            case learned, changed, retired
        }

        /// What was done.
        public let kind: Kind
        /// The strategy's id.
        public let id: String
        /// Its title.
        public let title: String
        /// When it is for.
        public let when: String
        /// What it says to do.
        public let action: String

        enum CodingKeys: String, CodingKey {
            case kind, id, title, when
            case action = "do"
        }
    }

    /// A commit at fault, or several of which one is.
    public struct Culprit: Codable, Hashable, Sendable {
        /// The commits; several where those between could not be judged.
        public let commits: [String]
        /// The first line of the last of them.
        public let subject: String
        /// Who made it.
        public let author: String
        /// When.
        public let date: Date
        /// What they changed about strategies.
        public let changes: [Change]
        /// What is answered wrong since.
        public let broke: [Break]
        /// How many other questions are answered right since; nil where that was not asked.
        public let fixed: Int?
    }

    /// The revision that answers well.
    public let good: String
    /// The revision that answers worse.
    public let bad: String
    /// The commits between them that changed the memory, the last one included.
    public let commits: Int
    /// The revisions at which questions were asked.
    public let revisions: Int
    /// The questions.
    public let questions: Int
    /// How many were answered right at the good revision.
    public let rightBefore: Int
    /// How many were answered right at the bad one.
    public let rightAfter: Int
    /// The questions that were answered now right, now wrong at the same revision.
    public let flaky: [String]
    /// The commits at fault, those that did the most harm first.
    public let culprits: [Culprit]

    enum CodingKeys: String, CodingKey {
        case good, bad, commits, revisions, questions, flaky, culprits
        case rightBefore = "right-before"
        case rightAfter = "right-after"
    }
}

extension BisectReport {
    /// Reports a search that has ended, on a line of commits whose ends answered `before` and `after`.
    init(
        _ search: CulpritSearch, _ examination: any Examination, before: [Int: GivenAnswer],
        after: [Int: GivenAnswer], line: [ObjectID], in store: MemoryStore
    ) async throws(Failure) {
        var culprits: [Culprit] = []
        for find in search.finds {
            let broke = find.questions.map { question in
                Break(
                    question: examination.questions[question],
                    before: before[question]?.text ?? "", after: after[question]?.text ?? "",
                    used: after[question]?.used.map(\.text) ?? [])
            }
            culprits.append(try await Culprit(find, broke, in: store))
        }
        good = line.first?.description ?? ""
        bad = line.last?.description ?? ""
        commits = line.count - 1
        revisions = search.revisions.count
        questions = examination.questions.count
        rightBefore = before.values.count(where: \.isRight)
        rightAfter = after.values.count(where: \.isRight)
        flaky = search.flaky.sorted().map { examination.questions[$0] }
        self.culprits = culprits
    }
}

extension BisectReport.Culprit {
    fileprivate init(
        _ find: CulpritSearch.Find, _ broke: [BisectReport.Break], in store: MemoryStore
    ) async throws(Failure) {
        let found = try await worded { () throws(StoreError) in
            guard let first = find.commits.first, let last = find.commits.last else {
                preconditionFailure("a find names a commit")
            }
            guard let parent = try await store.commit(first).parents.first else {
                return (commit: try await store.commit(last), changes: [BisectReport.Change]())
            }
            let diff = try await CompareRevisions.difference(in: store, from: parent, to: last)
            return (
                commit: try await store.commit(last),
                changes: diff.skills.flatMap(\.strategies).map(BisectReport.Change.init)
            )
        }
        self.init(
            commits: find.commits.map(\.description), subject: found.commit.subject,
            author: found.commit.author.name,
            date: Date(timeIntervalSince1970: Double(found.commit.author.seconds)),
            changes: found.changes, broke: broke, fixed: find.fixed)
    }
}

extension BisectReport.Change {
    fileprivate init(_ change: SemanticDiff.Change) {
        let (strategy, lesson) = (change.strategy, change.strategy.lesson)
        let kind: Kind =
            switch change {
            case .learned: .learned
            case .changed: .changed
            case .retired: .retired
            }
        self.init(
            kind: kind, id: strategy.id.text, title: lesson.title, when: lesson.when,
            action: lesson.action.text)
    }
}
