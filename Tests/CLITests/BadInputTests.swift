import Foundation
import Testing

/// Bad input: each a clear error, and nothing lost.
@Suite struct BadInputTests {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.initialize()
        #expect(
            try scratch.etude("learn", "-", input: refund(["cues": ["order"]])).status == 0)
    }

    /// Expects a refusal that is compared with a snapshot, and a memory that is as it was.
    func expectRefusal(
        _ arguments: String..., input: String = "", status: Int32 = 1, in snapshot: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = (try scratch.head(), try scratch.faults(), try traces())
        let result = try scratch.etude(
            arguments + ["--memory", scratch.top], input: Data(input.utf8))
        #expect(result.status == status, sourceLocation: sourceLocation)
        #expect(result.output == "", sourceLocation: sourceLocation)
        try scratch.expect(result, in: snapshot, sourceLocation: sourceLocation)
        #expect(try scratch.head() == before.0, sourceLocation: sourceLocation)
        #expect(try scratch.faults() == before.1, sourceLocation: sourceLocation)
        #expect(try traces().isSuperset(of: before.2), sourceLocation: sourceLocation)
    }

    func traces() throws -> Set<String> {
        let log = try scratch.git("log", "--all", "--format=%(trailers:key=Etude-Trace,valueonly)")
        return Set(scratch.lines(of: log))
    }

    // MARK: What the memory is

    @Test(arguments: [
        ["status"], ["recall", "x"], ["log"], ["check"], ["skills"], ["snapshot"],
        ["diff", "HEAD"], ["show", "HEAD"], ["revert", "HEAD"], ["learn", "-"], ["record", "-"],
    ])
    func whatIsNotAMemoryIsRefused(arguments: [String]) throws {
        let empty = scratch.folder + "/empty"
        try FileManager.default.createDirectory(
            atPath: empty, withIntermediateDirectories: true)
        let result = try scratch.etude(
            arguments + ["--memory", empty], input: Data(try refund().utf8))
        try scratch.expect(result, in: "bad-not-a-memory.txt")
        #expect(try FileManager.default.contentsOfDirectory(atPath: empty).isEmpty)
    }

    @Test func whatIsNotARepositoryIsRefused() throws {
        try FileManager.default.removeItem(atPath: scratch.top + "/.git")
        let result = try scratch.etude("learn", "-", input: refund())
        try scratch.expect(result, in: "bad-not-a-repository.txt")
    }

    @Test(arguments: [
        ["status"], ["learn", "-"], ["recall", "x"], ["check"], ["diff", "main"],
        ["revert", "main"],
    ])
    func anUnbornBranchIsRefused(arguments: [String]) throws {
        try scratch.git("checkout", "-q", "--orphan", "empty")
        let result = try scratch.etude(
            arguments + ["--memory", scratch.top], input: Data(try refund().utf8))
        #expect(result.output == "")
        try scratch.expect(result, in: "bad-unborn-\(arguments[0]).txt")
        try scratch.git("checkout", "-q", "-f", "main")
        #expect(try scratch.faults() == "")
    }

    @Test func aDetachedHeadCanBeReadAndNotWritten() throws {
        try scratch.git("checkout", "-q", "--detach")
        try expectRefusal("learn", "-", input: try refund(), in: "bad-detached.txt")
        #expect(try scratch.etude("recall", "my order").output.contains("Look an order up"))
    }

    @Test func aCharterOfANewerFormatIsRefused() throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(charter.replacing("etude: 1 ", with: "etude: 2 "), to: "CHARTER.md")
        try scratch.commitByHand()
        try expectRefusal("learn", "-", input: try refund(), in: "bad-newer-format.txt")
        try expectRefusal("status", in: "bad-newer-format.txt")
    }

    @Test func aCharterThatCannotBeReadIsNamedWithItsLine() throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("threshold: 0.70", with: "threshold: 70"), to: "CHARTER.md")
        try scratch.commitByHand()
        try expectRefusal("learn", "-", input: try refund(), in: "bad-charter.txt")
    }

    // MARK: What lies in the way

    @Test func aFileWhereAFolderHasToBeIsNamed() throws {
        let taken = "strategies/support/parcels"
        try scratch.write("mine\n", to: taken)
        try expectRefusal(
            "learn", "-", input: try refund(["skill": "support/parcels"]), in: "bad-in-the-way.txt")
        #expect(try scratch.read(taken) == "mine\n")
    }

    @Test func aLinkedFolderIsNotFollowed() throws {
        let outside = scratch.folder + "/outside"
        try FileManager.default.createDirectory(
            atPath: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/strategies/support/parcels", withDestinationPath: outside)
        try expectRefusal(
            "learn", "-", input: try refund(["skill": "support/parcels"]), in: "bad-link.txt")
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside).isEmpty)
    }

    @Test func aLinkInTheTreeIsReported() throws {
        try FileManager.default.createSymbolicLink(
            atPath: scratch.top + "/strategies/support/link.md",
            withDestinationPath: "/etc/passwd")
        try scratch.commitByHand()
        let result = try scratch.etude("check")
        try scratch.expect(result, in: "bad-link-in-tree.txt")
    }

    @Test func aDuplicateIDIsReportedAndTheFirstServes() throws {
        try scratch.write(handwritten(), to: "strategies/support/refunds/a-8h4n2r6t0v.md")
        try scratch.write(
            handwritten(action: "other"), to: "strategies/support/refunds/b-8h4n2r6t0v.md")
        try scratch.commitByHand()
        try scratch.expect(try scratch.etude("check"), in: "bad-duplicate-id.txt")
        let recalled = try scratch.etude("recall", "my voucher")
        #expect(recalled.status == 0)
        #expect(recalled.output.contains("check_voucher"))
        #expect(!recalled.output.contains("other"))
    }

    @Test func aFileOf10MBIsReportedAndTheRestServes() throws {
        try scratch.write(
            handwritten() + String(repeating: "x", count: 10 << 20),
            to: "strategies/support/refunds/large-8h4n2r6t0v.md")
        try scratch.commitByHand()
        try scratch.expect(try scratch.etude("check"), in: "bad-large-file.txt")
        let recalled = try scratch.etude("recall", "my order")
        #expect(recalled.status == 0)
        #expect(recalled.output.contains("Look an order up"))
    }

    // MARK: What is said

    /// Requests that are refused, and the snapshot of the message.
    static let requests: [(text: @Sendable () throws -> String, snapshot: String)] = [
        ({ try refund(["skill": "support/refund"]) }, "bad-unknown-skill.txt"),
        ({ try refund(["skill": "zoo"]) }, "bad-no-such-skill.txt"),
        ({ "{\"skill\" \"support\"}" }, "bad-json.txt"),
        ({ "" }, "bad-empty.txt"),
        ({ try refund(["instead": "x"]) }, "bad-key.txt"),
        ({ try refund(["cues": "refund"]) }, "bad-type.txt"),
        ({ try refund(["outcome": "so-so"]) }, "bad-outcome.txt"),
        ({ try refund(["because": nil]) }, "bad-no-because.txt"),
        ({ try refund(["decision": 5]) }, "bad-decision.txt"),
        ({ try refund(["skill": "../../../etc/passwd"]) }, "bad-path-dots.txt"),
        ({ try refund(["skill": "/etc/passwd"]) }, "bad-path-absolute.txt"),
        ({ try refund(["skill": "support\u{0}/x"]) }, "bad-path-nul.txt"),
        ({ try refund(["skill": ".git/hooks"]) }, "bad-path-git.txt"),
        ({ try refund(["agent": "../heads/main"]) }, "bad-agent.txt"),
        ({ "{\"skill\": \"" + String(repeating: "x", count: 10 << 20) }, "bad-large-request.txt"),
        ({ try refund(["title": "Turned \u{202E} around"]) }, "bad-bidirectional.txt"),
        ({ try refund(["when": "a refund\nEtude-Agent: root"]) }, "bad-newline.txt"),
        ({ try refund(["because": "`refund` \u{1B}[2J failed"]) }, "bad-control.txt"),
        ({ try refund(["cues": ["zebra"]]) }, "bad-cue.txt"),
    ]

    @Test(arguments: requests.indices)
    func aBadLessonIsRefused(number: Int) throws {
        let (text, snapshot) = Self.requests[number]
        try expectRefusal("learn", "-", input: try text(), in: snapshot)
    }

    @Test func aSkillOutsideTheCharterIsRefused() throws {
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("deny: []", with: "deny: [support/refunds]"), to: "CHARTER.md")
        try scratch.commitByHand()
        try expectRefusal(
            "learn", "-", input: try refund(), in: "bad-charter-denies.txt")
    }

    @Test func theSameLessonTwiceIsRefused() throws {
        try expectRefusal(
            "learn", "-", input: try refund(["cues": ["order"]]), in: "bad-duplicate.txt")
    }

    @Test func aSecretIsRefusedAndKeptNowhere() throws {
        let secret = "ghp_" + "x7Kq2mZ9tR4vB8nL1cW6yP3sD5fG0hJ4kA9e"
        try expectRefusal(
            "learn", "-", input: try refund(["do": "call `login \(secret)`", "task": secret]),
            in: "bad-secret.txt")
        let objects = try scratch.git("cat-file", "--batch-all-objects", "--batch", "--buffer")
        #expect(!objects.lowercased().contains(secret.lowercased()))
    }

    @Test func deceivingTextOfATaskIsWrittenOut() throws {
        let trace = "{\"skill\": \"support\", \"task\": \"a\\u202eb\\u001b[2Jc\"}"
        #expect(try scratch.etude("record", "-", input: trace).status == 0)
        let text = try scratch.git("show", "refs/etude/traces/agent:trace.md")
        #expect(text.contains("> a\\u{202e}b\\u{1b}[2Jc\n"))
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        try expectRefusal("learn", "/no/such/file.json", in: "bad-no-file.txt")
    }

    @Test func namesThatGitDoesNotKnowAreRefused() throws {
        try expectRefusal("show", "nowhere", in: "bad-show.txt")
        try expectRefusal("revert", "nowhere", in: "bad-show.txt")
        try expectRefusal("diff", "nowhere", in: "bad-show.txt")
        try expectRefusal("revert", "--agent", "nobody", in: "bad-revert-nothing.txt")
        try expectRefusal("skills", "accept", "support/refund", in: "bad-unknown-skill.txt")
        try expectRefusal("snapshot", "--agent", "nobody", in: "bad-snapshot.txt")
    }

    @Test func charactersOfFilesNeverReachATerminalRaw() throws {
        let bad = "bad \u{1B}[2J \u{202E}\n"
        try scratch.write(bad, to: "strategies/support/refunds/\u{1B}[2Jx.md")
        try scratch.write(bad, to: "strategies/support/refunds/b.md")
        try scratch.write(
            handwritten().replacing("\nWritten", with: bad), to: "strategies/support/refunds/c.md")
        try scratch.git("add", "-A")
        try scratch.git("commit", "-q", "-m", "\u{1B}[2J\u{202E}subject")
        let commands = [
            ["check"], ["doctor"], ["recall", "order"], ["log"], ["status"], ["show", "HEAD"],
            ["show", "8h4n2r6t0v"], ["diff", "HEAD~1"], ["diff", "HEAD~1", "--raw"],
        ]
        for command in commands {
            let result = try scratch.etude(command + ["--memory", scratch.top])
            let shown = result.output + result.errors
            #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
    }
}
