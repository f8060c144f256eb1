extension Scene {
    /// The files of the strategies at HEAD; none where that cannot be read, as ``damage()`` tells.
    func strategies() async throws -> [String] {
        let listed = try await git("ls-tree", "-r", "--name-only", "HEAD", "strategies")
        return listed.output.split(separator: "\n").map(String.init)
    }

    /// How many strategies at HEAD come from a lesson.
    func copies(of lesson: Lesson) async throws -> Int {
        try await strategies().count { lesson.isSource(of: $0) }
    }

    /// What `git fsck` finds wrong.
    func damage() async throws -> [String] {
        let check = try await git("fsck", "--strict", "--no-dangling", "--no-progress")
        let lines = (check.output + check.errors).split(separator: "\n").filter {
            !$0.hasPrefix("notice:")
        }
        guard lines.isEmpty, !check.succeeded else { return lines.map { "git fsck: \($0)" } }
        return ["git fsck: \(check.words)"]
    }

    /// What `git status` says beyond what a person left lying.
    func disorder(except own: [String] = []) async throws -> [String] {
        let status = try await git("status", "--porcelain", "--untracked-files=all")
        let lines = (status.output + status.errors).split(separator: "\n").map(String.init)
        return lines.filter { !own.contains($0) }.map { "git status: \($0)" }
            + own.filter { !lines.contains($0) }.map { "git status lacks: \($0)" }
    }
}
