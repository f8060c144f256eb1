import Foundation

/// Runs a program under strace, from the moment when it opens the repository.
///
/// strace counts the calls of each thread by itself, so the calls that load the program would hide
/// as many of those that matter: made to fail, they end it. Therefore the user's git configuration,
/// which libgit2 reads when it opens a repository, is a named pipe; the program waits for whoever
/// writes there until strace is attached.
struct Tracer: Sendable {
    let scene: Scene

    /// Why strace cannot be used here; nil where it can.
    static func obstacle() async throws -> String? {
        #if os(Linux)
        let words = ["sh", "-c", "strace -o /dev/null true"]
        let tried = try await Command(words: words, home: "/").run()
        return tried.succeeded ? nil : "strace cannot be used: \(tried.complaint)"
        #else
        return "strace needs Linux"
        #endif
    }

    // strace takes the place of the shell, so that it is the parent of what it attaches to; many
    // systems let nobody else.
    private static let script = #"""
        input=$1 output=$2 errors=$3 talk=$4; shift 4
        options=$1; shift
        "$@" <"$input" >"$output" 2>"$errors" &
        until grep -qs wait_for_partner /proc/$!/task/*/wchan; do
            if [ -s "$errors" ]; then cat "$errors" >&2; exit 1; fi
        done
        exec strace -f -y $options -p $! 2>"$talk"
        """#

    /// Runs `words`; makes calls fail or kills it as told.
    func run(
        _ words: [String], input: String = "/dev/null", injecting injection: Injection? = nil
    ) async throws -> (finished: Finished, trace: CallLog) {
        let folder = scene.folder + "/traced"
        // An older run's files would say that strace is attached.
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        let pipe = folder + "/.gitconfig"
        guard mkfifo(pipe, 0o600) == 0 else {
            throw Scene.Unusable(description: "cannot make '\(pipe)'")
        }
        let (output, errors, talk) = (folder + "/output", folder + "/errors", folder + "/talk")
        let log = folder + "/log"
        let command = Command(
            words: [
                "sh", "-c", Self.script, "sh", input, output, errors, talk,
                "-o \(log) \(Self.options(injection))",
            ] + words, home: folder)
        var gate: FileHandle?
        defer { try? gate?.close() }
        let outer = try await command.run { process in
            gate = try await Self.open(pipe, whenAttached: talk, process)
        }
        return try Self.result(outer, output: output, errors: errors, log: log)
    }

    private static func options(_ injection: Injection?) -> String {
        guard let injection else { return "-e trace=%file,%desc" }
        return "-e trace=\(injection.call) -e inject=\(injection)"
    }

    /// Lets the program go on once strace says that it is attached.
    private static func open(
        _ pipe: String, whenAttached talk: String, _ process: pid_t
    ) async throws -> FileHandle? {
        while kill(process, 0) == 0 {
            if (try? String(contentsOfFile: talk, encoding: .utf8))?.contains("attached") == true {
                return FileHandle(forUpdatingAtPath: pipe)
            }
            try await Task.sleep(for: .milliseconds(1))
        }
        return nil
    }

    private static func result(
        _ outer: Finished, output: String, errors: String, log: String
    ) throws -> (Finished, CallLog) {
        guard let text = try? String(contentsOfFile: log, encoding: .utf8) else {
            throw Scene.Unusable(
                description: "strace got no hold of it: \(outer.words), \(outer.errors)")
        }
        let trace = CallLog(log: text)
        let finished = Finished(
            ending: outer.ending == .hung ? .hung : trace.ending,
            output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
        return (finished, trace)
    }
}
