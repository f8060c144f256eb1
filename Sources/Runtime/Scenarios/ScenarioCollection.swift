import EtudeDomain
import EtudePractice

/// What a scenario is made of.
struct ScenarioDraft: Sendable {
    let task: String
    let right: String
    let skill: SkillPath
    let difficulty: Double
    let source: String
}

/// Collects drafts as new scenarios, up to a limit, and counts those that cannot be one, by reason.
struct ScenarioCollection {
    private let taxonomy: Taxonomy
    private let charter: Charter
    private let limit: Int
    private let newID: () -> EntryID
    /// The new scenarios.
    private(set) var scenarios: [Scenario] = []
    private var known: Set<String>
    private var failed: Set<String> = []
    private var remarks: [String] = []
    private var leftOut: [(reason: String, count: Int)] = []

    /// The most characters of a title.
    private static let titleLimit = 60

    /// Begins empty, beside the scenarios that are `known` already.
    init(
        taxonomy: Taxonomy, charter: Charter, known: [Scenario], limit: Int,
        newID: @escaping () -> EntryID
    ) {
        self.taxonomy = taxonomy
        self.charter = charter
        self.limit = limit
        self.newID = newID
        self.known = Set(known.map { Self.normalized($0.task) })
    }

    /// How many more it takes.
    var room: Int { limit - scenarios.count }

    /// What was left out, and why.
    var notes: [String] { leftOut.map { "\($0.count) left out: \($0.reason)" } + remarks }

    /// Tells the tasks of failures, none of which is a variation.
    mutating func leaveOut(failed tasks: [String]) { failed = Set(tasks.map(Self.normalized)) }

    /// Adds what else there is to say.
    mutating func note(_ remark: String) { remarks.append(remark) }

    /// Counts what is left out.
    mutating func leaveOut(_ count: Int = 1, because reason: String) {
        guard count > 0 else { return }
        if let place = leftOut.firstIndex(where: { $0.reason == reason }) {
            leftOut[place].count += count
        } else {
            leftOut.append((reason, count))
        }
    }

    /// Takes a draft in, where there is room and it can be a scenario.
    mutating func add(_ draft: ScenarioDraft) {
        guard room > 0 else { return }
        let (task, right) = (draft.task.trimmingWhitespace, TraceText.name(draft.right))
        if let reason = reason(against: draft, task, right) { return leaveOut(because: reason) }
        known.insert(Self.normalized(task))
        scenarios.append(
            Scenario(
                id: newID(), title: Self.title(of: task),
                skill: taxonomy[draft.skill]?.path ?? draft.skill,
                difficulty: (draft.difficulty * 100).rounded() / 100, source: draft.source,
                grader: .exact(right), task: task))
    }

    private func reason(against draft: ScenarioDraft, _ task: String, _ right: String) -> String? {
        if task.isEmpty || right.isEmpty { return "the task or its right answer is empty" }
        if known.contains(Self.normalized(task)) {
            return "the memory has them already"
        }
        if failed.contains(Self.normalized(task)) { return "an agent failed at that very task" }
        guard let skill = taxonomy[draft.skill], skill.status == .active else {
            return "'\(draft.skill)' is no active skill of this memory"
        }
        guard charter.permits(skill.path) else {
            return "the charter does not allow practice of '\(skill.path)'"
        }
        // A trace has neither secrets nor deceiving characters; what a coach writes may.
        let whole = draft.right.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if TraceText.kept(task) != task || right != whole {
            return "the task or its answer is too long, or holds a secret or a deceiving character"
        }
        return nil
    }

    private static func title(of task: String) -> String {
        let line = task.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > titleLimit else { return line }
        let words = line.prefix(titleLimit).split(separator: " ").dropLast()
        return words.isEmpty ? String(line.prefix(titleLimit)) : words.joined(separator: " ") + " …"
    }

    private static func normalized(_ task: String) -> String {
        task.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}
