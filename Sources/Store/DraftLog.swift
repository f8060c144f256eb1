public import EtudeDomain
public import EtudeGit

extension MemoryStore {
    /// Keeps drafts that the gate refused, with the reasons, in one commit on a side ref of the agent.
    public func keepRefused(
        _ drafts: [(draft: Strategy, reasons: [String])], of agent: String, by author: Signature
    ) throws(StoreError) {
        guard let first = drafts.first else { return }
        var files: [(name: String, bytes: [UInt8])] = []
        for (draft, reasons) in drafts {
            let body = "\n## Refused\n\n" + reasons.map { "- \(CleanText.line($0))\n" }.joined()
            let name = "\(draft.id).md"
            do { files.append((name, try StrategyCodec.encode(draft, body: body))) } catch {
                throw .unwritable(path: name, error)
            }
        }
        let skill = first.draft.lesson.skill
        var trailers: [(CommitMessage.Key, String)] = [(.skill, skill.text), (.agent, agent)]
        if let trace = first.draft.origin.trace { trailers.append((.trace, trace.text)) }
        let message = CommitMessage(
            .draft, skill, "\(drafts.count) refused",
            body: drafts.flatMap(\.reasons).map(CleanText.line).joined(separator: "\n"),
            trailers: trailers)
        _ = try storing { () throws(GitError) in
            try repository.append(
                files, to: "refs/etude/drafts/\(agent)", message: message.text, author: author)
        }
    }

    /// What the gate refused, newest first.
    public func refusals() throws(StoreError) -> [Refusal] {
        try storing { () throws(GitError) in
            var refusals: [Refusal] = []
            for (_, tip) in try repository.references(under: "refs/etude/drafts") {
                try repository.walk(from: tip) { commit throws(GitError) in
                    refusals.append(Refusal(commit))
                    return true
                }
            }
            return refusals
        }
    }
}

/// Drafts of one failure that the gate refused.
public struct Refusal: Hashable, Sendable {
    /// How many drafts.
    public let drafts: Int
    /// Why, as `check: what it found`.
    public let reasons: [String]

    init(_ commit: Commit) {
        let words = commit.subject.split(separator: " ")
        drafts = words.dropLast().last.flatMap { Int($0) } ?? 1
        reasons = commit.message.split(separator: "\n").dropFirst().map(String.init)
            .filter { !$0.hasPrefix("Etude-") }
    }
}
