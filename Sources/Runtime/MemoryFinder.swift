import EtudeGit
public import EtudeStore
import Foundation

/// Finds the memory that a person or an agent means.
public struct MemoryFinder: Sendable {
    /// The folder named by `--memory`.
    public let named: String?
    /// The environment's variables.
    public let environment: [String: String]
    /// The folder to start from.
    public let currentFolder: String

    /// Takes down where to look.
    public init(named: String?, environment: [String: String], currentFolder: String) {
        self.named = named
        self.environment = environment
        self.currentFolder = currentFolder
    }

    /// The repository of the memory, if so many objects lie loose in it that git would pack them.
    public var repositoryToPack: String? {
        guard let location = try? location(), location.hasManyLooseObjects else { return nil }
        return location.repository
    }

    /// The folder of the memory, whether or not there is one yet: the one named, else that of
    /// `ETUDE_MEMORY`, else the nearest upwards with a charter (itself or in `.etude`), else the
    /// user's own.
    public var folder: String {
        if let named { return absolute(named) }
        if let variable = environment["ETUDE_MEMORY"], !variable.isEmpty {
            return absolute(variable)
        }
        return nearest ?? userFolder
    }

    /// Where the memory lies in its repository.
    public func location() throws(Failure) -> MemoryLocation {
        let folder = folder
        guard Self.holdsCharter(folder) else {
            let isBare = Repository.isBare(folder)
            throw Failure(isBare ? .bare(folder: folder) : .notAMemory(folder: folder))
        }
        do { return try MemoryLocation(folder: folder) } catch { throw Failure(error) }
    }

    /// Whether there is a memory.
    public var exists: Bool { Self.holdsCharter(folder) }

    private var nearest: String? {
        var folder = currentFolder
        while true {
            for candidate in [folder, folder + "/.etude"] where Self.holdsCharter(candidate) {
                return candidate
            }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private var userFolder: String {
        let home = environment["HOME"] ?? currentFolder
        let data =
            environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? "\(home)/.local/share"
        return "\(data)/etude/memory"
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(currentFolder)/\(path)"
    }

    private static func holdsCharter(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(MemoryLayout.charter)")
    }
}
