/// A copy of a file that is about to be replaced, kept for a person to look at.
enum SavedFile {
    static let folder = "saved"

    /// Copies a file under the first free name that begins with `label`; nil when there is none.
    ///
    /// - Returns: The path of the copy.
    static func keep(
        _ name: String, of source: borrowing Folder, as label: String,
        in state: borrowing Folder
    ) throws(GitError) -> String? {
        guard let bytes = try source.bytes(of: name) else { return nil }
        let saved = try state.makeSubfolder(folder, .durable)
        let stem = label.replacing("/", with: "-")
        var number = 1
        while try saved.status(of: "\(stem).\(number)") != nil { number += 1 }
        try saved.write(bytes, to: "\(stem).\(number)", .durable)
        return "\(saved.path)/\(stem).\(number)"
    }
}
