import Foundation
import Subprocess
import SystemPackage

/// A program to run in a process group of its own, with nothing of the user's in its environment.
struct Command: Sendable {
    let words: [String]
    let home: String
    /// A file that stands in for standard input.
    var input: String?
    /// How long it may take before it counts as hung.
    var deadline = Duration.seconds(300)

    private static let outputLimit = 1 << 24

    /// Runs it to its end; `meanwhile` is told the process, which leads its group.
    func run(
        _ meanwhile: (pid_t) async throws -> Void = { _ in }
    ) async throws -> Finished {
        var watchdog: Task<Void, any Error>?
        defer { watchdog?.cancel() }
        var options = PlatformOptions()
        options.processGroupID = 0
        let result = try await Subprocess.run(
            words[0].contains("/") ? .path(FilePath(words[0])) : .name(words[0]),
            arguments: Arguments(Array(words.dropFirst())),
            environment: .custom(environment), platformOptions: options,
            input: .fileDescriptor(
                try .open(FilePath(input ?? "/dev/null"), .readOnly),
                closeAfterSpawningProcess: true),
            output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit)
        ) { execution in
            let process = execution.processIdentifier.value
            watchdog = Task {
                try await Task.sleep(for: deadline)
                kill(-process, SIGKILL)
            }
            try await meanwhile(process)
        }
        watchdog?.cancel()
        let isHung = await (watchdog?.result).map { (try? $0.get()) != nil } ?? false
        return Finished(
            ending: isHung ? .hung : Self.ending(result.terminationStatus),
            output: result.standardOutput, errors: result.standardError)
    }

    private static func ending(_ status: TerminationStatus) -> Finished.Ending {
        switch status {
        case .exited(let code): .exited(code)
        case .signaled(let signal): .signaled(signal)
        }
    }

    private var environment: [Environment.Key: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home,
            "TMPDIR": home, "LC_ALL": "C.UTF-8",
            // Under strace, a program built with the address sanitizer cannot look for leaks.
            "ASAN_OPTIONS": "detect_leaks=0",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_NAME": "Person", "GIT_AUTHOR_EMAIL": "person@example.com",
            "GIT_COMMITTER_NAME": "Person", "GIT_COMMITTER_EMAIL": "person@example.com",
        ]
    }
}
