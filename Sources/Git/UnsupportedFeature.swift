/// Something that git can do and we cannot handle safely.
public enum UnsupportedFeature: Hashable, Sendable {
    /// The objects are named by another sum than SHA-1, such as `sha256`.
    case objectFormat(String)
    /// The references are kept in another form than files, such as `reftable`.
    case referenceFormat(String)
    /// The links between the worktrees are relative paths (`extensions.relativeWorktrees`).
    case relativeWorktrees
    /// Each worktree has settings of its own (`extensions.worktreeConfig`).
    case worktreeSettings
    /// The repository has a format that is newer than version 1.
    case formatVersion(Int)
    /// The repository asks for another extension, by its name without `extensions.`.
    case otherExtension(String)

    /// The history ends early, as after `git clone --depth`.
    case shallow
    /// Objects may be missing, which a remote holds; the settings are what says so.
    case partialClone(remote: String, settings: [String])

    /// A part of the files is not checked out.
    case sparseCheckout
    /// The index leaves out folders that are not checked out.
    case sparseIndex
    /// The index is split in two files, or would be when git writes it next.
    case splitIndex(isSetting: Bool)
    /// The index has no sum (`index.skipHash`).
    case indexWithoutSum
    /// The index has a version that is not known.
    case indexVersion(UInt32)
    /// The index has an extension that is not known and cannot be left out.
    case indexExtension(String)

    /// The files are checked out in another folder (`core.worktree`).
    case redirectedWorkTree(String)
    /// HEAD points to a reference that is no branch.
    case headOutsideBranches(String)
    /// git would store the file in another form, because it has this attribute.
    case attribute(String, TreePath)
    /// A link, a submodule or an executable would have to come back.
    case specialFile(TreePath)
}

extension GitError {
    /// Makes the refusal of a feature.
    public static func unsupported(
        _ feature: UnsupportedFeature, function: String = #function
    ) -> GitError {
        var paths: [TreePath] = []
        switch feature {
        case .attribute(_, let path), .specialFile(let path): paths = [path]
        default: break
        }
        return GitError(
            code: .unsupported(feature), function: function, message: "unsupported: \(feature)",
            paths: paths)
    }
}
