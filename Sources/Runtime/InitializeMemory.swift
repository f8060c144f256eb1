public import EtudeDomain
import EtudeGit
import EtudeStore
import Foundation
import SystemPackage

/// Makes a new memory from the template.
public struct InitializeMemory: Sendable {
    /// The folder; made when missing.
    public let folder: String
    /// Skills that are active from the start, because the operator asks for them.
    public let skills: [SkillPath]

    /// What was made.
    public struct Outcome: Codable, Hashable, Sendable {
        /// The memory's folder.
        public let path: String
        /// The first revision that holds it.
        public let revision: String
        /// Whether a new git repository was made for it.
        public let newRepository: Bool

        enum CodingKeys: String, CodingKey {
            case path, revision
            case newRepository = "new-repository"
        }
    }

    /// Plans a memory.
    public init(folder: String, skills: [SkillPath] = []) {
        self.folder = folder
        self.skills = skills
    }

    /// Writes the template as one commit: into a new repository, or into a folder of the one that holds
    /// it, where nothing else is committed.
    public func run(_ surroundings: Surroundings) async throws(Failure) -> Outcome {
        let top = Repository.top(
            containing: URL(fileURLWithPath: folder).resolvingSymlinksInPath().path)
        if let top { try Self.settle(top) }
        let charter = "\(folder)/\(MemoryLayout.charter)"
        guard !FileManager.default.fileExists(atPath: charter) else {
            throw Failure(
                "'\(folder)' is a memory already", hint: "'etude status' says what is in it")
        }
        if let top { try Self.requireWritable(top) }
        try makeFolder()
        try refuseOtherFiles()
        let isNew = top == nil
        let revision = try await worded { () throws(StoreError) in
            if isNew { try Self.makeRepository(at: folder) }
            let store = try MemoryStore(MemoryLocation(folder: folder))
            return try await store.commit(
                try transaction(surroundings, author: store.identity(seconds: surroundings.seconds))
            )
        }
        return Outcome(path: folder, revision: revision.description, newRepository: isNew)
    }

    /// Takes back or finishes what a process began that died at this.
    private static func settle(_ top: String) throws(Failure) {
        do throws(GitError) { try Repository.open(at: top).recoverIfPossible() } catch {
            throw Failure(error)
        }
    }

    /// Refuses a repository that cannot be written safely, before anything is made.
    private static func requireWritable(_ top: String) throws(Failure) {
        do throws(GitError) { try Repository.open(at: top).requireWritable() } catch {
            throw Failure(error)
        }
    }

    private func makeFolder() throws(Failure) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
        } catch {
            let reason = (error as? CocoaError)?.underlying as? POSIXError
            throw Failure(
                "the folder '\(folder)' cannot be made",
                details: reason.map { [Errno(rawValue: $0.code.rawValue).description] } ?? [],
                hint: "name a folder that may be made, or an empty one: etude init FOLDER")
        }
    }

    /// Refuses a folder that holds other files under the template's names, before anything is made.
    private func refuseOtherFiles() throws(Failure) {
        for file in MemoryTemplate.files {
            let path = "\(folder)/\(file.path)"
            guard FileManager.default.fileExists(atPath: path),
                FileManager.default.contents(atPath: path) != Data(file.bytes)
            else { continue }
            throw Failure(
                "something else lies at '\(file.path)', where a file has to be written",
                hint: "move it out of the way, or make the memory in a folder of its own: "
                    + "etude init \(folder)/.etude")
        }
    }

    private static func makeRepository(at folder: String) throws(StoreError) {
        do throws(GitError) { _ = try Repository.create(at: folder, branch: "main") } catch {
            throw .git(error)
        }
    }

    private func transaction(_ surroundings: Surroundings, author: Signature?) throws(StoreError)
        -> Transaction
    {
        var transaction = Transaction(
            CommitMessage(subject: "charter: begin a practice memory"),
            by: author ?? surroundings.signature)
        for file in MemoryTemplate.files { transaction.write(file.bytes, to: file.path) }
        for skill in skills {
            try transaction.write(
                Skill(
                    path: skill, title: Self.title(of: skill), status: .active, kind: .skill,
                    text: "\nLaid in when this memory was made.\n"))
        }
        return transaction
    }

    private static func title(of skill: SkillPath) -> String {
        let words = skill.name.replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
