import EtudeAgents
import EtudeDomain
import EtudeGit
import EtudePractice
import EtudeRecall
import EtudeStore
import struct Foundation.Date

/// Questions that a memory can be asked at any of its revisions.
protocol Examination: Sendable {
    /// The questions, as people read them.
    var questions: [String] { get }

    /// The answers to some of the questions at a revision, in their order; nil where they cannot be
    /// asked there.
    func answers(
        to questions: [Int], at revision: ObjectID
    ) async throws(Failure) -> [GivenAnswer]?
}

/// An answer to a question.
struct GivenAnswer: Hashable, Sendable {
    /// What was answered, as people read it.
    let text: String
    /// Whether that is right.
    let isRight: Bool
    /// The strategies that it followed.
    var used: [EntryID] = []
}

/// Asks an agent to do tasks that have a grader.
struct TaskExamination: Examination {
    /// A task, and how an answer is judged.
    struct Item {
        let task: String
        let grader: Scenario.Grader
    }

    let agent: RecallingAgent
    let items: [Item]
    let store: MemoryStore
    /// The attempts that strategies have their records from.
    let log: AttemptLog
    private let bases: [Answer]

    var questions: [String] { items.map(\.task) }

    /// Asks the agent what it does without memory, once.
    init(
        _ items: [Item], to agent: RecallingAgent, store: MemoryStore, log: AttemptLog
    ) async throws(Failure) {
        var bases: [Answer] = []
        for item in items { bases.append(try await agent.base(of: item.task)) }
        self.agent = agent
        self.items = items
        self.store = store
        self.log = log
        self.bases = bases
    }

    func answers(
        to questions: [Int], at revision: ObjectID
    ) async throws(Failure) -> [GivenAnswer]? {
        guard let index = await store.index(at: revision, log) else { return nil }
        var answers: [GivenAnswer] = []
        for question in questions {
            let item = items[question]
            let answer = try await agent.choice(
                about: item.task, base: bases[question], from: index
            ).answer
            let outcome = try await item.grader.judge(answer.action)
            answers.append(
                GivenAnswer(
                    text: answer.action, isRight: outcome == .success, used: answer.used))
        }
        return answers
    }
}

/// Replays stored attempts, as an agent that follows what most of the strategies say that fire.
struct ReplayExamination: Examination {
    let attempts: [Attempt]
    let store: MemoryStore
    let log: AttemptLog
    let now: Date

    var questions: [String] { attempts.map(\.task) }

    func answers(
        to questions: [Int], at revision: ObjectID
    ) async throws(Failure) -> [GivenAnswer]? {
        guard let index = await store.index(at: revision, log) else { return nil }
        let known = IndexedMemory(index: index, log: log)
        return try questions.map { question throws(Failure) in
            let attempt = attempts[question]
            let decision: IndexedMemory.Decision
            do throws(RecallError) {
                decision = try known.decision(about: attempt, now: now)
            } catch {
                throw Failure(error)
            }
            return GivenAnswer(
                text: decision.action?.text ?? attempt.situation.leaning ?? "base competence",
                isRight: decision.isRight, used: decision.used)
        }
    }
}

/// Runs a program on a copy of the memory, and takes its exit status for an answer, as `git bisect run`
/// does.
struct ProgramExamination: Examination {
    let program: Program
    let copy: MemoryCopy

    /// The exit status that says that a revision cannot be judged.
    private static let skip = 125
    /// From here on, the shell says that it could not run the program, or that a signal ended it.
    private static let notRun = 126

    var questions: [String] { [program.command] }

    func answers(
        to questions: [Int], at revision: ObjectID
    ) async throws(Failure) -> [GivenAnswer]? {
        try await worded { () throws(StoreError) in try await copy.checkOut(revision) }
        let status: Int
        do throws(AgentError) {
            status = try await Program(
                program.command, timeLimit: program.timeLimit,
                environment: ["ETUDE_MEMORY": copy.folder, "ETUDE_REVISION": revision.description]
            ).exitStatus()
        } catch {
            throw Failure(
                "'\(program.command.escaped)' gave no verdict at \(revision.short)",
                details: [Failure(error).message])
        }
        if status == Self.skip { return nil }
        guard status < Self.notRun else {
            throw Failure(
                "'\(program.command.escaped)' ended with exit status \(status) at \(revision.short)",
                hint: "it has to exit with 0 for right, 125 for a revision that cannot be judged, "
                    + "and another number below 126 for wrong")
        }
        return questions.map { _ in
            GivenAnswer(text: "exit status \(status)", isRight: status == 0)
        }
    }
}

extension MemoryStore {
    /// What recall answers from at a revision, with the records of today; nil where it cannot be read.
    fileprivate func index(at revision: ObjectID, _ log: AttemptLog) -> RecallIndex? {
        (try? snapshot(at: revision)).map { RecallIndex(of: $0, log) }
    }
}
