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
    public func append(_ trace: Trace, analysis: String? = nil, by author: Signature)
        throws(StoreError)
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
        _ = try storing { () throws(GitError) in
            try repository.append(
                [(TraceCodec.fileName, bytes)], to: Self.reference(of: trace.agent),
                message: message.text,
                author: author)
        }
    }

    /// The traces of every agent, oldest first, each as it was last written; at most `limit` of an
    /// agent, the newest.
    ///
    /// - Returns: The traces, and what is wrong with those that could not be read.
    public func traces(limit: Int) throws(StoreError) -> (traces: [Trace], problems: [EntryProblem])
    {
        let references = try storing { () throws(GitError) in
            try repository.references(under: "refs/etude/traces")
        }
        var (traces, problems): ([Trace], [EntryProblem]) = ([], [])
        for (name, tip) in references.sorted(by: { $0.key < $1.key }) {
            let found = try self.traces(from: tip, reference: name, limit: limit)
            traces += found.traces
            problems += found.problems
        }
        return (traces, problems)
    }

    /// The tip of an agent's traces; nil when it has none.
    public func tipOfTraces(of agent: String) throws(StoreError) -> ObjectID? {
        try storing { () throws(GitError) in try repository.tip(of: Self.reference(of: agent)) }
    }

    private func traces(
        from tip: ObjectID, reference: String, limit: Int
    ) throws(StoreError) -> (traces: [Trace], problems: [EntryProblem]) {
        guard limit > 0 else { return ([], []) }
        var (latest, order, problems): ([EntryID: Trace], [EntryID], [EntryProblem]) = ([:], [], [])
        var begun: Set<EntryID> = []
        try storing { () throws(GitError) in
            try repository.walk(from: tip, hiding: nil) { commit throws(GitError) in
                let name = commit.values(ofTrailer: CommitMessage.Key.trace.name).first
                guard let id = name.flatMap(EntryID.init) else { return true }
                if commit.subject.hasPrefix(CommitMessage.Verb.trace.rawValue),
                    begun.insert(id).inserted
                {
                    order.append(id)
                }
                guard latest[id] == nil, let path = TreePath(TraceCodec.fileName) else {
                    return true
                }
                let bytes = try repository.contents(of: path, in: commit.id) ?? []
                let place = "\(reference):\(commit.id.short)/\(TraceCodec.fileName)"
                do throws(EntryProblem) {
                    latest[id] = try TraceCodec.decode(bytes, path: place)
                } catch {
                    problems.append(error)
                }
                return order.count < limit
            }
        }
        return (order.reversed().compactMap { latest[$0] }, problems)
    }
}
