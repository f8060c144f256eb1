import EtudeDomain
import EtudePractice
import Testing

@Suite struct GateMemoryTests {
    private func verdict(
        _ lesson: Lesson? = nil, against strategies: [Strategy] = [], attempts: [Attempt] = [],
        trace: Trace? = nil, isMastered: (SkillPath) -> Bool = { _ in false }
    ) throws -> Verdict {
        let gate = Gate(
            charter: try Sample.charter(),
            taxonomy: try Sample.taxonomy("support", "support/intent", "other"),
            source: KnownMemory(strategies: strategies, attempts: attempts))
        return gate.judge(
            try lesson ?? Sample.lesson(), from: try trace ?? Sample.trace(1),
            isMastered: isMastered)
    }

    private func failures(_ verdict: Verdict) -> [Check.Name] { verdict.failures.map(\.name) }

    @Test(arguments: ["support/intent", "support", "support/intent/money"])
    func sameAdviceInTheSameLineIsADuplicate(skill: String) throws {
        let older = try Sample.strategy(7, Sample.lesson(skill: skill))
        let verdict = try verdict(against: [older])
        #expect(failures(verdict) == [.duplicate])
        #expect(verdict.duplicateOf == older.id)
        #expect(verdict.failures.first?.message.contains(older.id.text) == true)
    }

    @Test func adviceElsewhereIsNoDuplicate() throws {
        let strategies = [
            try Sample.strategy(7, Sample.lesson(skill: "other")),
            try Sample.strategy(9, Sample.lesson(cues: ["money", "fund"])),
            try Sample.strategy(10, Sample.lesson(insteadOf: "answer `something_else`")),
        ]
        #expect(try verdict(against: strategies).isAccepted)
    }

    @Test func whatWasRetiredDoesNotComeBack() throws {
        let retired = try Sample.strategy(8, Sample.lesson(), status: .retired)
        let verdict = try verdict(against: [retired])
        #expect(failures(verdict) == [.duplicate])
        #expect(verdict.failures.first?.message.contains("was retired") == true)
    }

    @Test func lessonsWithoutCuesAreComparedByTheirCircumstances() throws {
        let lesson = try Sample.lesson(cues: [])
        let older = try Sample.strategy(7, lesson)
        #expect(try verdict(lesson, against: [older]).duplicateOf == older.id)
        let other = try Sample.lesson(when: "a fund is far away", cues: [])
        #expect(try verdict(other, against: [older]).duplicateOf == nil)
    }

    /// Older advice that was right twice where the draft would have been wrong.
    private func provenRival() throws -> (Strategy, [Attempt]) {
        let rival = try Sample.strategy(7, Sample.lesson(cues: ["fund"], action: "answer `top_up`"))
        let tasks = ["add a fund to my account", "fund my account please", "how to fund it"]
        let attempts = try tasks.enumerated().map { number, task in
            try Sample.attempt(
                20 + number, task: task, leaning: "verify_identity", right: "top_up")
        }
        return (rival, attempts)
    }

    @Test func aRivalWithTheBetterRecordWins() throws {
        let (rival, attempts) = try provenRival()
        let verdict = try verdict(
            Sample.lesson(cues: ["fund"]), against: [rival], attempts: attempts,
            trace: Sample.trace(1, task: "where does the fund originate"))
        #expect(failures(verdict) == [.conflict, .replay])
        let conflict = try #require(verdict.failures.first)
        #expect(conflict.message.contains(rival.id.text))
        #expect(conflict.message.contains("narrow it with the cue “originate”"))
    }

    @Test func aNarrowerDraftPasses() throws {
        let (rival, attempts) = try provenRival()
        let lesson = try Sample.lesson(cues: ["my fund is from"])
        #expect(try verdict(lesson, against: [rival], attempts: attempts).isAccepted)
    }

    @Test func aRivalThatSharesNoCueIsFoundByItsHits() throws {
        let rival = try Sample.strategy(
            7, Sample.lesson(cues: ["safe"], action: "answer `safety`"))
        let tasks = ["is my fund safe", "a fund, safe and sound"]
        let attempts = try tasks.enumerated().map { number, task in
            try Sample.attempt(
                20 + number, task: task, leaning: "verify_identity", right: "safety")
        }
        let verdict = try verdict(
            Sample.lesson(cues: ["fund"]), against: [rival], attempts: attempts)
        let conflict = try #require(verdict.failures.first { $0.name == .conflict })
        #expect(conflict.message.contains(rival.id.text))
    }

    @Test func aBetterRecordBeatsARival() throws {
        let rival = try Sample.strategy(7, Sample.lesson(cues: ["fund"], action: "answer `top_up`"))
        #expect(try verdict(Sample.lesson(cues: ["fund"]), against: [rival]).isAccepted)
    }

    @Test func rivalsOfOtherTasksAreNone() throws {
        let rival = try Sample.strategy(
            7, Sample.lesson(cues: ["card"], action: "answer `top_up`"))
        let verdict = try verdict(against: [rival])
        let conflict = try #require(verdict.checks.first { $0.name == .conflict })
        #expect(conflict.result == .passed("no strategy says otherwise for these tasks"))
    }

    @Test func withEqualRecordsTheNewerWins() throws {
        let rival = try Sample.strategy(7, Sample.lesson(cues: ["fund"], action: "answer `top_up`"))
        let even = try Sample.attempt(
            20, task: "fund it", leaning: "verify_identity", right: "top_up")
        let checks = try verdict(
            Sample.lesson(cues: ["fund"]), against: [rival], attempts: [even])
        #expect(!failures(checks).contains(.conflict))
    }

    @Test func replayCountsItsOwnFailureOnce() throws {
        let own = try #require(Attempt(try Sample.trace(1)))
        #expect(try verdict(attempts: [own]).record == AdviceRecord(helped: 1))
    }

    @Test func harmAsGreatAsHelpIsRefused() throws {
        let harmed = try Sample.attempt(
            20, task: "is my fund safe", leaning: "verify_identity", right: "verify_identity")
        let verdict = try verdict(attempts: [harmed])
        #expect(failures(verdict) == [.replay])
        #expect(verdict.record == AdviceRecord(helped: 1, harmed: 1))
    }

    @Test func wrongEitherWayCountsHalf() throws {
        let neither = try Sample.attempt(
            20, task: "is my fund safe", leaning: "verify_identity", right: "safety")
        let verdict = try verdict(attempts: [neither])
        #expect(verdict.record == AdviceRecord(helped: 1, harmed: 0.5))
        #expect(verdict.isAccepted)
        #expect(verdict.checks.last?.message.contains("fixed 1, broke 0.5 of 2") == true)
    }

    @Test(arguments: [
        (["identity"], "answer `verify_identity`", "does not fire"),
        (["fund"], "answer `something_else`", "name `verify_identity`"),
    ])
    func itHasToFireOnItsOwnFailure(cues: [String], insteadOf: String, message: String) throws {
        let verdict = try verdict(Sample.lesson(cues: cues, insteadOf: insteadOf))
        let replay = try #require(verdict.failures.first { $0.name == .replay })
        #expect(replay.message.contains(message))
    }

    @Test func itHasToAdviseTheRightAction() throws {
        let replay = try #require(
            verdict(Sample.lesson(action: "answer `top_up`")).failures.first)
        #expect(replay.name == .replay)
        #expect(replay.message.contains("`verify_source`"))
    }

    @Test func noMasteredProbeIsLost() throws {
        let helped = try (20..<23).map {
            try Sample.attempt(
                $0, task: "my fund again", leaning: "verify_identity", right: "verify_source")
        }
        let probe = try Sample.attempt(
            30, skill: "other", task: "the fund", leaning: "verify_identity",
            right: "verify_identity")
        let other = try Sample.path("other")
        #expect(try verdict(attempts: helped + [probe]).isAccepted)
        let verdict = try verdict(attempts: helped + [probe], isMastered: { $0 == other })
        #expect(failures(verdict) == [.replay])
        #expect(verdict.failures.first?.message.contains("mastered") == true)
    }

    @Test func withoutARightAnswerThereIsNothingToReplay() throws {
        let trace = try Sample.trace(1, choice: Trace.Choice(leaning: "verify_identity"))
        let verdict = try verdict(trace: trace)
        #expect(verdict.isAccepted)
        #expect(verdict.record == nil)
        guard case .notApplicable = verdict.checks.last?.result else {
            Issue.record("replay should not apply")
            return
        }
    }

    @Test func withoutARightAnswerItStillHasToFireAndToHarmNothing() throws {
        let trace = try Sample.trace(1, choice: Trace.Choice(leaning: "verify_identity"))
        #expect(try failures(verdict(Sample.lesson(cues: ["identity"]), trace: trace)) == [.replay])
        let broken = try Sample.attempt(
            20, task: "my fund", leaning: "verify_identity", right: "verify_identity")
        let harmful = try verdict(attempts: [broken], trace: trace)
        #expect(failures(harmful) == [.replay])
        #expect(harmful.record == AdviceRecord(helped: 0, harmed: 1))
        let fixed = try Sample.attempt(
            21, task: "my fund", leaning: "verify_identity", right: "verify_source")
        #expect(try verdict(attempts: [broken, fixed], trace: trace).isAccepted)
    }

    @Test(arguments: ["verify_source", nil])
    func aSuccessTeachesNothing(right: String?) throws {
        let choice = Trace.Choice(
            leaning: "verify_identity", answer: "verify_source", right: right)
        let trace = try Sample.trace(1, outcome: .success, choice: choice)
        let failed = try verdict(trace: trace).failures
        #expect(failed.map(\.name) == [.replay])
        #expect(failed.first?.message.contains("succeeded") == true)
    }

    @Test func thousandsOfStrategiesAndAttemptsAreJudgedByTheSameRules() throws {
        let strategies = try (0..<2_000).map { number in
            try Sample.strategy(
                number,
                Sample.lesson(cues: ["word\(number)"], action: "answer `action_\(number)`"))
        }
        let attempts = try (0..<2_000).map { number in
            try Sample.attempt(
                5_000 + number, task: "a task about word\(number)", leaning: "verify_identity",
                right: "action_\(number)")
        }
        #expect(try verdict(against: strategies, attempts: attempts).isAccepted)
    }
}
