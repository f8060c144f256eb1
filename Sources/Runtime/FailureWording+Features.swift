import EtudeGit
import EtudeStore

extension Failure {
    /// Words what a repository has that cannot be handled safely.
    init(_ feature: UnsupportedFeature) {
        let (fact, hint) =
            Self.format(feature) ?? Self.clone(feature) ?? Self.checkout(feature)
            ?? Self.place(feature)
        self.init("this repository cannot be used: \(fact)", hint: hint)
    }

    private typealias Words = (fact: String, hint: String)

    /// Copies the history commit by commit, into objects and references of the usual form.
    private static let copying =
        "git init --object-format=sha1 NEW && git fast-export --all | git -C NEW fast-import"
        + " && git -C NEW switch BRANCH"

    private static func format(_ feature: UnsupportedFeature) -> Words? {
        switch feature {
        case .objectFormat(let name):
            ("it names its objects by \(name), and only sha1 is known", "copy it: \(copying)")
        case .referenceFormat(let name):
            (
                "it keeps its references as \(name), and only files are known",
                "run 'git refs migrate --ref-format=files' (git 2.46 or newer)"
            )
        case .relativeWorktrees:
            (
                "its worktrees are linked by relative paths",
                "run 'git worktree repair --no-relative-paths', then "
                    + "'git config --unset extensions.relativeWorktrees'"
            )
        case .worktreeSettings:
            (
                "each of its worktrees has settings of its own",
                "move what '.git/config.worktree' sets to '.git/config', then run "
                    + "'git config --unset extensions.worktreeConfig'"
            )
        case .formatVersion(let version):
            (
                "its format has version \(version), and 1 is the newest known",
                "install a newer etude, or copy it with the git that made it: \(copying)"
            )
        case .otherExtension(let name):
            (
                "it needs the extension '\(name)', which is not known",
                "if nothing uses that any more, run 'git config --unset extensions.\(name)'"
            )
        default: nil
        }
    }

    private static func clone(_ feature: UnsupportedFeature) -> Words? {
        switch feature {
        case .shallow:
            ("its history ends early (a shallow clone)", "run 'git fetch --unshallow'")
        case .partialClone(let remote, let settings):
            (
                "it lacks objects that only '\(remote)' has (a partial clone)",
                "run 'git fetch --refetch --no-filter \(remote)', then "
                    + settings.map { "'git config --unset \($0)'" }.joined(separator: " and ")
            )
        default: nil
        }
    }

    private static func checkout(_ feature: UnsupportedFeature) -> Words? {
        switch feature {
        case .sparseCheckout:
            (
                "not all of its files are checked out (a sparse checkout)",
                "run 'git sparse-checkout disable', then 'git config --unset "
                    + "extensions.worktreeConfig' and 'git config core.sparseCheckout false'"
            )
        case .sparseIndex:
            (
                "its index leaves folders out (a sparse index)",
                "run 'git config index.sparse false', then \(rewriting)"
            )
        case .splitIndex(let isSetting):
            (
                "its index is split in two",
                "run " + (isSetting ? "'git config core.splitIndex false', then " : "")
                    + "'git update-index --no-split-index'"
            )
        case .indexWithoutSum:
            (
                "its index has no sum that could show damage",
                "run 'git config index.skipHash false', then \(rewriting)"
            )
        case .indexVersion(let version):
            (
                "its index has version \(version), and 2 to 4 are known",
                "run 'git update-index --index-version 2'"
            )
        case .indexExtension(let name):
            (
                "its index has the part '\(name)', which is not known",
                "delete '.git/index' and run 'git reset'; what was staged has to be staged again"
            )
        default: nil
        }
    }

    private static let rewriting = "'git update-index --force-write-index'"

    private static func place(_ feature: UnsupportedFeature) -> Words {
        switch feature {
        case .redirectedWorkTree(let folder):
            (
                "its files are to lie elsewhere, in '\(folder)'",
                "run 'git config --unset core.worktree'"
            )
        case .headOutsideBranches(let reference):
            ("HEAD points to '\(reference)', which is no branch", "run 'git switch BRANCH'")
        case .attribute(let name, let path):
            (
                "git stores '\(path)' in another form, for it has the attribute '\(name)'",
                "add a last line to '.gitattributes': \(pattern(around: path)) !\(name)"
            )
        case .specialFile(let path):
            (
                "'\(path)' would have to come back as something else than a plain file",
                "take that commit back with 'git revert'"
            )
        default: ("\(feature)", "make a new memory with 'etude init FOLDER'")
        }
    }

    /// Matches the file and all of its kind, in the form of git's attributes.
    private static func pattern(around path: TreePath) -> String {
        let top = path.components.firstIndex(where: MemoryLayout.folders.contains)
        let parts = top.map { path.components[...$0] + ["**"] } ?? path.components[...]
        let pattern = "/" + parts.joined(separator: "/")
        return pattern.contains(" ") ? "\"\(pattern)\"" : pattern
    }
}
