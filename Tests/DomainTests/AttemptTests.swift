import EtudeDomain
import Testing

@Suite struct AttemptTests {
    @Test func withoutARightAnswerThereIsNoAttempt() throws {
        #expect(Attempt(try Sample.trace()) == nil)
    }

    @Test func namesAreTakenAsTheyAreCompared() throws {
        let choice = Trace.Choice(leaning: " A", right: "B C")
        let attempt = try #require(Attempt(try Sample.trace(choice: choice)))
        #expect(attempt.right == "b c")
        #expect(attempt.situation.leaning == "a")
    }

    @Test(arguments: [
        (Trace.Outcome.success, Trace.Outcome?.none, false, "a", true),
        (.failure, nil, false, "a", false),
        (.success, .failure, false, "b", false), (.failure, .success, true, "a", true),
        (.success, nil, true, "a", false), (.success, nil, true, "B", true),
    ])
    func baseCompetenceIsKnownOrInferred(
        outcome: Trace.Outcome, base: Trace.Outcome?, usedMemory: Bool, leaning: String,
        succeeds: Bool
    ) throws {
        let used = usedMemory ? [try #require(EntryID("zzzzzzzzzz"))] : []
        let trace = try Sample.trace(
            outcome: outcome, used: used, baseOutcome: base,
            choice: Trace.Choice(leaning: leaning, right: "b"))
        let attempt = try #require(Attempt(trace))
        #expect(attempt.baseSucceeded == succeeds)
        #expect(attempt.succeeded == (outcome == .success))
    }

    @Test func theScoreFollowsTheOutcomeUnlessItIsSaid() throws {
        #expect(try Sample.trace(outcome: .success).score == 1)
        #expect(try Sample.trace(outcome: .failure).score == 0)
        #expect(try Sample.trace(outcome: .failure, score: 0.4).score == 0.4)
    }
}

@Suite struct AdviceRecordTests {
    @Test func adviceIsCountedWhereItFires() throws {
        let attempts = [
            try Sample.attempt("my fund", right: "b"), try Sample.attempt("my card", right: "b"),
            try Sample.attempt("a fund", right: "a"), try Sample.attempt("the fund", right: "c"),
            try Sample.attempt("fund it", leaning: "c", right: "b"),
        ]
        let record = AdviceRecord.of(try Sample.lesson(cues: ["fund"]), over: attempts)
        #expect(record == AdviceRecord(helped: 1, harmed: 1.5))
    }

    @Test func whatALessonIsNotForCountsNeitherWay() throws {
        let attempts = [
            try Sample.attempt("my fund", right: "b"),
            try Sample.attempt("a card fund", right: "a"),
            try Sample.attempt("fund of a visa card", right: "b"),
            try Sample.attempt("a card of this fund", right: "a"),
        ]
        let lesson = try Sample.lesson(cues: ["fund"], unless: ["visa cards", "card fund"])
        #expect(AdviceRecord.of(lesson, over: attempts) == AdviceRecord(helped: 1, harmed: 1))
    }

    @Test func withoutAttemptsNothingIsKnown() throws {
        let record = AdviceRecord.of(try Sample.lesson(cues: ["fund"]), over: [Attempt]())
        #expect(record.useScore == 0.5)
        #expect(!record.isHarmful)
    }

    @Test(arguments: [(3.0, 1.0, 4.0 / 6, false), (1.0, 1.0, 0.5, false), (0.0, 0.5, 0.4, true)])
    func theScoreIsTheMeanOfABelief(
        helped: Double, harmed: Double, score: Double, isHarmful: Bool
    ) {
        let record = AdviceRecord(helped: helped, harmed: harmed)
        #expect(abs(record.useScore - score) < 1e-12)
        #expect(record.isHarmful == isHarmful)
    }
}

@Suite struct CharterTests {
    private func charter(allow: [String], deny: [String] = []) throws -> Charter {
        Charter(
            name: "desk", allow: try allow.map { try #require(SkillPattern($0)) },
            deny: try deny.map { try #require(SkillPattern($0)) })
    }

    @Test func denialWins() throws {
        let charter = try charter(allow: ["support/**"], deny: ["support/refunds/**"])
        #expect(charter.permits(try Sample.path("support")))
        #expect(charter.permits(try Sample.path("support/intent")))
        #expect(!charter.permits(try Sample.path("support/refunds")))
        #expect(!charter.permits(try Sample.path("support/refunds/cash")))
        #expect(!charter.permits(try Sample.path("sales")))
    }

    @Test func withoutPermissionNothingIsLearned() throws {
        #expect(try !charter(allow: []).permits(Sample.path("support")))
    }

    @Test func thresholdsStartAsTheFormatSays() throws {
        let charter = try charter(allow: ["**"])
        #expect(charter.threshold == 0.70 && charter.mastered == 0.85)
        #expect(charter.targetSuccess == 0.70 && charter.review == .none)
        #expect(charter.inject == 3 && charter.injectCharacters == 2_000)
        #expect(charter.proposalsExpireDays == 30 && charter.keepTraces == 5_000)
        #expect(Charter.formatVersion == 1)
    }
}

@Suite struct StrategyTests {
    @Test func onlyWhatATraceTaughtIsLearned() throws {
        let id = try #require(EntryID("0123456789"))
        let lesson = try Sample.lesson(cues: ["fund"])
        let written = Strategy(
            id: id, status: .active, lesson: lesson, origin: Strategy.Origin(agent: "ann"))
        let learned = Strategy(
            id: id, status: .active, lesson: lesson, origin: Strategy.Origin(trace: id))
        #expect(!written.isLearned && learned.isLearned)
    }

    @Test func wordsInFilesStayTheSame() {
        #expect(Strategy.Status.allCases.map(\.rawValue) == ["proposed", "active", "retired"])
        #expect(Skill.Status.allCases.map(\.rawValue) == ["proposed", "active", "retired"])
        #expect(Skill.Kind.allCases.map(\.rawValue) == ["skill", "failure-mode"])
        #expect(
            Competency.State.allCases.map(\.rawValue) == ["unknown", "below", "able", "mastered"])
        #expect(Trace.Outcome.allCases.map(\.rawValue) == ["success", "failure"])
        #expect(Trace.Evaluation.allCases.map(\.rawValue) == ["pending", "done", "none"])
        #expect(Charter.Review.allCases.map(\.rawValue) == ["none", "required"])
    }
}
