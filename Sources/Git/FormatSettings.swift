import Clibgit2

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The settings of a repository that say what it is made of.
struct FormatSettings {
    /// By name: section and key in lower case; nil is a setting without a value, which means "true".
    private var values: [String: String?] = [:]

    /// Reads the settings in one pass.
    init(_ configuration: borrowing Handle<ConfigurationKind>) throws(GitError) {
        let iterator: Handle<ConfigurationIteratorKind> = try adopt(
            from: "git_config_iterator_new"
        ) { git_config_iterator_new(&$0, configuration.raw) }
        var entry: UnsafeMutablePointer<git_config_entry>?
        while true {
            let status = git_config_next(&entry, iterator.raw)
            guard status != GIT_ITEROVER.rawValue else { return }
            try check(status, "git_config_next")
            guard let entry = entry?.pointee, Self.mayMatter(entry.name) else { continue }
            let value = entry.value.map { String(cString: $0) }
            values.updateValue(value, forKey: String(cString: entry.name))
        }
    }

    /// Reads the settings in one file; nil when there is no such file.
    init?(file: String) throws(GitError) {
        guard access(file, F_OK) == 0 else { return nil }
        try self.init(
            adopt(from: "git_config_open_ondisk") { git_config_open_ondisk(&$0, file) })
    }

    /// Whether a setting is on; unset is off.
    func isOn(_ name: String) -> Bool {
        guard let value = values[name] else { return false }
        var isOn: Int32 = 0
        return git_config_parse_bool(&isOn, value) == 0 && isOn != 0
    }

    /// The text of a setting; nil when it is unset or has no value.
    subscript(_ name: String) -> String? { values[name] ?? nil }

    /// The names of all settings read that begin so, sorted.
    func names(from prefix: String) -> [String] {
        values.keys.filter { $0.hasPrefix(prefix) }.sorted()
    }

    /// Fails where a setting is neither on nor off that `git init` writes and git reads at each start.
    func requireSwitches(of file: String) throws(GitError) {
        for name in Self.switches {
            var isOn: Int32 = 0
            guard let value = values[name], git_config_parse_bool(&isOn, value) != 0,
                name != Self.logging || value != "always"
            else { continue }
            throw GitError(
                code: .damaged, function: "git_config_parse_bool",
                message:
                    "'\(file)' says '\(name) = \(value ?? "")', which is neither true nor false")
        }
    }

    private static let logging = "core.logallrefupdates"
    private static let switches = [
        "core.bare", "core.filemode", "core.ignorecase", logging, "core.precomposeunicode",
        "core.symlinks",
    ]

    private static let sections = ["core.", "extensions.", "index.", "remote."]

    private static func mayMatter(_ name: UnsafePointer<CChar>) -> Bool {
        sections.contains { strncmp(name, $0, $0.utf8.count) == 0 }
    }
}
