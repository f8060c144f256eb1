public import EtudeDomain
public import EtudeGit

/// A file of the memory in which two revisions differ.
public struct EntryChange: Hashable, Sendable {
    /// The file, from the top of the memory.
    public let path: String
    /// What it is in the newer revision.
    public let content: Content

    /// What an entry is, as far as someone who follows the memory needs to know.
    public enum Content: Hashable, Sendable {
        /// A strategy.
        case strategy(Strategy)
        /// The charter or a skill: what says how the rest may be used.
        case outline
        /// It cannot be read as what its place says it is.
        case unreadable
        /// Another entry, or nothing any more.
        case other
    }

    /// Describes a change.
    public init(path: String, content: Content) {
        self.path = path
        self.content = content
    }
}

extension MemoryStore {
    /// The charter and the skills at a revision; nothing else of the memory is read.
    public func outline(
        at revision: ObjectID
    ) throws(StoreError) -> (charter: Charter, taxonomy: Taxonomy) {
        var entries: [String: Entry] = [:]
        for path in [MemoryLayout.charter, "skills"] {
            let place = try location.treePath(path)
            let files = try storing { () throws(GitError) in
                try repository.files(under: place, in: revision)
            }
            try read(files, into: &entries)
        }
        let outline = try MemorySnapshot(revision: revision, entries: entries)
        return (outline.charter, outline.taxonomy)
    }

    /// The entries in which two revisions differ.
    ///
    /// Cost: linear in the difference and in the folders that hold it.
    public func changes(
        from before: ObjectID, to after: ObjectID
    ) throws(StoreError) -> [EntryChange] {
        let changes = try storing { () throws(GitError) in
            try repository.changes(from: before, to: after, under: location.prefix)
        }
        var entries: [EntryChange] = []
        for change in changes {
            guard let path = location.memoryPath(change.path), MemoryLayout.isReserved(path) else {
                continue
            }
            let entry: Entry? =
                if let file = change.after { try entry(of: file, at: path) } else { nil }
            entries.append(EntryChange(path: path, content: Self.content(entry, at: path)))
        }
        return entries
    }

    /// Two revisions, of each the charter and the entries that the other does not have in the same form.
    ///
    /// Cost: linear in the difference and in the folders that hold it.
    public func difference(
        from before: ObjectID, to after: ObjectID
    ) throws(StoreError) -> (before: MemorySnapshot, after: MemorySnapshot) {
        let changes = try storing { () throws(GitError) in
            try repository.changes(from: before, to: after, under: location.prefix)
        }
        return (
            try part(of: before, with: changes.compactMap(\.before)),
            try part(of: after, with: changes.compactMap(\.after))
        )
    }

    private func part(
        of revision: ObjectID, with files: [TreeFile]
    ) throws(StoreError) -> MemorySnapshot {
        let charter = try location.treePath(MemoryLayout.charter)
        var entries: [String: Entry] = [:]
        try read(files, into: &entries)
        try read(
            storing { () throws(GitError) in try repository.files(under: charter, in: revision) },
            into: &entries)
        return try MemorySnapshot(revision: revision, entries: entries)
    }

    private static func content(_ entry: Entry?, at path: String) -> EntryChange.Content {
        switch entry?.content {
        case .strategy(let strategy): .strategy(strategy)
        case .unreadable: .unreadable
        case .charter, .skill: .outline
        case .scenario, .competency: .other
        case nil:
            [.charter, .skill].contains(MemoryLayout.kind(of: path)) ? .outline : .other
        }
    }
}
