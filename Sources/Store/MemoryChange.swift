public import EtudeDomain
public import EtudeGit

/// A commit that changed the memory, with the files it changed.
public struct MemoryChange: Hashable, Sendable {
    /// The commit.
    public let commit: Commit
    /// The files, from the top of the memory.
    public let paths: [String]

    /// The strategies that the commit wrote, edited or retired, by its trailers.
    public var strategies: [EntryID] {
        let keys: [CommitMessage.Key] = [.strategy, .retires]
        return keys.flatMap { commit.values(ofTrailer: $0.name) }.compactMap(EntryID.init)
    }

    /// The skills that the commit names in its trailers.
    public var skills: [SkillPath] {
        commit.values(ofTrailer: CommitMessage.Key.skill.name).compactMap(SkillPath.init)
    }

    /// The agents that the commit names in its trailers.
    public var agents: [String] { commit.values(ofTrailer: CommitMessage.Key.agent.name) }

    /// Whether the commit let a strategy in.
    public var isLearning: Bool {
        commit.subject.hasPrefix("\(CommitMessage.Verb.learn.rawValue)(")
    }

    /// Whether the commit says that it takes another back.
    public var isRevert: Bool { !reverted.isEmpty }

    /// The ids of the commits that this one says it takes back.
    var reverted: [String] {
        commit.message.split(separator: "\n").compactMap { line in
            let mark = "This reverts commit "
            guard line.hasPrefix(mark) else { return nil }
            return String(line.dropFirst(mark.count).prefix { $0.isHexDigit })
        }
    }
}
