import EtudeDomain
import EtudeGit
import EtudeRecall
import EtudeStore
import Foundation

/// Says in words what is broken about a memory, and what helps.
public struct DiagnoseMemory: Sendable {
    /// One thing that was looked at.
    public struct Row: Codable, Hashable, Sendable {
        /// What was looked at.
        public let subject: String
        /// Whether it is sound.
        public let isSound: Bool
        /// What was found.
        public let message: String
        /// What helps; nil where nothing has to be done.
        public let hint: String?

        enum CodingKeys: String, CodingKey {
            case subject, message, hint
            case isSound = "sound"
        }
    }

    private let finder: MemoryFinder

    /// Looks into the memory that `finder` finds.
    public init(_ finder: MemoryFinder) { self.finder = finder }

    /// Looks from the outside in, and stops where nothing further can be read.
    public func run(_ surroundings: Surroundings) async -> [Row] {
        var rows: [Row] = []
        let location: MemoryLocation
        do { location = try finder.location() } catch {
            return [Self.broken("memory", error)]
        }
        rows.append(Self.sound("memory", "'\(location.folder)'"))
        do throws(Failure) {
            let store = try await worded { () throws(StoreError) in try MemoryStore(location) }
            rows.append(Self.sound("repository", "opens with libgit2 \(Library.version)"))
            rows.append(try await branch(of: store))
            rows.append(await gitIndex(of: store))
            rows.append(locks(of: location))
            let memory = try await worded { () throws(StoreError) in
                try await Memory.open(location, surroundings: surroundings)
            }
            rows += await entries(of: memory)
            rows.append(index(of: location))
        } catch {
            let row = Self.broken("repository", error)
            if !rows.contains(where: { $0.message == row.message }) { rows.append(row) }
        }
        return rows
    }

    private func branch(of store: MemoryStore) async throws(Failure) -> Row {
        let head = try await worded { () throws(StoreError) in try await store.head() }
        switch head {
        case .branch(let name, let tip): return Self.sound("branch", "'\(name)' at \(tip.short)")
        case .unborn(let name): return Self.broken("branch", Failure(.unborn(branch: name)))
        case .detached(let id):
            return Row(
                subject: "branch", isSound: false,
                message:
                    "HEAD is detached at \(id.short): recall works, and nothing can be learned",
                hint: "run 'git switch BRANCH'")
        }
    }

    private func gitIndex(of store: MemoryStore) async -> Row {
        do throws(Failure) {
            try await worded { () throws(StoreError) in try await store.checkIndex() }
            return Self.sound("git's index", "can be read")
        } catch {
            return Self.broken("git's index", error)
        }
    }

    private func locks(of location: MemoryLocation) -> Row {
        let lock = "\(location.gitFolder)/index.lock"
        guard FileManager.default.fileExists(atPath: lock) else {
            return Self.sound("locks", "none")
        }
        return Row(
            subject: "locks", isSound: false,
            message: "'\(lock)' exists: somebody is writing, or died at it",
            hint: "if no git is running, delete that file")
    }

    private func entries(of memory: Memory) async -> [Row] {
        let (snapshot, traces) = (await memory.snapshot, await memory.traces)
        let pending = traces.count { $0.evaluation == .pending }
        var rows = [
            Self.sound(
                "entries",
                "\(snapshot.strategies.count) strategies, \(snapshot.taxonomy.skills.count) skills"),
            Self.sound("traces", "\(traces.count) kept, \(pending) not yet evaluated"),
        ]
        rows += await memory.index.notes.map { note in
            Row(
                subject: "entry", isSound: false, message: note,
                hint:
                    "mend the file and commit it, or take it back with 'etude revert'; the rest serves"
            )
        }
        return rows
    }

    private func index(of location: MemoryLocation) -> Row {
        let cache = RecallCache(location: location)
        guard let index = cache.load() else {
            return Self.sound("recall index", "none yet; the next recall writes it")
        }
        return Self.sound(
            "recall index",
            cache.isCurrent(index) ? "current" : "behind; the next recall brings it up to date")
    }

    private static func sound(_ subject: String, _ message: String) -> Row {
        Row(subject: subject, isSound: true, message: message, hint: nil)
    }

    private static func broken(_ subject: String, _ failure: Failure) -> Row {
        let details = failure.details.isEmpty ? "" : " (\(failure.details.joined(separator: "; ")))"
        return Row(
            subject: subject, isSound: false, message: failure.line + details, hint: failure.hint)
    }
}
