public import ArgumentParser
public import EtudeDomain
import EtudeRuntime
import Foundation

/// The options that every command on a memory takes.
struct MemoryOptions: ParsableArguments {
    @Option(
        name: .customLong("memory"), help: ArgumentHelp("The memory's folder", valueName: "folder"))
    var folder: String?

    @Flag(help: "Print JSON")
    var json = false

    /// Where to look for the memory.
    var finder: MemoryFinder { MemoryFinder(named: folder) }
}

extension MemoryFinder {
    /// Looks where the user stands, and in the environment if no folder is named.
    init(named folder: String?) {
        var environment: [String: String] = [:]
        if folder == nil {
            for name in ["ETUDE_MEMORY", "HOME", "XDG_DATA_HOME"] {
                environment[name] = Environment.variable(name)
            }
        }
        self.init(
            named: folder, environment: environment,
            currentFolder: FileManager.default.currentDirectoryPath)
    }
}

extension Desk {
    /// The desk in a folder; the embedded support desk where none is named, or `embedded`.
    init(named folder: String?) throws(Failure) {
        guard let folder, folder != "embedded" else {
            self = .embedded
            return
        }
        try self.init(folder: folder)
    }
}

/// Who acts.
struct AgentOptions: ParsableArguments {
    @Option(
        name: .customLong("agent"),
        help: ArgumentHelp(
            "Who acts, such as desk-1 (default: ETUDE_AGENT, else agent)", valueName: "name"))
    var name: String?

    func validate() throws { _ = try surroundings() }

    /// The clock, new ids and the agent's name.
    func surroundings() throws -> Surroundings { try .real(agent: name) }
}

extension Surroundings {
    /// The real clock, random ids, and the agent named: by the arguments, or by the environment.
    static func real(agent name: String?) throws -> Surroundings {
        let agent = name ?? Environment.variable("ETUDE_AGENT") ?? "agent"
        guard SkillPath.isSegment(agent) else {
            throw ValidationError(
                "an agent's name is lower-case letters, digits and hyphens, such as desk-1")
        }
        return Surroundings(agent: agent, now: { Date() }) {
            var generator = SystemRandomNumberGenerator()
            return EntryID(using: &generator)
        }
    }
}

extension SkillPath: ExpressibleByArgument {
    /// A skill as an argument.
    public init?(argument: String) { self.init(argument) }
}
