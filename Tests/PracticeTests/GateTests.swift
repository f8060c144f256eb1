import EtudeDomain
import EtudePractice
import Testing

@Suite struct GateTests {
    private func gate(
        strategies: [Strategy] = [], attempts: [Attempt] = [], deny: [String] = []
    ) throws -> Gate<KnownMemory> {
        Gate(
            charter: try Sample.charter(deny: deny),
            taxonomy: Taxonomy([
                try Sample.skill("support"), try Sample.skill("support/intent"),
                try Sample.skill("support/old", status: .retired),
                try Sample.skill("support/moved", aliases: ["support/before"]),
            ]), source: KnownMemory(strategies: strategies, attempts: attempts))
    }

    private func check(
        _ name: Check.Name, _ lesson: Lesson, from trace: Trace? = nil,
        by gate: Gate<KnownMemory>? = nil
    ) throws -> Check {
        let verdict = try (gate ?? self.gate()).judge(lesson, from: trace ?? Sample.trace(1))
        return try #require(verdict.checks.first { $0.name == name })
    }

    @Test func soundLessonIsAccepted() throws {
        let verdict = try gate().judge(Sample.lesson(), from: Sample.trace(1))
        #expect(verdict.failures == [])
        #expect(verdict.isAccepted)
        #expect(verdict.checks.map(\.name) == Check.Name.allCases)
        #expect(verdict.record == AdviceRecord(helped: 1))
        #expect(verdict.duplicateOf == nil)
    }

    @Test func everyProblemIsTold() throws {
        let lesson = try Sample.lesson(
            skill: "support/nothing", cues: ["the"], action: "be careful", insteadOf: nil,
            because: "things\u{200B}")
        let trace = try Sample.trace(1, steps: [])
        let failures = try gate(deny: ["support/**"]).judge(lesson, from: trace).failures
        #expect(
            failures.map(\.name) == [
                .specific, .anchored, .oneAction, .grounded, .falsifiable, .substance, .boundary,
                .skill, .characters, .replay,
            ])
        #expect(failures.allSatisfy { $0.message.contains(";") })
    }

    @Test(arguments: [
        (["fund"], true), (["FUNDS"], true), (["the", "customer"], true), (["the"], false),
        (["refund"], false), ([], false),
    ])
    func aTellingCueHasToOccur(cues: [String], passes: Bool) throws {
        let check = try check(.specific, Sample.lesson(when: "a refund is late", cues: cues))
        #expect(check.isFailure != passes)
    }

    @Test func circumstancesServeWhereThereAreNoCues() throws {
        let lesson = try Sample.lesson(when: "somebody asks about a fund", cues: [])
        #expect(try !check(.specific, lesson).isFailure)
    }

    @Test(arguments: [
        (0, nil, false), (1, nil, true), (2, nil, false), (2, 2, true), (2, 3, false),
        (2, 0, false),
        (1, Int.min, false),
    ])
    func theDecisionIsAnExistingStep(steps: Int, decision: Int?, passes: Bool) throws {
        let steps = Array(repeating: Sample.Failing.step, count: steps)
        let trace = try Sample.trace(1, steps: steps, decision: decision)
        #expect(try check(.anchored, Sample.lesson(), from: trace).isFailure != passes)
    }

    @Test(arguments: [
        ("answer `a`", "answer `b`", true), ("answer `a` or `b`", "answer `c`", false),
        ("answer `c`", "answer `a` and `b`", false), ("answer `a`", "say `A`", false),
        ("wait", "answer at once", true),
    ])
    func oneActionStandsAgainstAnother(action: String, insteadOf: String, passes: Bool) throws {
        let lesson = try Sample.lesson(action: action, insteadOf: insteadOf)
        #expect(try check(.oneAction, lesson).isFailure != passes)
    }

    @Test func theRejectedActionHasToBeNamed() throws {
        #expect(try check(.oneAction, Sample.lesson(insteadOf: nil)).isFailure)
    }

    @Test(arguments: [
        ("it asks about the fund", true), ("it wants `verify_source`", true), ("", false),
        (" \t", false), ("it is so, and that is that", false), ("weather is nice", false),
    ])
    func theReasonRestsOnTheTrace(because: String, passes: Bool) throws {
        #expect(try check(.grounded, Sample.lesson(because: because)).isFailure != passes)
    }

    @Test(arguments: [("`a` is wanted", true), ("", false), (" ", false)])
    func somethingWasExpected(expected: String, passes: Bool) throws {
        let step = Trace.Step(did: "answered", expected: expected, happened: "no")
        let trace = try Sample.trace(1, steps: [step])
        #expect(try check(.falsifiable, Sample.lesson(), from: trace).isFailure != passes)
    }

    @Test(arguments: [
        ("be careful", false), ("Double-check, and try harder!", false),
        ("please make sure to pay close attention", false),
        ("think carefully before you do it", false),
        ("be careful to answer `verify_source`", true), ("ask which card they mean", true),
        ("check the order number", true),
    ])
    func theAdviceSaysSomething(action: String, passes: Bool) throws {
        #expect(try check(.substance, Sample.lesson(action: action)).isFailure != passes)
    }

    @Test(arguments: [(52, true), (53, false)])
    func sixtyWordsAreEnough(words: Int, passes: Bool) throws {
        let lesson = try Sample.lesson(
            when: Array(repeating: "word", count: words).joined(separator: " "),
            action: "answer `one name however many words`", insteadOf: "answer `b_c_d`",
            because: "it is a fund")
        #expect(try check(.length, lesson).isFailure != passes)
    }

    @Test func theBoundaryHolds() throws {
        let denied = try gate(deny: ["support/intent"])
        #expect(try check(.boundary, Sample.lesson(), by: denied).isFailure)
        #expect(try !check(.boundary, Sample.lesson(skill: "support"), by: denied).isFailure)
    }

    @Test(arguments: [
        ("support/intend", "did you mean `support/intent`?"),
        ("cooking", "no skill is called"), ("support/old", "is retired"),
        ("support/before", "use `support/moved`"),
    ])
    func theSkillIsInUse(skill: String, message: String) throws {
        let check = try check(.skill, Sample.lesson(skill: skill))
        #expect(check.isFailure)
        #expect(check.message.contains(message))
    }

    @Test(arguments: [
        0x00, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x061C, 0x180E, 0x200B, 0x200D, 0x200F, 0x2028, 0x202A,
        0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xE0001, 0xE007F,
    ])
    func hiddenCharactersAreRefusedInEveryField(number: UInt32) throws {
        let character = String(Character(try #require(Unicode.Scalar(number))))
        let text = "x\(character)y"
        let lessons = [
            try Sample.lesson(title: text), try Sample.lesson(when: text),
            try Sample.lesson(cues: [text]), try Sample.lesson(unless: [text]),
            try Sample.lesson(action: text),
            try Sample.lesson(insteadOf: text), try Sample.lesson(because: text),
        ]
        for lesson in lessons { #expect(try check(.characters, lesson).isFailure) }
    }

    @Test func whatKeepsItFromItsOwnFailureIsNamed() throws {
        let silent = try check(.replay, Sample.lesson(unless: ["passport", "funds"]))
        #expect(silent.isFailure)
        #expect(silent.message.hasSuffix("leave out “funds”"))
        #expect(try !check(.replay, Sample.lesson(unless: ["passport"])).isFailure)
    }

    @Test(arguments: ["naïve – “quoted”", "日本語", "a\tb", "👍🏽"])
    func plainTextOfAnyLanguagePasses(text: String) throws {
        #expect(try !check(.characters, Sample.lesson(title: text)).isFailure)
    }

    @Test func secretsAreFoundInTheLessonAndInItsTrace() throws {
        let secret = SecretSamples.gitHub
        let told = try check(.secret, Sample.lesson(because: "the fund \(secret)"))
        #expect(told.isFailure)
        #expect(told.message.contains("`because`") && told.message.contains("github-token"))
        #expect(!told.message.contains(secret))
        let step = Trace.Step(did: "sent \(secret)", expected: "fine", happened: "not")
        let trace = try Sample.trace(1, steps: [step])
        #expect(try check(.secret, Sample.lesson(), from: trace).message.contains("step 1"))
    }
}
