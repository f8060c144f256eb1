import EtudeDocuments
public import EtudeDomain
public import EtudeGit

extension MemoryStore {
    /// The traces of one agent: commits on a side ref, off the work tree.
    private static func reference(of agent: String) -> String { "refs/etude/traces/\(agent)" }

    /// Keeps a trace; it is in the repository when this returns.
    ///
    /// With an analysis, it takes the place of what was kept of the same trace before. In its texts,
    /// characters that no file may hold become spaces, and what a file cannot hold is cut.
    ///
    /// - Returns: The commit that tells it, and the one of the agent's trace before.
    @discardableResult
    public func append(_ trace: Trace, analysis: String? = nil, by author: Signature)
        throws(StoreError) -> (commit: ObjectID, after: ObjectID?)
    {
        let verb: CommitMessage.Verb = analysis == nil ? .trace : .evaluate
        let message = CommitMessage(
            verb, trace.skill, trace.outcome.rawValue,
            trailers: [
                (.trace, trace.id.text), (.skill, trace.skill.text), (.agent, trace.agent),
                (.evaluation, trace.evaluation.rawValue),
            ])
        let bytes: [UInt8]
        do { bytes = try TraceCodec.encode(trace, analysis: analysis) } catch {
            throw .unwritable(path: TraceCodec.fileName, error)
        }
        return try storing { () throws(GitError) in
            let commit = try repository.append(
                [(TraceCodec.fileName, bytes)], to: Self.reference(of: trace.agent),
                message: message.text, author: author)
            return (commit, try repository.commit(commit).parents.first)
        }
    }

    /// The traces of every agent, oldest first, each as it was last written; at most `limit` of an
    /// agent, the newest.
    ///
    /// - Returns: The traces, and what is wrong with those that could not be read.
    public func traces(limit: Int) throws(StoreError) -> (traces: [Trace], problems: [EntryProblem])
    {
        var (traces, problems): ([Trace], [EntryProblem]) = ([], [])
        for (agent, tip) in try tipsOfTraces().sorted(by: { $0.key < $1.key }) {
            let found = try told(by: agent, upTo: tip, after: nil, limit: limit)
            traces += found.traces.filter { !$0.isAfterthought }.map(\.trace)
            problems += found.problems
        }
        return (traces, problems)
    }

    /// The last commit of each agent's traces, by the agent.
    public func tipsOfTraces() throws(StoreError) -> [String: ObjectID] {
        let references = try storing { () throws(GitError) in
            try repository.references(under: Self.reference(of: ""))
        }
        let agents = references.map { name, tip in
            (String(name.dropFirst(Self.reference(of: "").count)), tip)
        }
        return Dictionary(agents) { $1 }
    }

    /// The traces that an agent told after a commit, oldest first, as ``traces(limit:)`` has them.
    ///
    /// Where the last commit tells none of them anew it comes at the end, as an afterthought.
    ///
    /// - Returns: The traces; nil when `known` is not among what the last commit builds on.
    public func traces(
        toldBy agent: String, upTo tip: ObjectID, after known: ObjectID?, limit: Int
    ) throws(StoreError) -> [ToldTrace]? {
        let found = try told(by: agent, upTo: tip, after: known, limit: limit)
        return found.isWhole ? found.traces : nil
    }

    /// The tip of an agent's traces; nil when it has none.
    public func tipOfTraces(of agent: String) throws(StoreError) -> ObjectID? {
        try storing { () throws(GitError) in try repository.tip(of: Self.reference(of: agent)) }
    }

    private func told(
        by agent: String, upTo tip: ObjectID, after known: ObjectID?, limit: Int
    ) throws(StoreError) -> TraceReading {
        var reading = TraceReading(limit: limit)
        guard limit > 0 else { return reading }
        try storing { () throws(GitError) in
            try repository.walk(from: tip, hiding: known) { commit throws(GitError) in
                let name = commit.values(ofTrailer: CommitMessage.Key.trace.name).first
                reading.oldest = commit
                guard let id = name.flatMap(EntryID.init) else { return true }
                let isTold = commit.subject.hasPrefix(CommitMessage.Verb.trace.rawValue)
                if reading.begin(id, in: commit, isTold: isTold),
                    let path = TreePath(TraceCodec.fileName)
                {
                    let bytes = try repository.contents(of: path, in: commit.id) ?? []
                    let place = "\(Self.reference(of: agent)):\(commit.id.short)/\(path.text)"
                    reading.read(id, bytes, at: place)
                }
                return reading.count < limit
            }
        }
        reading.finish(tip: tip, after: known)
        return reading
    }
}

/// A trace, and the commit that told it.
public struct ToldTrace: Hashable, Sendable {
    /// The commit.
    public let commit: ObjectID
    /// The trace as it was last written.
    public let trace: Trace
    /// Whether the trace was told before, and only thought about here.
    public let isAfterthought: Bool
}

/// What was read of an agent's traces so far, newest first.
private struct TraceReading {
    let limit: Int
    var oldest: Commit?
    private(set) var traces: [ToldTrace] = []
    private(set) var problems: [EntryProblem] = []
    /// Whether everything since the commit that was known is there.
    private(set) var isWhole = true
    private var told: [(id: EntryID, commit: ObjectID)] = []
    private var latest: [EntryID: Trace] = [:]
    private var begun: Set<EntryID> = []
    private var newest: (id: EntryID, commit: ObjectID)?

    init(limit: Int) { self.limit = limit }

    /// The traces that were told.
    var count: Int { told.count }

    /// Takes a commit down; returns whether its trace is still to be read.
    mutating func begin(_ id: EntryID, in commit: Commit, isTold: Bool) -> Bool {
        if newest == nil { newest = (id, commit.id) }
        if isTold, begun.insert(id).inserted { told.append((id, commit.id)) }
        return latest[id] == nil
    }

    mutating func read(_ id: EntryID, _ bytes: [UInt8], at place: String) {
        do throws(EntryProblem) { latest[id] = try TraceCodec.decode(bytes, path: place) } catch {
            problems.append(error)
        }
    }

    mutating func finish(tip: ObjectID, after known: ObjectID?) {
        traces = told.reversed().compactMap { id, commit in
            latest[id].map { ToldTrace(commit: commit, trace: $0, isAfterthought: false) }
        }
        if traces.last?.commit != tip, let newest, newest.commit == tip,
            let trace = latest[newest.id]
        {
            traces.append(ToldTrace(commit: tip, trace: trace, isAfterthought: true))
        }
        let reachesKnown = known == nil || count >= limit || oldest?.parents.first == known
        isWhole = known == tip || reachesKnown
    }
}
