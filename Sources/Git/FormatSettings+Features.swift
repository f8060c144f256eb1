extension FormatSettings {
    /// What the settings say that keeps us from writing; nil where git and we agree.
    ///
    /// `worktree` are the settings of the worktree alone, which we read for nothing else.
    func unsupportedFeature(worktree: FormatSettings?) -> UnsupportedFeature? {
        unsupportedFormat ?? unsupportedCheckout(worktree) ?? partialClone
    }

    /// An extension that is in the way of a library that does not know it.
    var otherExtension: UnsupportedFeature? {
        names(from: Self.extensions).first.map {
            .otherExtension(String($0.dropFirst(Self.extensions.count)))
        }
    }

    /// Another folder for the files, which need not exist.
    var redirection: UnsupportedFeature? {
        self["core.worktree"].map { .redirectedWorkTree($0) }
    }

    /// Whether the worktree has settings of its own.
    var hasWorktreeSettings: Bool { isOn("extensions.worktreeconfig") }

    private static let extensions = "extensions."
    private static let newestVersion = 1

    private var unsupportedFormat: UnsupportedFeature? {
        if let version = self["core.repositoryformatversion"].flatMap(Int.init),
            version > Self.newestVersion
        {
            return .formatVersion(version)
        }
        if let name = self["extensions.objectformat"], name != "sha1" { return .objectFormat(name) }
        if let name = self["extensions.refstorage"], name != "files" {
            return .referenceFormat(name)
        }
        return isOn("extensions.relativeworktrees") ? .relativeWorktrees : nil
    }

    private func unsupportedCheckout(_ worktree: FormatSettings?) -> UnsupportedFeature? {
        let all = [self, worktree].compactMap(\.self)
        func isSet(_ name: String) -> Bool { all.contains { $0.isOn(name) } }
        if isSet("core.sparsecheckout") { return .sparseCheckout }
        if hasWorktreeSettings { return .worktreeSettings }
        if isSet("index.sparse") { return .sparseIndex }
        if isSet("core.splitindex") { return .splitIndex(isSetting: true) }
        return isSet("index.skiphash") ? .indexWithoutSum : nil
    }

    private var partialClone: UnsupportedFeature? {
        let settings = names(from: "remote.").filter {
            $0.hasSuffix(".promisor") && isOn($0) || $0.hasSuffix(".partialclonefilter")
        }
        let named = self["extensions.partialclone"]
        guard let remote = named ?? settings.first.map(Self.remote) else { return nil }
        return .partialClone(
            remote: remote, settings: settings + (named == nil ? [] : ["extensions.partialclone"]))
    }

    /// The name between `remote.` and the key, which may hold dots itself.
    private static func remote(of setting: String) -> String {
        setting.split(separator: ".").dropFirst().dropLast().joined(separator: ".")
    }
}
