import EtudeAgents
import EtudeDomain
import Foundation
import Testing

@Suite struct CommandAgentTests {
    /// Answers with what it was asked, as a text that is no object.
    private static let echo = "sed 's/^/read /'"

    private func agent(_ command: String, within limit: Duration = .seconds(600)) -> CommandAgent {
        CommandAgent(name: "desk-1", command: command, timeLimit: limit, rehearses: false)
    }

    private func answer(
        _ command: String, to task: String = "a task", with advice: [Advice] = []
    ) async throws -> Answer {
        try await agent(command).answer(task, in: nil, with: advice)
    }

    private func failure(
        _ command: String, to task: String = "a task", within limit: Duration = .seconds(600)
    ) async throws -> AgentError? {
        do {
            let answer = try await agent(command, within: limit).answer(task, in: nil, with: [])
            Issue.record("'\(command)' answered '\(answer.action)'")
            return nil
        } catch { return error }
    }

    @Test(arguments: [
        ("echo refund", "refund"), ("printf refund", "refund"),
        ("printf ' \\n refund \\n\\n'", "refund"),
        ("printf 'two\\nlines\\n'", "two\nlines"), ("echo 'r\u{E9}servation'", "r\u{E9}servation"),
        ("echo '[1, 2]'", "[1, 2]"), ("echo '\"quoted\"'", "\"quoted\""),
    ])
    func plainTextIsTheAnswer(command: String, action: String) async throws {
        #expect(try await answer(command) == Answer(action: action))
    }

    @Test func anObjectStatesTheAnswerAndWhatWasUsed() async throws {
        let command = #"echo '{"answer": "refund", "used": ["4kq7w2mx9d", "no id"], "more": 1}'"#
        let used = try #require(EntryID("4kq7w2mx9d"))
        #expect(try await answer(command) == Answer(action: "refund", used: [used]))
        #expect(try await answer(#"echo '{"answer": "refund"}'"#) == Answer(action: "refund"))
    }

    @Test(arguments: [
        "true", "echo", #"echo '{"foo": 1}'"#, #"echo '{"answer": "x'"#, #"echo '{"answer": " "}'"#,
        #"echo '{"answer": 5}'"#, #"echo '{"answer": "a", "used": "b"}'"#,
    ])
    func whatIsNoAnswerIsTold(command: String) async throws {
        guard case .unreadable(command, _) = try await failure(command) else {
            return #expect(Bool(false), "another failure")
        }
    }

    @Test func theRequestIsOneLineOfJSON() async throws {
        let advice = try Sample.advice(
            1, cues: ["fund", "source of money"], unless: ["visa"], action: "answer `b`",
            insteadOf: "answer `a`")
        let bare = try Sample.advice(2, cues: [], action: "wait", insteadOf: nil)
        let echoed = try await agent(Self.echo).answer(
            "a \"task\"\nof two lines", in: try Sample.path("desk/mail"), with: [advice, bare])
        #expect(
            echoed.action == """
                read {"scenario":{"skill":"desk/mail","task":"a \\"task\\"\\nof two lines"},"strategies":[\
                {"because":"because","cues":["fund","source of money"],"do":"answer `b`",\
                "id":"0000000001","instead-of":"answer `a`","title":"title","unless":["visa"],"when":"when"},\
                {"because":"because","cues":[],"do":"wait","id":"0000000002","title":"title",\
                "unless":[],"when":"when"}]}
                """)
        let lines = try await answer("wc -l")
        #expect(lines.action == "1")
    }

    @Test func aSkillThatIsNotKnownIsLeftOut() async throws {
        #expect(
            try await answer(Self.echo).action
                == #"read {"scenario":{"task":"a task"},"strategies":[]}"#)
    }

    @Test func aProgramMayBeWrittenInAnyLanguage() async throws {
        let program = """
            python3 -c '
            import json, sys
            request = json.load(sys.stdin)
            print(json.dumps({"answer": request["scenario"]["task"].upper()}))
            '
            """
        #expect(try await answer(program, to: "caf\u{E9}").action == "CAF\u{C9}")
    }

    @Test(arguments: [
        ("exit 3", "exit status 3", ""),
        ("echo trouble >&2; exit 1", "exit status 1", "trouble\n"),
    ])
    func aFailureStatesItsStatusAndItsLastWords(
        command: String, status: String, text: String
    ) async throws {
        let failure = try await failure(command)
        #expect(failure == .failed(command: command, status: status, text: text))
    }

    @Test func aProgramThatIsKilledIsAFailure() async throws {
        guard case .failed(_, let status, _) = try await failure("kill -KILL $$") else { return }
        #expect(status == "exit status 137")
    }

    @Test func onlyTheEndOfStandardErrorIsKept() async throws {
        let command = "head -c 3000000 /dev/zero | tr '\\0' x >&2; echo end >&2; exit 1"
        guard case .failed(_, _, let text) = try await failure(command) else {
            return #expect(Bool(false), "not a failure of the program")
        }
        #expect(text.hasSuffix("xend\n"))
        #expect(text.count == 400)
    }

    @Test func loudStandardErrorSpoilsNoAnswer() async throws {
        let command = "head -c 3000000 /dev/zero >&2; echo refund"
        #expect(try await answer(command).action == "refund")
    }

    @Test(arguments: ["no-such-program-anywhere", "/no/such/program --flag"])
    func anUnknownCommandIsAFailure(command: String) async throws {
        guard case .failed(_, let status, let text) = try await failure(command) else { return }
        #expect(status == "exit status 127")
        #expect(text.contains("not found"))
    }

    @Test func aCommandThatTheShellCannotParseIsAFailure() async throws {
        guard case .failed(_, let status, let text) = try await failure("echo 'open; (") else {
            return
        }
        #expect(status == "exit status 2")
        #expect(!text.isEmpty)
    }

    @Test func hugeOutputIsRefused() async throws {
        let command = "head -c 2000000 /dev/zero | tr '\\0' x"
        guard case .notRun(command, let reason) = try await failure(command) else {
            return #expect(Bool(false), "the output was taken")
        }
        #expect(reason.contains("1048576"))
    }

    @Test func outputUpToTheLimitIsTaken() async throws {
        let command = "head -c 1048576 /dev/zero | tr '\\0' x"
        #expect(try await answer(command).action.utf8.count == 1 << 20)
    }

    @Test func inputMayBeLargerThanAPipeHolds() async throws {
        let task = String(repeating: "word ", count: 100_000)
        let answer = try await answer(Self.echo, to: task)
        #expect(answer.action.utf8.count > 500_000)
        #expect(answer.action.hasSuffix(#"word "},"strategies":[]}"#))
    }

    @Test(arguments: [10, 1_000_000])
    func aProgramNeedNotReadItsInput(size: Int) async throws {
        let task = String(repeating: "x", count: size)
        for command in [
            "echo refund", "exec <&-; echo refund", "head -c 5 >/dev/null; echo refund",
        ] {
            #expect(try await answer(command, to: task).action == "refund")
        }
    }

    @Test func manyRunAtOnce() async throws {
        let answers = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<20 {
                group.addTask { try await answer("cat >/dev/null; echo \(number)").action }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(answers == Set((0..<20).map(String.init)))
    }

    @Test(arguments: [
        "exec sleep 3600", "sleep 3600; echo late", "trap '' TERM; sleep 3600 & wait; sleep 3600",
        "(trap '' TERM; sleep 3600) & wait", "cat; sleep 3600 & exec sleep 3600",
    ])
    func theTimeLimitEndsTheProgramAndItsChildren(command: String) async throws {
        let pipe = try NamedPipe()
        defer { pipe.remove() }
        let held = "exec 3>'\(pipe.path)'; \(command)"
        let failure = try await failure(held, within: .milliseconds(500))
        #expect(failure == .timedOut(command: held, limit: .milliseconds(500)))
        #expect(try await pipe.isAbandoned())
    }

    @Test func theTimeLimitHoldsForInputThatNobodyReads() async throws {
        let task = String(repeating: "x", count: 1_000_000)
        let failure = try await failure("sleep 3600", to: task, within: .milliseconds(500))
        #expect(failure == .timedOut(command: "sleep 3600", limit: .milliseconds(500)))
    }

    @Test func aTaskThatIsCancelledEndsTheProgram() async throws {
        let pipe = try NamedPipe()
        defer { pipe.remove() }
        let command = "exec 3>'\(pipe.path)'; echo here >&3; sleep 3600"
        let work = Task { try await answer(command) }
        #expect(await pipe.read() == Data("here\n".utf8))
        work.cancel()
        await #expect(throws: AgentError.self) { try await work.value }
        #expect(try await pipe.isAbandoned())
    }

    @Test func aChildLeftBehindHoldsNoAnswerBack() async throws {
        let pipe = try NamedPipe()
        defer { pipe.remove() }
        #expect(try await answer("cat '\(pipe.path)' & echo refund").action == "refund")
    }

    @Test func itsCommandLineIsItsBase() {
        #expect(agent("echo refund").base == Array("echo refund".utf8))
        #expect(agent("a").base != agent("b").base)
        #expect(!agent("a").rehearses)
    }
}
