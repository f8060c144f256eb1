/// What the operator of one clone set in `.git/etude/config`: lines of `key: value`, and comments
/// after `#`.
struct LocalSettings {
    var durability = Durability.durable
    /// Why the settings cannot be followed; what is written then would not be what they ask for.
    var fault: GitError?
    static let name = "config"
    private static let durability = "durability"

    /// Reads the settings of a repository; the usual ones where there are none, or faulty ones.
    static func read(of commonFolder: String) throws(GitError) -> LocalSettings {
        var settings = LocalSettings()
        let state = try Folder.open(commonFolder).subfolder(Workspace.stateName)
        guard let bytes = try state?.bytes(of: name) else { return settings }
        let path = "\(commonFolder)/\(Workspace.stateName)/\(name)"
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            settings.take(line, of: path)
        }
        return settings
    }

    private mutating func take(_ line: Substring, of path: String) {
        let words = line.prefix { $0 != "#" }.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard words != [""] else { return }
        guard words.first == Self.durability else {
            return refuse("'\(path)' says '\(line)', and only '\(Self.durability)' can be set")
        }
        guard words.count == 2, let durability = Durability(rawValue: words[1]) else {
            return refuse(
                "'\(path)' says '\(line)', and \(Self.durability) is 'durable' or 'relaxed'")
        }
        self.durability = durability
    }

    private mutating func refuse(_ message: String) {
        fault = GitError(code: .invalid, function: "LocalSettings", message: message)
    }
}
