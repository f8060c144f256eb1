import EtudeAgents
import EtudeDomain
import EtudeTestSupport
import Foundation
import Testing

@Suite struct ApprenticeTests {
    private static let intents = [
        "extend_loan", "return_item", "reserve_title", "report_lost_item", "reset_pin", "pay_fine",
        "change_address", "Close_account", "item_not_returned", "loans_and_returns",
    ]

    private func answer(
        _ task: String, of intents: [String] = ApprenticeTests.intents, with advice: [Advice] = []
    ) async throws -> Answer {
        try await Apprentice(name: "apprentice", intents: intents).answer(
            task, in: nil, with: advice)
    }

    @Test(arguments: [
        "Can I extend the loan of my atlas?", "returning a lost item", "items, items, items",
        "I'd like to reserve a title that is out on loan", "RESET my PIN!", "pay", "",
        "no word of theirs", "the lost item was returned, it was not my loan", "closed accounts",
        "loans and returns", "not",
    ])
    func theBaseRanksByLikenessToTheNames(task: String) async throws {
        let ranking = NameLikeness(Self.intents).ranking(of: task)
        let answer = try await answer(task)
        #expect(answer.considered == Array(ranking.prefix(Apprentice.named)))
        #expect(answer.action == ranking.first)
        #expect(answer.used == [])
    }

    @Test func whatLooksLikeItsIntentIsEasier() throws {
        let apprentice = Apprentice(name: "apprentice", intents: Self.intents)
        let tasks = [
            "extend loan", "can I extend the loan of my atlas", "the atlas",
            "change my address please",
        ]
        let difficulties = try tasks.map {
            try #require(apprentice.difficulty(of: $0, right: "extend_loan"))
        }
        #expect(difficulties == difficulties.sorted())
        #expect(difficulties[0] < 0)
        #expect(difficulties[2] > 0)
        #expect(difficulties.allSatisfy { abs($0) <= log(1.5) })
        #expect(apprentice.difficulty(of: "extend loan", right: "unknown") == nil)
    }

    @Test func withoutAWordInCommonTheShareIsOneOfAll() throws {
        let apprentice = Apprentice(name: "apprentice", intents: ["a_b", "c_d"])
        #expect(apprentice.difficulty(of: "nothing", right: "a_b") == 0)
        let four = Apprentice(name: "apprentice", intents: ["a_b", "c_d", "e_f", "g_h"])
        let difficulty = try #require(four.difficulty(of: "nothing", right: "a_b"))
        // The share is 1/4, so 2.25 of 5 against 2.75.
        #expect(abs(difficulty - log(2.75 / 2.25)) < 1e-9)
    }

    @Test func theBaseRanksRandomRequestsByTheFormula() async throws {
        var generator = SplitMix(seed: 11)
        let vocabulary = Self.intents.flatMap {
            NameLikeness.stems(of: $0.replacing("_", with: " "))
        }
        let words = vocabulary + ["the", "my", "parcel", "loans", "returned", "paying", "42"]
        for _ in 0..<300 {
            let count = Int.random(in: 0...8, using: &generator)
            let task = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
                .joined(separator: " ")
            let labels = Self.intents.filter { _ in Bool.random(using: &generator) } + ["other"]
            let answer = try await answer(task, of: labels)
            let expected = NameLikeness(labels).ranking(of: task).prefix(Apprentice.named)
            #expect(answer.considered == Array(expected), "\(task) among \(labels)")
        }
    }

    @Test func tiesAreInByteOrder() async throws {
        let intents = ["b_item", "a_item", "C_item", "f_item", "e\u{301}_item", "\u{E9}_item"]
        let expected = ["C_item", "a_item", "b_item", "e\u{301}_item", "f_item"]
        for task in ["item", "nothing of theirs"] {
            let considered = try await answer(task, of: intents).considered
            #expect(considered.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
        }
    }

    @Test func theOrderOfSummationDecidesNoTie() async throws {
        let words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta"]
        let names = words.indices.map { turn in
            (words[turn...] + words[..<turn]).joined(separator: "_")
        }
        let rare = ["alpha_x", "beta_y", "beta_z", "eta_eta", "zeta_alpha"]
        let task = words.reversed().joined(separator: " ")
        let considered = try await answer(task, of: names.reversed() + rare).considered
        #expect(considered == Array(names.sorted().prefix(Apprentice.named)))
    }

    @Test func theOrderInWhichIntentsAreGivenMeansNothing() async throws {
        let first = Apprentice(name: "first", intents: Self.intents)
        let second = Apprentice(name: "second", intents: Self.intents.reversed() + Self.intents)
        #expect(first.base == second.base)
        #expect(first.intents == second.intents)
        for task in ["lost item", "a loan", "nothing"] {
            let answers = try await [first, second].map { $0 }.asyncAnswers(to: task)
            #expect(answers[0] == answers[1])
        }
    }

    @Test func withoutIntentsThereIsNoAnswer() async throws {
        #expect(try await answer("a task", of: []) == Answer(action: ""))
    }

    @Test func theFirstAdviceThatFiresDecides() async throws {
        let task = "the lost item is late"
        let base = try await answer(task)
        #expect(base.action == "report_lost_item")
        let leaning = "answer `report_lost_item`"
        let advice = [
            try Sample.advice(1, cues: ["parcel"], action: "answer `a`", insteadOf: leaning),
            try Sample.advice(
                2, cues: ["late"], action: "answer `b`", insteadOf: "answer `pay_fine`"),
            try Sample.advice(3, cues: ["late"], action: "answer `pay_fine`", insteadOf: leaning),
            try Sample.advice(4, cues: ["late"], action: "answer `d`", insteadOf: leaning),
        ]
        let advised = try await answer(task, with: advice)
        #expect(advised.action == "pay_fine")
        #expect(advised.used == [advice[2].id])
        #expect(advised.considered == base.considered)
        #expect(try await answer(task, with: Array(advice.prefix(2))) == base)
        #expect(try await answer(task, with: advice.reversed()).action == "d")
        #expect(try await answer(task, with: []) == base)
    }

    @Test func whatMostOfTheAdviceThatFiresNamesDecides() async throws {
        let advice = [
            try Sample.advice(1, cues: ["late"], action: "answer `a`", insteadOf: nil),
            try Sample.advice(2, cues: ["book"], action: "answer `b`", insteadOf: nil),
            try Sample.advice(3, cues: ["late book"], action: "answer `b`", insteadOf: nil),
            try Sample.advice(4, cues: ["parcel"], action: "answer `a`", insteadOf: nil),
        ]
        let answer = try await answer("my late book", with: advice)
        #expect(answer.action == "b")
        #expect(answer.used == [advice[1].id, advice[2].id])
    }

    @Test func adviceThatRulesNothingOutFiresOnItsCue() async throws {
        let advice = try Sample.advice(1, cues: ["late book"], action: "pay_fine", insteadOf: nil)
        #expect(try await answer("late books", with: [advice]).action == "pay_fine")
        #expect(try await answer("late old books", with: [advice]).used == [])
    }

    @Test func theBaseStaysAsItIs() async throws {
        let apprentice = Apprentice(name: "apprentice", intents: Self.intents)
        let before = apprentice.base
        let advice = try Sample.advice(1, cues: ["item"], action: "answer `new`", insteadOf: nil)
        for task in ["item", "another item", "loan"] {
            _ = try await apprentice.answer(task, in: try Sample.path("desk"), with: [advice])
        }
        #expect(apprentice.base == before)
        #expect(!before.isEmpty)
    }

    @Test func eachSetOfIntentsHasItsOwnBase() {
        let bases = [[], ["a"], ["b"], ["a", "b"], ["a_b"], ["b_a"], ["a_b", "b_c"]].map {
            Apprentice(name: "apprentice", intents: $0).base
        }
        #expect(Set(bases).count == bases.count)
        #expect(Apprentice(name: "other", intents: ["a"]).base == bases[1])
    }

    @Test func itMayTryFirst() {
        #expect(Apprentice(name: "apprentice", intents: ["a"]).rehearses)
    }
}

extension [Apprentice] {
    fileprivate func asyncAnswers(to task: String) async throws -> [Answer] {
        var answers: [Answer] = []
        for apprentice in self {
            answers.append(try await apprentice.answer(task, in: nil, with: []))
        }
        return answers
    }
}
