import Clibgit2

extension Repository {
    /// Returns the files in which two commits differ, in git's order; renames are not guessed.
    ///
    /// Costs grow with the difference, not with the repository: equal folders are skipped. Names
    /// that ``TreePath`` refuses are left out.
    ///
    /// Without `before`, everything counts as added. With a folder, only the files below it, or the
    /// file itself.
    public func changes(
        from before: ObjectID?, to after: ObjectID, under folder: TreePath? = nil
    ) throws(GitError) -> [FileChange] {
        try comparison(from: before, to: after, under: folder).changes
    }

    /// Returns the files and folders of a commit whose names ``TreePath`` refuses, so that nothing
    /// here reads them; bytes that are not UTF-8 are replaced.
    public func refusedPaths(
        under folder: TreePath? = nil, in commit: ObjectID
    ) throws(GitError) -> [String] {
        try comparison(from: nil, to: commit, under: folder).refused
    }

    private func comparison(
        from before: ObjectID?, to after: ObjectID, under folder: TreePath?
    ) throws(GitError) -> TreeComparison {
        let old = try before.map { id throws(GitError) in try rootTree(of: id) }
        let new = try rootTree(of: after)
        var comparison = TreeComparison()
        if let folder {
            let left =
                try old.map { id throws(GitError) in try entry(at: folder, inTree: id) } ?? nil
            let right = try entry(at: folder, inTree: new)
            try comparison.compareEntries(left, right, below: folder.parent, in: self)
        } else {
            try comparison.compare(old, new, below: nil, in: self)
        }
        return comparison
    }

    /// Returns the difference of two commits as a unified diff, as `git diff` prints it.
    ///
    /// Without `before`, everything counts as added. With a folder, only the files below it, or the
    /// file itself. Bytes that are not UTF-8 are replaced.
    public func patch(
        from before: ObjectID?, to after: ObjectID, under folder: TreePath? = nil
    ) throws(GitError) -> String {
        let paths = try changes(from: before, to: after, under: folder).map(\.path)
        guard !paths.isEmpty else { return "" }
        let old = try before.map { id throws(GitError) in try rootTree(of: id) }
        return try patch(of: paths, from: old, to: rootTree(of: after))
    }

    /// Prints the differences at exactly `paths`, which spares libgit2 the rest of the trees.
    private func patch(
        of paths: [TreePath], from before: ObjectID?, to after: ObjectID
    ) throws(GitError) -> String {
        let new = try treeHandle(after)
        guard let before else { return try patch(of: paths, from: nil, to: new.raw) }
        let old = try treeHandle(before)
        return try patch(of: paths, from: old.raw, to: new.raw)
    }

    private func patch(
        of paths: [TreePath], from old: OpaquePointer?, to new: OpaquePointer
    ) throws(GitError) -> String {
        let diff: Handle<DiffKind> = try adopt(from: "git_diff_tree_to_tree") { out in
            Self.withOptions(paths) { git_diff_tree_to_tree(&out, raw, old, new, $0) }
        }
        return try Self.text(of: diff)
    }

    private static func text(of diff: borrowing Handle<DiffKind>) throws(GitError) -> String {
        var text = git_buf()
        defer { git_buf_dispose(&text) }
        try check(git_diff_to_buf(&text, diff.raw, GIT_DIFF_FORMAT_PATCH), "git_diff_to_buf")
        let bytes = UnsafeRawBufferPointer(start: text.ptr, count: text.size)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func withOptions(
        _ paths: [TreePath], _ body: (UnsafePointer<git_diff_options>) -> Int32
    ) -> Int32 {
        var options = git_diff_options()
        git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION))
        options.flags = GIT_DIFF_DISABLE_PATHSPEC_MATCH.rawValue
        var texts: [UnsafeMutablePointer<CChar>?] = paths.map { duplicate($0.text) }
        defer { for text in texts { text?.deallocate() } }
        let count = texts.count
        return texts.withUnsafeMutableBufferPointer { texts in
            options.pathspec = git_strarray(strings: texts.baseAddress, count: count)
            return body(&options)
        }
    }

    private static func duplicate(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = text.utf8CString
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        for (offset, byte) in bytes.enumerated() { (copy + offset).initialize(to: byte) }
        return copy
    }
}
