import Foundation

/// Runs programs, without the user's git configuration.
enum Shell {
    private static let environment = [
        "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
        "HOME=/nonexistent",
        "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
        "GIT_AUTHOR_NAME=sample", "GIT_AUTHOR_EMAIL=sample@etude.invalid",
        "GIT_COMMITTER_NAME=sample", "GIT_COMMITTER_EMAIL=sample@etude.invalid",
    ]

    /// A program did not do what it was asked.
    struct Failed: Error, CustomStringConvertible {
        let command: [String]
        let status: Int32

        var description: String { "'\(command.joined(separator: " "))' failed (\(status))" }
    }

    /// Runs a program to its end, and waits no longer than that; its output is dropped.
    static func run(_ command: String...) throws { _ = try usage(of: command) }

    /// Runs a program to its end, and returns the most memory that it held, in MB.
    ///
    /// The system counts the memory of whoever starts a program as the program's own, so this process has
    /// to be a small one.
    static func memory(of command: [String]) throws -> Double {
        let most = try usage(of: command).ru_maxrss
        #if os(Linux)
        return Double(most) * 1024 / 1e6
        #else
        return Double(most) / 1e6
        #endif
    }

    private static func usage(of command: [String]) throws -> rusage {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process = pid_t()
        var status: Int32 = posix_spawnp(
            &process, command[0], &actions, nil, &arguments, &variables)
        guard status == 0 else { throw Failed(command: command, status: status) }
        var usage = rusage()
        wait4(process, &status, 0, &usage)
        guard status == 0 else { throw Failed(command: command, status: status) }
        return usage
    }
}
