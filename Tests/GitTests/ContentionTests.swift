import EtudeGit
import Synchronization
import Testing

@Suite struct ContentionTests {
    @Test func twoRepositoriesWritingInTurnsLoseNothing() throws {
        let scratch = try Scratch()
        let first = try scratch.create()
        let second = try Repository.open(at: scratch.top)
        for number in 0..<10 {
            try first.write("\(number)", to: "first/\(number)")
            try second.write("\(number)", to: "second/\(number)")
        }
        try expectFiles(20, in: scratch)
    }

    @Test func writersAndAPersonAtTheSameTimeLoseNothing() async throws {
        let scratch = try Scratch()
        try scratch.create().write("x", to: "start")
        let top = scratch.top
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let repository = try Repository.open(at: top)
                    for number in 0..<10 {
                        try repository.publish(
                            [.write(path("\(writer)/\(number)"), "\(number)".bytes)],
                            waiting: .seconds(60))
                    }
                }
            }
            group.addTask { try Self.commitAsAPerson(in: scratch, times: 5) }
            try await group.waitForAll()
        }
        try expectFiles(46, in: scratch)
    }

    @Test func commitsStayOnTheirBranchWhileAPersonSwitches() async throws {
        let scratch = try Scratch()
        try scratch.create().write("x", to: "start")
        try scratch.git("branch", "other")
        let top = scratch.top
        @Sendable func isUntouched(_ branch: String) throws -> Bool {
            try scratch.git("rev-list", "--count", branch) == "1\n"
        }
        let hasLeft = Mutex(false)
        async let commits: [ObjectID] = {
            let repository = try Repository.open(at: top)
            var commits: [ObjectID] = []
            while !hasLeft.withLock({ $0 }) {
                // Many files, so that a switch falls between reading HEAD and locking the index.
                let changes = try (0..<100).map { file in
                    Change.write(try path("\(commits.count)/\(file)"), "\(file)".bytes)
                }
                commits.append(try repository.publish(changes, waiting: .seconds(60)))
            }
            return commits
        }()
        // The person stays on each branch until the writer was there, then hurries to and fro.
        for branch in ["other", "main"] {
            var attempts = 0
            while try isUntouched(branch), attempts < 5000 {
                try scratch.git("switch", "-q", branch)
                // Lets the writer begin where other tests take all threads.
                try await Task.sleep(for: .milliseconds(1))
                attempts += 1
            }
        }
        for _ in 0..<100 {
            for branch in ["other", "main"] { try scratch.git("switch", "-q", branch) }
        }
        hasLeft.withLock { $0 = true }
        let written = try await commits
        for branch in ["other", "main"] {
            try scratch.git("switch", "-q", branch)
            #expect(try scratch.status() == "")
        }
        let reached = try scratch.git("rev-list", "main", "other")
        #expect(written.allSatisfy { reached.contains($0.description) })
        #expect(try !isUntouched("other") && !isUntouched("main"))
        #expect(try scratch.faults() == "")
    }

    @Test func appendsAtTheSameTimeAllArrive() async throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        let top = scratch.top
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let repository = try Repository.open(at: top)
                    for number in 0..<10 {
                        _ = try repository.append(
                            [(name: "t", bytes: "\(writer) \(number)".bytes)], to: "refs/etude/x",
                            message: "m", author: ada, waiting: .seconds(60))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try scratch.git("rev-list", "--count", "refs/etude/x") == "40\n")
    }

    /// Adds and commits files with git, again whenever a lock is busy.
    private static func commitAsAPerson(in scratch: Scratch, times: Int) throws {
        for number in 0..<times {
            let name = "person-\(number)"
            try scratch.write(name, to: name)
            var attempts = 0
            while try !scratch.git("ls-tree", "HEAD", name).contains(name), attempts < 1000 {
                try scratch.git("add", name)
                try scratch.git("commit", "-m", name)
                attempts += 1
            }
        }
    }

    private func expectFiles(_ count: Int, in scratch: Scratch) throws {
        #expect(try scratch.committed().split(separator: "\n").count == count)
        #expect(try scratch.git("rev-list", "--count", "HEAD") == "\(count)\n")
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
    }
}
