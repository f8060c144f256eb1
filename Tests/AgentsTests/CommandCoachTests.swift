import EtudeAgents
import EtudeDomain
import Foundation
import Testing

@Suite struct CommandCoachTests {
    private func variations(
        _ command: String, within limit: Duration = .seconds(600)
    ) async throws(AgentError) -> [CommandCoach.Variation] {
        guard let id = EntryID("4kq7w2mx9d"), let skill = SkillPath("desk/mail") else { return [] }
        let moment = Date(timeIntervalSince1970: 1_790_000_000)
        let failure = Trace(
            id: id, skill: skill, agent: "desk-1", task: "a \"task\"", outcome: .failure,
            started: moment, ended: moment, choice: Trace.Choice(answer: "wait", right: "write"),
            evaluation: .none)
        return try await CommandCoach(command: command, timeLimit: limit).variations(
            of: failure, right: "write", difficulty: 0.5, chance: 0.75, count: 2)
    }

    @Test func theRequestIsOneLineOfJSON() async throws {
        let echo =
            #"python3 -c 'import json, sys; print(json.dumps([{"task": sys.stdin.read()}]))'"#
        #expect(
            try await variations(echo).map(\.task) == [
                """
                {"chance":0.75,"count":2,"difficulty":0.5,"failure":{"answered":"wait","right":"write",\
                "skill":"desk/mail","task":"a \\"task\\""}}

                """
            ])
    }

    @Test func whatIsRightMayBeLeftOut() async throws {
        let output = #"echo '[{"task": "one"}, {"task": "two", "right": "read"}]'"#
        let variations = try await variations(output)
        #expect(variations.map(\.task) == ["one", "two"])
        #expect(variations.map(\.right) == ["write", "read"])
        #expect(try await self.variations("echo '[]'").isEmpty)
    }

    @Test(arguments: ["true", "echo '{}'", "echo '[1]'", #"echo '[{"right": "x"}]'"#])
    func whatIsNoListOfTasksIsTold(command: String) async throws {
        let error = await #expect(throws: AgentError.self) { try await variations(command) }
        guard case .unreadable? = error else {
            return #expect(Bool(false), "another failure: \(String(describing: error))")
        }
    }

    @Test func aCoachThatHangsIsStopped() async throws {
        await #expect(throws: AgentError.timedOut(command: "exec sleep 600", limit: .seconds(1))) {
            try await variations("exec sleep 600", within: .seconds(1))
        }
    }
}
