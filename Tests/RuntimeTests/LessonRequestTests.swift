@testable import EtudeRuntime
import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@Suite struct LessonRequestTests {
    @Test func readsEveryKey() throws {
        let json = """
            {"skill": "support/refunds", "title": "T", "when": "w", "cues": ["a", "b"], "do": "d",
             "instead-of": "i", "because": "b", "agent": "desk-1", "task": "t", "outcome": "failure",
             "steps": [{"did": "1", "expected": "2", "happened": "3"}], "decision": 1,
             "used": ["4kq7w2mx9d"], "right": "r"}
            """
        let request = try LessonRequest(json: Data(json.utf8))
        #expect(request.skill == "support/refunds")
        #expect(request.cues == ["a", "b"])
        #expect(request.action == "d")
        #expect(request.insteadOf == "i")
        #expect(request.steps == [.init(did: "1", expected: "2", happened: "3")])
        #expect(request.decision == 1)
        #expect(request.used == ["4kq7w2mx9d"])
        #expect(request.right == "r")
        #expect(try LessonRequest(json: request.json) == request)
    }

    /// Requests, each wrong in its own way, and the snapshot of the message.
    static let wrong: [(text: String, snapshot: String)] = [
        ("", "request-empty.txt"),
        (" \n", "request-empty.txt"),
        ("{\"skill\" \"support\"}", "request-malformed.txt"),
        ("{\"skill\": \"support\"", "request-cut-short.txt"),
        ("hello", "request-not-json.txt"),
        ("[1, 2]", "request-a-list.txt"),
        ("\"text\"", "request-a-text.txt"),
        ("{\"task\": \"t\"}", "request-no-skill.txt"),
        ("{\"skill\": 5}", "request-wrong-type.txt"),
        ("{\"skill\": \"s\", \"steps\": [{\"did\": 1}]}", "request-wrong-type-deep.txt"),
        ("{\"skill\": \"s\", \"steps\": [{\"did\": \"d\"}]}", "request-missing-deep.txt"),
        ("{\"skill\": \"s\", \"insteadof\": \"x\"}", "request-unknown-key.txt"),
        ("{\"skill\": \"s\", \"zebra\": 1}", "request-unknown-key-listed.txt"),
        ("{\"skill\": \"s\", \"\\u001b[2J\": 1}", "request-unknown-key-escaped.txt"),
        ("{\"skill\": null}", "request-null-skill.txt"),
    ]

    @Test(arguments: wrong.indices)
    func saysWhatIsWrong(number: Int) async throws {
        let (text, snapshot) = Self.wrong[number]
        let failure = try await failure { try LessonRequest(json: Data(text.utf8)) }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
    }

    @Test func aRequestThatIsTooLargeIsRefused() async throws {
        let data = Data(repeating: 0x20, count: LessonRequest.sizeLimit + 1)
        let failure = try await failure { try LessonRequest(json: data) }
        try Snapshot.expect(failure.text + "\n", in: "request-too-large.txt")
    }

    @Test func bytesThatAreNotUTF8AreRefused() async throws {
        let data = Data(Array("{\"skill\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
        _ = try await failure { try LessonRequest(json: data) }
    }

    /// Values that cannot be taken over, and the snapshot of the message.
    static let refused: [(change: @Sendable (inout LessonRequest) -> Void, snapshot: String)] = [
        ({ $0.skill = "../../etc" }, "request-skill-dots.txt"),
        ({ $0.skill = "/support" }, "request-skill-absolute.txt"),
        ({ $0.skill = "support\u{0}refunds" }, "request-skill-nul.txt"),
        ({ $0.skill = "Support" }, "request-skill-capital.txt"),
        ({ $0.skill = "" }, "request-skill-blank.txt"),
        ({ $0.skill = "a/b/c/d/e/f/g" }, "request-skill-deep.txt"),
        ({ $0.outcome = "maybe\u{1B}[2J" }, "request-outcome.txt"),
        ({ $0.decision = 2 }, "request-decision.txt"),
        ({ $0.decision = 0 }, "request-decision-zero.txt"),
    ]

    @Test(arguments: refused.indices)
    func saysWhichValueCannotBeTakenOver(number: Int) async throws {
        let (change, snapshot) = Self.refused[number]
        let request = LessonRequest.refund().with(change)
        let failure = try await failure {
            try request.trace(surroundings: .fixed(), memory: nil, recalled: [])
        }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
    }

    /// Lessons with a field that says nothing, and the snapshot of the message.
    static let incomplete: [(change: @Sendable (inout LessonRequest) -> Void, snapshot: String)] =
        [
            ({ $0.when = nil }, "request-no-when.txt"),
            ({ $0.action = " \t" }, "request-no-do.txt"),
            ({ $0.because = "" }, "request-no-because.txt"),
            ({ $0.action = "` `" }, "request-do-names-nothing.txt"),
        ]

    @Test(arguments: incomplete.indices)
    func saysWhatALessonLacks(number: Int) async throws {
        let (change, snapshot) = Self.incomplete[number]
        let request = LessonRequest.refund().with(change)
        let failure = try await failure { try request.lesson() }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
    }

    @Test func aTitleIsMadeOfTheCircumstances() throws {
        #expect(
            try LessonRequest.refund().with { $0.title = nil }.lesson().title
                == "a customer asks for a refund")
    }

    @Test func aTraceKnowsWhatTheRequestSays() throws {
        let trace = try LessonRequest.refund().trace(
            surroundings: .fixed(), memory: "1c9e0d2", recalled: [try id("4kq7w2mx9d")])
        #expect(trace.outcome == .failure)
        #expect(trace.choice.leaning == "refund")
        #expect(trace.choice.right == nil)
        #expect(trace.decision == 1)
        #expect(trace.memory == "1c9e0d2")
        #expect(trace.recalled.map(\.text) == ["4kq7w2mx9d"])
        #expect(trace.steps.count == 1)
    }

    struct Success {
        let did: String
        var decision: Int? = 1
        var said: String?
        let shown: String?
        var right: String?
    }

    @Test(arguments: [
        Success(did: "called `refund`", shown: "refund"),
        Success(did: "answered `Refund  It`, gladly", decision: nil, shown: "refund it"),
        Success(did: "called `refund`, then `find_order`", shown: nil),
        Success(did: "refunded it", shown: nil),
        Success(
            did: "called `refund`", said: "answer `find_order`", shown: "refund",
            right: "find_order"),
        Success(did: "called `refund`", said: "Ask  first", shown: "refund", right: "ask first"),
    ])
    func aSuccessShowsWhatWasRight(_ success: Success) throws {
        let request = LessonRequest.refund().with {
            $0.outcome = "success"
            $0.steps?[0].did = success.did
            $0.decision = success.decision
            $0.right = success.said
        }
        let trace = try request.trace(surroundings: .fixed(), memory: nil, recalled: [])
        #expect(trace.choice.right == success.right ?? success.shown)
        #expect(trace.choice.leaning == success.shown)
        let led = try request.with { $0.used = ["4kq7w2mx9d"] }
            .trace(surroundings: .fixed(), memory: nil, recalled: [])
        #expect(led.choice.right == success.right ?? success.shown)
        #expect(led.choice.leaning == nil)
    }

    @Test func deceivingCharactersAreWrittenOutInATrace() throws {
        let request = LessonRequest.refund().with {
            $0.task = "a\u{202E}b\u{0}c\u{1B}d\r\ne"
            $0.right = "x\u{7}\ny"
        }
        let trace = try request.trace(surroundings: .fixed(), memory: nil, recalled: [])
        #expect(trace.task == "a\\u{202e}b\\u{0}c\\u{1b}d\ne")
        #expect(trace.choice.right == "x\\u{7} y")
    }
}
