import EtudeDomain
import EtudeGit
import Foundation
import Testing

@testable import EtudeStore

@Suite("Traces")
struct TraceLogTests {
    @Test
    func tracesComeBackOldestFirst() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let traces = try (1...5).map { try Sample.trace($0, task: "task \($0)") }
        for trace in traces { try await store.append(trace, by: Sample.author) }
        let found = try await scratch.store().traces(limit: 100)
        #expect(found.traces == traces)
        #expect(found.problems.isEmpty)
        #expect(try scratch.status() == "")
        #expect(try scratch.faults() == "")
        #expect(try scratch.git("log", "--format=%s", "main") == "Begin\n")
        #expect(try scratch.git("rev-list", "--count", "refs/etude/traces/desk-1") == "5\n")
    }

    @Test
    func theEvaluatedVersionWinsAndKeepsItsPlace() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let traces = try (1...3).map { try Sample.trace($0) }
        for trace in traces { try await store.append(trace, by: Sample.author) }
        var concluded = traces[0]
        concluded.evaluation = .done
        try await store.append(concluded, analysis: "It guessed.", by: Sample.author)
        let found = try await store.traces(limit: 100).traces
        #expect(found == [concluded, traces[1], traces[2]])
        let text = try scratch.git("show", "refs/etude/traces/desk-1:trace.md")
        #expect(text.hasSuffix("\n## Analysis\n\nIt guessed.\n"))
    }

    @Test(arguments: [
        (0, []), (1, [5]), (2, [4, 5]), (5, [1, 2, 3, 4, 5]), (9, [1, 2, 3, 4, 5]),
    ])
    func theNewestAreKeptWithinTheLimit(limit: Int, numbers: [Int]) async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        for number in 1...5 { try await store.append(Sample.trace(number), by: Sample.author) }
        var first = try Sample.trace(1)
        first.evaluation = .done
        try await store.append(first, analysis: "", by: Sample.author)
        let found = try await store.traces(limit: limit).traces
        #expect(try found.map(\.id) == numbers.map(Sample.id))
    }

    @Test
    func theLimitCountsEachAgent() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        for number in 1...6 {
            let agent = number.isMultiple(of: 2) ? "even" : "odd"
            try await store.append(Sample.trace(number, agent: agent), by: Sample.author)
        }
        let found = try await store.traces(limit: 2).traces
        #expect(try found.map(\.id) == [4, 6, 3, 5].map(Sample.id))
        #expect(found.map(\.agent) == ["even", "even", "odd", "odd"])
        #expect(try await store.tipOfTraces(of: "even") != nil)
        #expect(try await store.tipOfTraces(of: "nobody") == nil)
    }

    @Test
    func aTraceThatIsDoneFromTheStartIsKept() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let trace = try Sample.trace(1, evaluation: .done)
        try await store.append(trace, by: Sample.author)
        #expect(try await store.traces(limit: 9).traces == [trace])
    }

    @Test
    func aTraceKeptTwiceIsOne() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let trace = try Sample.trace(1)
        for _ in 1...2 { try await store.append(trace, by: Sample.author) }
        #expect(try await store.traces(limit: 9).traces == [trace])
    }

    @Test
    func anUnreadableVersionIsReportedAndTheOneBeforeServes() async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let trace = try Sample.trace(1)
        try await store.append(trace, by: Sample.author)
        let tree = try plant("---\nid: none\n---\n", named: "trace.md", in: scratch)
        let commit = try scratch.git(
            "commit-tree", tree, "-p", "refs/etude/traces/desk-1", "-m", "evaluate(support): x",
            "-m",
            "Etude-Trace: \(trace.id)")
        try scratch.git(
            "update-ref", "refs/etude/traces/desk-1", commit.trimmingCharacters(in: .newlines))
        let found = try await store.traces(limit: 9)
        #expect(found.traces == [trace])
        let problem = try #require(found.problems.first)
        #expect(problem.path == "refs/etude/traces/desk-1:\(commit.prefix(7))/trace.md")
        #expect(found.problems.count == 1)
    }

    @Test(arguments: ["../x", "a b", "a..b", "", "a\nb", "x.lock", "~"])
    func anAgentThatNoReferenceCanNameIsRefused(agent: String) async throws {
        let scratch = try Scratch.memory()
        let store = try scratch.store()
        let trace = try Sample.trace(1, agent: agent)
        await #expect(throws: StoreError.self) {
            try await store.append(trace, by: Sample.author)
        }
        #expect(try scratch.faults() == "")
    }

    @Test
    func aMemoryWithoutTracesHasNone() async throws {
        let scratch = try Scratch.memory()
        let found = try await scratch.store().traces(limit: 9)
        #expect(found.traces.isEmpty && found.problems.isEmpty)
    }

    private func plant(_ text: String, named name: String, in scratch: Scratch) throws -> String {
        try scratch.write(text, to: "../planted")
        let blob = try scratch.git("hash-object", "-w", "../planted")
            .trimmingCharacters(in: .newlines)
        try scratch.write("100644 blob \(blob)\t\(name)\n", to: "../tree")
        let script = "git mktree < ../tree"
        return try scratch.git("-c", "alias.plant=!\(script)", "plant")
            .trimmingCharacters(in: .newlines)
    }
}
