extension Repository {
    /// Reads git's index as a publication does.
    ///
    /// - Throws: A ``GitError``: `.damaged` or `.unsupported` where nothing could be published.
    public func checkIndex() throws(GitError) {
        guard let bytes = try Folder.open(gitFolder).bytes(of: IndexUpdate.name) else { return }
        _ = try IndexFile(bytes)
    }
}
