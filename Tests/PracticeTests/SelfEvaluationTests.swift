import EtudeDomain
import EtudePractice
import Testing

@Suite struct CausalAnalysisTests {
    private let fine = Trace.Step(did: "looked", expected: "a list", happened: "got a list of five")
    private let wrong = Trace.Step(did: "chose", expected: "the first", happened: "it was the last")
    private let silent = Trace.Step(did: "waited", expected: "", happened: "")

    @Test func theNamedDecisionIsTaken() throws {
        let trace = try Sample.trace(1, steps: [wrong, fine], decision: 2)
        #expect(CausalAnalysis(of: trace).step == 2)
    }

    @Test(arguments: [nil, 0, 9, Int.min, Int.max])
    func elseTheFirstStepThatDeparts(decision: Int?) throws {
        let trace = try Sample.trace(1, steps: [fine, silent, wrong, fine], decision: decision)
        #expect(CausalAnalysis(of: trace).step == 3)
    }

    @Test func elseTheLastStep() throws {
        #expect(CausalAnalysis(of: try Sample.trace(1, steps: [fine, silent])).step == 2)
        #expect(CausalAnalysis(of: try Sample.trace(1, steps: [])).step == nil)
    }

    @Test(arguments: [
        ("A", "B", "C", "a"), ("C", "B", "c", "b"), (nil, "B", "C", "b"), ("A", nil, nil, "a"),
        ("C", "C", "C", nil), (nil, nil, nil, nil),
    ])
    func theRejectedActionIsTheLeaningUnlessItWasRight(
        leaning: String?, answer: String?, right: String?, rejected: String?
    ) throws {
        let choice = Trace.Choice(leaning: leaning, answer: answer, right: right)
        #expect(CausalAnalysis(of: try Sample.trace(1, choice: choice)).rejected == rejected)
    }

    @Test func evidenceIsWrittenAsInAStrategyFile() throws {
        #expect(
            CausalAnalysis(of: try Sample.trace(1)).evidence == """
                ## Evidence

                - Task: "why do you need to know where my fund is from"
                - Expected: `verify_identity` is wanted · Happened: the customer wanted `verify_source`
                - Decision point: step 1, answered `verify_identity`

                """)
    }

    @Test func evidenceWithoutStepsNamesTheActions() throws {
        #expect(
            CausalAnalysis(of: try Sample.trace(1, steps: [])).evidence.hasSuffix(
                "- Expected: `verify_identity` · Happened: `verify_source` was right\n"))
    }

    @Test func quotedTextStaysOneLineWithoutSecrets() throws {
        let task =
            "a\n## Heading\u{202E} \(SecretSamples.gitHub) " + String(repeating: "x", count: 999)
        let evidence = CausalAnalysis(of: try Sample.trace(1, task: task)).evidence
        #expect(evidence.split(separator: "\n").count == 4)
        #expect(!evidence.contains("\n## Heading") && !evidence.contains("\u{202E}"))
        #expect(!evidence.contains(SecretSamples.gitHub))
        #expect(evidence.contains("…\"\n"))
    }

    @Test func replayIsOneSentence() {
        let record = AdviceRecord(helped: 4, harmed: 0.5)
        #expect(
            CausalAnalysis.replay(record, over: 212, at: "1c9e0d2")
                == "## Replay\n\nFixed 4, broke 0.5 of 212 stored attempts at 1c9e0d2.\n")
        #expect(
            CausalAnalysis.replay(AdviceRecord(), over: 0, at: nil)
                == "## Replay\n\nFixed 0, broke 0 of 0 stored attempts.\n")
    }
}

@Suite struct FailureModesTests {
    private func failures(
        _ count: Int, answer: String = "verify_identity", right: String = "verify_source",
        skill: String = "support/intent", from first: Int = 1
    ) throws -> [Trace] {
        try (0..<count).map {
            try Sample.trace(
                first + $0, skill: skill, choice: Trace.Choice(answer: answer, right: right))
        }
    }

    @Test func aFailureSeenThreeTimesIsProposed() throws {
        let taxonomy = try Sample.taxonomy("support", "support/intent")
        let found = FailureModes.proposals(from: try failures(3), taxonomy: taxonomy)
        let skill = try #require(found.first)
        #expect(found.count == 1)
        #expect(skill.path.text == "support/intent/verify-source-not-verify-identity")
        #expect(skill.status == .proposed && skill.kind == .failureMode)
        #expect(skill.title == "`verify_identity` taken where `verify_source` is right")
        #expect(skill.text.contains("Seen 3 times"))
        #expect(skill.text.contains("- 0000000002: \"why do you need"))
    }

    @Test func twiceIsNoMode() throws {
        let taxonomy = try Sample.taxonomy("support/intent")
        let traces = try failures(2) + failures(1, answer: "other", from: 5)
        #expect(FailureModes.proposals(from: traces, taxonomy: taxonomy).isEmpty)
    }

    @Test(arguments: Skill.Status.allCases)
    func aModeThatIsASkillIsNotProposedAgain(status: Skill.Status) throws {
        let taxonomy = Taxonomy([
            try Sample.skill("support/intent"),
            try Sample.skill(
                "support/intent/verify-source-not-verify-identity", status: status,
                kind: .failureMode),
        ])
        #expect(FailureModes.proposals(from: try failures(3), taxonomy: taxonomy).isEmpty)
    }

    @Test func modesHaveNoModes() throws {
        let taxonomy = Taxonomy([try Sample.skill("support/intent", kind: .failureMode)])
        #expect(FailureModes.proposals(from: try failures(3), taxonomy: taxonomy).isEmpty)
    }

    @Test func theDeepestSkillHasNoRoomBelow() throws {
        let traces = try failures(3, skill: "a/b/c/d/e/f")
        #expect(FailureModes.proposals(from: traces, taxonomy: Taxonomy([Skill]())).isEmpty)
    }

    @Test func successesAndRightAnswersDoNotCount() throws {
        let right = try failures(3, answer: "verify_source")
        let success = try Sample.trace(9, outcome: .success)
        #expect(
            FailureModes.proposals(from: right + [success, success], taxonomy: Taxonomy([Skill]()))
                .isEmpty)
    }

    @Test func theMostFrequentComesFirst() throws {
        let traces = try failures(3, answer: "a") + failures(7, answer: "b", from: 10)
        let found = FailureModes.proposals(from: traces, taxonomy: Taxonomy([Skill]()))
        #expect(found.map(\.path.name) == ["verify-source-not-b", "verify-source-not-a"])
        #expect(found.first?.text.contains("- and 2 more") == true)
    }

    @Test func differentFailuresNeverShareAPath() throws {
        let names = [
            "a", "a_b", "a-b", "a b", "A_B", "a_not_b", "not", "b", "b_not_a", "_a", "a_", "a__b",
            "日本", "日本語", "!", "?", String(repeating: "long_", count: 30) + "1",
            String(repeating: "long_", count: 30) + "2",
        ]
        var traces: [Trace] = []
        for answer in names {
            for right in names {
                traces += try failures(3, answer: answer, right: right, from: traces.count)
            }
        }
        let found = FailureModes.proposals(from: traces, taxonomy: Taxonomy([Skill]()))
        let distinct = Set(names.map { Action.normalized($0[...]) }).count
        #expect(found.count == distinct * (distinct - 1))
        #expect(Set(found.map(\.path)).count == found.count)
        #expect(found.allSatisfy { SkillPath.isSegment($0.path.name) })
    }
}
