import EtudeDocuments
import EtudeDomain
public import EtudeGit

extension MemoryStore {
    /// Makes a commit that sets the status of an entry and leaves every other byte of it alone.
    ///
    /// - Parameters:
    ///   - status: The new status.
    ///   - path: The entry, from the top of the memory.
    ///   - section: Markdown that is added at the end of the body.
    ///   - message: What the commit says.
    ///   - author: Who makes it.
    /// - Returns: The commit.
    /// - Throws: ``StoreError/unwritable(path:_:)`` when the entry as
    ///   it stands cannot be edited.
    public func setStatus(
        _ status: String, of path: String, adding section: String = "", message: CommitMessage,
        by author: Signature
    ) throws(StoreError) -> ObjectID {
        guard let tip = try tip(), let bytes = try contents(of: path, at: tip) else {
            throw .badPath(path)
        }
        var transaction = Transaction(message, by: author)
        do {
            let document = try Document(parsing: bytes)
            var edits: [FieldEdit] = [.set("status", .text(status))]
            if !section.isEmpty { edits.append(.replaceBody(document.body + section)) }
            transaction.write(try document.applying(edits).bytes, to: path)
        } catch {
            throw .unwritable(path: path, error)
        }
        return try commit(transaction, basedOn: tip)
    }
}
