import Clibgit2

extension Repository {
    /// Returns who git would name as author: `user.name` and `user.email`; nil when one is unset.
    ///
    /// Reads the git configuration, never the environment.
    ///
    /// The time is the caller's: seconds since 1970, and the offset from UTC in minutes, positive
    /// to the east.
    public func identity(
        seconds: Int64, offsetInMinutes: Int = 0
    ) throws(GitError) -> Signature? {
        guard let name = try setting("user.name"), let email = try setting("user.email") else {
            return nil
        }
        return Signature(
            name: name, email: email, seconds: seconds, offsetInMinutes: offsetInMinutes)
    }

    /// Returns the text of a setting from every level of the configuration; nil when unset.
    func setting(_ name: String) throws(GitError) -> String? {
        let configuration = try configuration()
        var text = git_buf()
        defer { git_buf_dispose(&text) }
        let status = git_config_get_string_buf(&text, configuration.raw, name)
        guard try found(status, "git_config_get_string_buf"), let start = text.ptr else {
            return nil
        }
        return String(cString: start)
    }

    func configuration() throws(GitError) -> Handle<ConfigurationKind> {
        try adopt(from: "git_repository_config") { git_repository_config(&$0, raw) }
    }
}
