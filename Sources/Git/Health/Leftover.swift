extension GitFolders {
    /// Returns the half-made files of dead writers; none while somebody writes.
    ///
    /// A journal is none of them: it says how to go on.
    public func leftovers() throws(GitError) -> [String] {
        guard let state = try Folder.open(own).subfolder(Workspace.stateName),
            try writer() == nil, try !Journal.isThere(in: state)
        else { return [] }
        return try state.names().filter(Self.isHalfMade).sorted().map {
            "\(state.path)/\($0)"
        }
    }

    /// Moves the half-made files of dead writers aside.
    ///
    /// One of them may be a work file with edits that nobody has committed.
    ///
    /// - Returns: Where they are kept.
    public func putLeftoversAside() throws(GitError) -> [String] {
        var kept: [String] = []
        try alone { state throws(GitError) in
            guard try !Journal.isThere(in: state) else { return }
            for name in try state.names().filter(Self.isHalfMade).sorted() {
                if let path = try SavedFile.keep(name, of: state, as: name, in: state) {
                    kept.append(path)
                }
                try state.removeFile(name)
            }
        }
        return kept
    }

    private static func isHalfMade(_ name: String) -> Bool {
        name.hasPrefix(WorkFile.stagedStart)
            || [IndexUpdate.draftName, IndexUpdate.draftLockName].contains(name)
    }
}
