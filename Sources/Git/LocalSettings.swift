/// What the operator of one clone set in `.git/etude/config`: lines of `key: value`.
struct LocalSettings {
    var durability = Durability.durable
    static let name = "config"

    /// Reads the settings of a repository; the usual ones where there are none.
    ///
    /// - Throws: A ``GitError`` with the code `.invalid` for a value that nobody knows.
    static func read(of commonFolder: String) throws(GitError) -> LocalSettings {
        var settings = LocalSettings()
        let state = try Folder.open(commonFolder).subfolder(Workspace.stateName)
        guard let bytes = try state?.bytes(of: name) else { return settings }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard words.first == "durability:" else { continue }
            guard words.count == 2, let durability = Durability(rawValue: String(words[1])) else {
                throw GitError(
                    code: .invalid, function: "LocalSettings",
                    message: "'\(commonFolder)/\(Workspace.stateName)/\(name)' says '\(line)', "
                        + "and durability is 'durable' or 'relaxed'")
            }
            settings.durability = durability
        }
        return settings
    }
}
