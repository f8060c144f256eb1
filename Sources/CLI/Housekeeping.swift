import EtudeRuntime
import Foundation

/// A command that writes to a memory.
protocol WritingCommand {
    var memory: MemoryOptions { get }
}

/// Lets git pack the repository of a memory; libgit2 never does.
enum Housekeeping {
    /// Starts git in the background when many objects lie loose, after the command has answered.
    ///
    /// Git decides by its own settings what there is to do (`gc.auto`, `maintenance.*`).
    static func begin(after command: any WritingCommand) {
        guard let repository = command.memory.finder.repositoryToPack else { return }
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        // A repository must not run programs of its own choice here.
        git.arguments =
            ["git", "-C", repository]
            + ["core.hooksPath=/dev/null", "core.fsmonitor=false"].flatMap { ["-c", $0] }
            + ["maintenance", "run", "--auto", "--quiet"]
        git.standardInput = FileHandle.nullDevice
        git.standardOutput = FileHandle.nullDevice
        git.standardError = FileHandle.nullDevice
        try? git.run()
    }
}
