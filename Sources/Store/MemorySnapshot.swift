public import EtudeDomain
public import EtudeGit

/// The memory at one revision; it never changes.
public struct MemorySnapshot: Sendable {
    /// The revision; nil before the first commit.
    public let revision: ObjectID?
    /// The operator's rules.
    public let charter: Charter
    /// The skills.
    public let taxonomy: Taxonomy
    /// The entries that could be read, by their path from the top of the memory.
    let entries: [String: Entry]
    /// The files that could not be read as what they should be; they are left out.
    public let problems: [EntryProblem]

    /// A strategy and the file that holds it.
    public struct StrategyFile: Hashable, Sendable {
        /// The strategy.
        public let strategy: Strategy
        /// The file, from the top of the memory.
        public let path: String
    }

    /// The strategies in the order of their ids.
    public let strategies: [StrategyFile]

    /// The strategy with this id; nil when there is none.
    public func strategy(_ id: EntryID) -> StrategyFile? {
        var (low, high) = (0, strategies.count)
        while low < high {
            let middle = (low + high) / 2
            if strategies[middle].strategy.id == id { return strategies[middle] }
            if strategies[middle].strategy.id < id { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// The strategies that may be recalled at all: neither retired nor superseded.
    public var recallable: [StrategyFile] {
        let superseded = Set(
            strategies.flatMap { file in
                file.strategy.status == .active ? file.strategy.supersedes : []
            })
        return strategies.filter {
            $0.strategy.status != .retired && !superseded.contains($0.strategy.id)
        }
    }

    /// The competency snapshots, by agent and skill.
    public var competencies: [Competency] {
        entries.values.compactMap { entry in
            if case .competency(let competency) = entry.content { competency } else { nil }
        }.sorted { ($0.agent, $0.skill) < ($1.agent, $1.skill) }
    }

    /// The scenarios, in the order of their ids.
    public var scenarios: [Scenario] { scenarioFiles.map(\.scenario) }

    /// The scenarios with their files, from the top of the memory, in the order of their ids.
    public var scenarioFiles: [(scenario: Scenario, path: String)] {
        entries.compactMap { path, entry in
            if case .scenario(let scenario) = entry.content { (scenario, path) } else { nil }
        }.sorted { ($0.scenario.id, $0.path) < ($1.scenario.id, $1.path) }
    }

    init(revision: ObjectID?, entries: [String: Entry]) throws(StoreError) {
        self.revision = revision
        self.entries = entries
        charter = try Self.charter(in: entries)
        var skills: [Skill] = []
        var problems: [EntryProblem] = []
        var files: [EntryID: StrategyFile] = [:]
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            switch entry.content {
            case .skill(let skill): skills.append(skill)
            case .strategy(let strategy):
                let file = StrategyFile(strategy: strategy, path: path)
                if let first = files[strategy.id] {
                    problems.append(.duplicate(of: first.path, id: strategy.id, path: path))
                } else {
                    files[strategy.id] = file
                }
            case .unreadable(let problem): problems.append(problem)
            case .charter, .scenario, .competency: break
            }
        }
        taxonomy = Taxonomy(skills)
        strategies = files.values.sorted { $0.strategy.id < $1.strategy.id }
        self.problems = problems
    }

    private static func charter(in entries: [String: Entry]) throws(StoreError) -> Charter {
        switch entries[MemoryLayout.charter]?.content {
        case .charter(let charter): return charter
        case .unreadable(let problem): throw .charter(problem)
        default:
            throw .charter(
                EntryProblem(
                    path: MemoryLayout.charter, message: "this revision has no charter",
                    hint: "run 'etude init', or restore CHARTER.md from an older revision"))
        }
    }
}

extension EntryProblem {
    fileprivate static func duplicate(of first: String, id: EntryID, path: String) -> EntryProblem {
        EntryProblem(
            path: path, message: "the id '\(id)' is already that of '\(first)'",
            hint: "give one of the two another id, or delete it")
    }
}
