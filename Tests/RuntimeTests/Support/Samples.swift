import EtudeDomain
import EtudeRuntime
import Foundation

extension LessonRequest {
    /// A request that the gate accepts in a memory with the skill `support/refunds`.
    static func refund(agent: String? = nil) -> LessonRequest {
        var request = LessonRequest(skill: "support/refunds")
        request.title = "Look an order up before refunding it"
        request.when = "a customer asks for a refund"
        request.cues = ["refund"]
        request.action = "call `find_order` first"
        request.insteadOf = "call `refund`"
        request.because = "`refund` fails on an order that is still open"
        request.agent = agent
        request.task = "please refund order 1123"
        request.outcome = "failure"
        request.decision = 1
        request.steps = [
            Step(
                did: "called `refund`", expected: "a receipt",
                happened: "an error: the order is still open")
        ]
        return request
    }

    /// Another acceptable request, about another matter.
    static func parcel(agent: String? = nil) -> LessonRequest {
        var request = refund(agent: agent)
        request.skill = "support/parcels"
        request.title = "Ask the courier before promising a day"
        request.when = "a customer asks when a parcel arrives"
        request.cues = ["parcel"]
        request.action = "call `ask_courier`"
        request.insteadOf = "answer `tomorrow`"
        request.because = "the parcel was with the courier, who knows the day"
        request.task = "when does my parcel arrive"
        request.steps = [
            Step(did: "answered `tomorrow`", expected: "thanks", happened: "a complaint")
        ]
        return request
    }

    /// The request after a change.
    func with(_ change: (inout LessonRequest) -> Void) -> LessonRequest {
        var request = self
        change(&request)
        return request
    }

    /// The request as JSON, from a program's point of view.
    var json: Data {
        get throws { try JSONEncoder().encode(self) }
    }
}

extension Scratch {
    /// Lets the memory learn, or refuse to.
    @discardableResult
    func learn(
        _ request: LessonRequest, at moment: String = "2026-11-22T10:04:05Z", seed: UInt64 = 1,
        isDryRun: Bool = false
    ) async throws -> LearnStrategy.Outcome {
        try await LearnStrategy(request, isDryRun: isDryRun)
            .run(finder, surroundings: .fixed(at: moment, seed: seed))
    }

    /// Recalls for a task.
    func recall(
        _ task: String, leaning: String? = nil, agent: String = "desk-1"
    ) async throws -> RecallStrategies.Outcome {
        var strategies = RecallStrategies(task: task, leaning: leaning)
        // However slow the machine is: what a recall says after its limit has tests of its own.
        strategies.patience = .seconds(120)
        return try await strategies.run(finder, surroundings: .fixed(agent: agent))
    }
}

/// The file of a strategy that a person writes.
func handwritten(
    id: String = "8h4n2r6t0v", skill: String = "support/refunds", cue: String = "voucher",
    action: String = "answer `check_voucher`"
) -> String {
    """
    ---
    id: \(id)
    title: Vouchers are looked up
    skill: \(skill)
    when: a customer writes about a \(cue)
    cues: [\(cue)]   # what recall goes by
    do: \(action)
    because: a voucher may have run out
    ---

    Written by a person.

    """
}
