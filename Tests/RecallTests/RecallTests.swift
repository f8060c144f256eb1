import EtudeDomain
import EtudeRecall
import Foundation
import Testing

@Suite("Recall")
struct RecallTests {
    @Test
    func aCueInTheTaskDecides() throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["source of funds"]),
            try Sample.strategy(2, when: "source funds source funds"),
        ])
        let hits = try index.hits(for: try Sample.query("What is the Source of Funding?"))
        #expect(hits.map(\.cue) == ["source of funds", nil])
        #expect(hits.map(\.score.isZero) == [true, false])
        let apart = try index.hits(for: try Sample.query("source my funds"))
        #expect(apart.map(\.cue) == [nil, nil])
    }

    @Test(arguments: [
        ("the refund", [1]), ("refund", [1]), ("REFUNDS!", [1]), ("re fund", []), ("refunded", [1]),
        ("prerefund", []), ("", []), ("?!", []), ("日本の返金", []),
    ])
    func aCueIsAWholeWord(task: String, numbers: [Int]) throws {
        let index = RecallIndex(of: [try Sample.strategy(1, when: "x", cues: ["refund"])])
        #expect(try index.numbers(for: try Sample.query(task)) == numbers)
    }

    @Test(arguments: [
        ("日本", "これは日本です"), ("überweisung", "Meine ÜBERWEISUNG fehlt"),
        ("été", "l’e\u{301}té, chaud"),
        ("don't", "I DON’T know"), ("geld zurück", "Geld  —  zurück!"), ("42", "№ 42"),
    ])
    func cuesOfAnyScriptAreFound(cue: String, task: String) throws {
        let index = RecallIndex(of: [try Sample.strategy(1, when: "x", cues: [cue])])
        let occurs = try #require(Cue(cue)).occurs(in: Terms(of: task))
        #expect(try index.numbers(for: try Sample.query(task)) == (occurs ? [1] : []))
    }

    @Test
    func theBetterRecordThenTheLongerCueComesFirst() throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["card"]), try Sample.strategy(2, cues: ["my card"]),
            try Sample.strategy(3, cues: ["card"], helped: 3),
            try Sample.strategy(4, cues: ["card"], helped: 2, harmed: 2),
            try Sample.strategy(5, title: "A title", cues: ["card"]),
        ])
        #expect(try index.numbers(for: try Sample.query("where is my card")) == [3, 2, 4, 5, 1])
    }

    @Test
    func theLongestOfItsCuesIsNamed() throws {
        let cues = ["card", "my card", "my card is"]
        let index = RecallIndex(of: [try Sample.strategy(1, cues: cues)])
        let hits = try index.hits(for: try Sample.query("the card, my card"))
        #expect(hits.map(\.cue) == ["my card"])
    }

    @Test(arguments: [
        ("is it my own", []), ("refund", [1]), ("refund zebra", []), ("refund delay", [1]),
        ("the refund and the delay of a zebra", [1]), ("zebra", []), ("refund refund zebra", []),
    ])
    func belowTheFloorThereIsNothing(task: String, numbers: [Int]) throws {
        let strategy = try Sample.strategy(1, when: "is it my own refund with a delay")
        let index = RecallIndex(of: [strategy])
        #expect(try index.numbers(for: try Sample.query(task)) == numbers)
    }

    @Test
    func likenessIsTheWorkedExample() throws {
        // One lesson: rarity ln(4/3); two words of `when`, each of weight 3; no record: times 1/2;
        let index = RecallIndex(of: [try Sample.strategy(1, when: "refund delay")])
        let hits = try index.hits(for: try Sample.query("delay of a refund"))
        // of a typical length of ten.
        let frequency = 3 / (0.25 + 0.75 * 0.2)
        let impact = log(4.0 / 3) * frequency / (1.2 + frequency)
        #expect(abs(try #require(hits.first).score - impact) < 1e-6)
    }

    @Test
    func aProposalIsForItsWriterAlone() throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["card"], status: .proposed, agent: "desk-1"),
            try Sample.strategy(2, cues: ["card"], status: .proposed),
            try Sample.strategy(3, when: "card refund", status: .proposed, agent: "desk-2"),
        ])
        let task = "card refund"
        #expect(try index.numbers(for: try Sample.query(task, agent: "desk-1")) == [1])
        #expect(try index.numbers(for: try Sample.query(task, agent: "desk-2")) == [3])
        #expect(try index.numbers(for: try Sample.query(task)) == [])
        #expect(try index.numbers(for: try Sample.query(task, agent: "")) == [])
    }

    @Test(
        arguments: [
            (nil, [1, 2, 3, 4]), ("support", [1]), ("support/card", [1, 2]),
            ("support/card/pin", [1, 2, 3]),
            ("support/other", [1]), ("billing", [4]), ("unknown", []),
        ] as [(String?, [Int])])
    func aSkillSeesItsOwnAndThoseAbove(skill: String?, numbers: [Int]) throws {
        let skills = ["support", "support/card", "support/card/pin", "billing"]
        let index = RecallIndex(
            of: try skills.enumerated().map {
                try Sample.strategy($0 + 1, skill: $1, cues: ["refund"])
            })
        let found = try index.numbers(for: try Sample.query("refund", skill: skill))
        #expect(found.sorted() == numbers)
    }

    @Test(
        arguments: [
            (nil, [1, 2]), ("a", [1, 2]), ("  A ", [1, 2]), ("b", [2]), ("answer `a`", [2]),
        ] as [(String?, [Int])])
    func aLeaningElsewhereIsLeftAlone(leaning: String?, numbers: [Int]) throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["refund"], insteadOf: "answer `a`"),
            try Sample.strategy(2, cues: ["refund"]),
        ])
        let found = try index.numbers(for: try Sample.query("refund", leaning: leaning))
        #expect(found.sorted() == numbers)
    }

    @Test(arguments: [(-1, [1, 2]), (0, [2]), (1, [2])] as [(Double, [Int])])
    func whatExpiredIsOver(seconds: Double, numbers: [Int]) throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["refund"], expires: Sample.now),
            try Sample.strategy(2, cues: ["refund"]),
        ])
        let now = Sample.now.addingTimeInterval(seconds)
        #expect(try index.numbers(for: try Sample.query("refund", now: now)) == numbers)
    }

    @Test(arguments: [(1, 2), (2, 1), (1, nil), (nil, 1)] as [(Double?, Double?)])
    func theEarlierEndCounts(own: Double?, given: Double?) throws {
        let strategy = try Sample.strategy(
            1, cues: ["refund"], expires: own.map(Sample.now.addingTimeInterval)
        ).strategy
        let entry = IndexedStrategy(
            strategy: strategy, location: "a.md", record: AdviceRecord(),
            expires: given.map(Sample.now.addingTimeInterval))
        let index = RecallIndex(of: [entry])
        #expect(try index.numbers(for: try Sample.query("refund")) == [1])
        let later = Sample.now.addingTimeInterval(1)
        #expect(try index.numbers(for: try Sample.query("refund", now: later)) == [])
    }

    @Test
    func whatHarmsComesLast() throws {
        let index = RecallIndex(of: [
            try Sample.strategy(1, cues: ["refund"], helped: 3, harmed: 3.5),
            try Sample.strategy(2, cues: ["refund"], helped: 3.5, harmed: 3.5),
            try Sample.strategy(3, when: "refund", harmed: 0.5),
        ])
        #expect(try index.numbers(for: try Sample.query("refund")) == [2, 1, 3])
    }

    @Test(arguments: [
        (0, 900, 0), (1, 900, 1), (2, 900, 2), (9, 900, 3), (9, 29, 0), (9, 59, 1), (9, 60, 2),
    ])
    func limitsHold(strategies: Int, characters: Int, count: Int) throws {
        // Each lesson has thirty characters.
        let index = RecallIndex(
            of: try (1...3).map {
                try Sample.strategy(
                    $0, title: "12345", when: "67890", cues: ["refund"], action: "1234567890",
                    insteadOf: "12345", because: "67890")
            })
        let limits = RecallLimits(strategies: strategies, characters: characters)
        #expect(try index.hits(for: try Sample.query("refund", limits: limits)).count == count)
    }

    @Test
    func aHugeTaskIsAnswered() throws {
        let index = RecallIndex(of: [try Sample.strategy(1, cues: ["needle in"])])
        let hay = String(repeating: "hay ", count: 20_000)
        #expect(try index.numbers(for: try Sample.query(hay + "needle in " + hay)) == [1])
        #expect(try index.numbers(for: try Sample.query(hay + "needle")) == [])
    }

    @Test
    func receiptsComeBack() throws {
        let receipt = Receipt(
            at: Sample.now, agent: "desk-1", task: "日\n\"x\" \\ \u{0}\u{1F}\u{7F}/👩‍🚒",
            memory: "1c9e0d2",
            recalled: [try Sample.id(1)])
        #expect(try JSONDecoder().decode(Receipt.self, from: Data(receipt.line.utf8)) == receipt)
        #expect(!receipt.line.contains("\n"))
        #expect(receipt.recalled == ["s000000001"])
    }
}
