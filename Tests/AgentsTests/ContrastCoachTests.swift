import EtudeAgents
import EtudeDomain
import Testing

@Suite struct ContrastCoachTests {
    private func coach(_ intents: [String: String] = Self.intents) throws -> ContrastCoach {
        ContrastCoach(intents: try intents.mapValues(Sample.path))
    }

    private static let intents = [
        "extend_loan": "desk/loans", "return_item": "desk/loans", "reserve_title": "desk/loans",
        "pay_fine": "desk/account", "reset_pin": "desk/account",
    ]

    private static let task = "The fees for my late book: fee on fee"

    private func experience() throws -> [Attempt] {
        [
            try Sample.attempt(1, Self.task, leaning: "extend_loan", right: "pay_fine"),
            try Sample.attempt(2, "a fee", leaning: "reset_pin", right: "pay_fine"),
            try Sample.attempt(
                3, "late return of a book", leaning: "extend_loan", right: "return_item"),
            try Sample.attempt(4, "my book is late", leaning: "extend_loan", right: "extend_loan"),
            try Sample.attempt(5, "fee", leaning: "return_item", right: "return_item"),
            try Sample.attempt(6, "late book", leaning: "reset_pin", right: "pay_fine"),
        ]
    }

    /// The lessons of a failure; without other experience, of one that was made twice.
    private func lessons(
        _ task: String, leaning: String, right: String, experience: [Attempt]? = nil
    ) async throws -> [Lesson] {
        let trace = try Sample.trace(1, task, leaning: leaning, right: right)
        let twice = try [1, 2].map {
            try Sample.attempt($0, task, leaning: leaning, right: right)
        }
        return try #require(
            await coach().reflect(on: trace, experience: experience ?? twice)
        ).lessons
    }

    /// Across skills one request is too little, unless the right intent's name says the word too.
    @Test(arguments: [
        ("pay_fine", 0, []), ("pay_fine", 1, ["fine"]), ("pay_fine", 2, ["fine", "book"]),
        ("return_item", 1, ["book", "fine"]),
    ])
    func acrossSkillsTwoRequestsAreNeeded(right: String, count: Int, cues: [String]) async throws {
        let task = "my book, a fine"
        let experience = try (0..<count).map {
            try Sample.attempt(10 + $0, task, leaning: "extend_loan", right: right)
        }
        let lessons = try await lessons(
            task, leaning: "extend_loan", right: right, experience: experience)
        #expect(lessons.flatMap { $0.cues.map(\.text) } == cues)
    }

    /// Seen once for the right intent and three times for another: (1 + ½) / (3 + ½) is less than ½.
    @Test func aWordThatMostlySpeaksForOthersIsLeftOut() async throws {
        let experience =
            try (0..<3).map {
                try Sample.attempt(10 + $0, "book", leaning: "extend_loan", right: "extend_loan")
            } + [try Sample.attempt(1, "book", leaning: "extend_loan", right: "return_item")]
        let lessons = try await lessons(
            "book", leaning: "extend_loan", right: "return_item", experience: experience)
        #expect(lessons == [])
    }

    /// Fee: (2 + ½) / (0 + ¼ + ½) = 3⅓; late and book: (2 + ½) / (2 + ½) = 1, in the request's order.
    @Test func theWordsThatTellApartComeFirst() async throws {
        let lessons = try await lessons(
            Self.task, leaning: "extend_loan", right: "pay_fine", experience: experience())
        #expect(lessons.map { $0.cues.map(\.text) } == [["fees"], ["late"], ["book"]])
        #expect(
            lessons.map(\.because) == [
                "of the requests with 'fees' so far, 2 spoke for `pay_fine` and 0 for others that "
                    + "looked like `extend_loan`",
                "of the requests with 'late' so far, 2 spoke for `pay_fine` and 2 for others that "
                    + "looked like `extend_loan`",
                "of the requests with 'book' so far, 2 spoke for `pay_fine` and 2 for others that "
                    + "looked like `extend_loan`",
            ])
    }

    /// Whoever says extend or loan means that; a request that failed with the word cannot tell.
    @Test func theNameItLeantToKeepsALessonFromFiring() async throws {
        let lessons = try await lessons(
            "a loan with a fee", leaning: "extend_loan", right: "pay_fine")
        #expect(lessons.map { $0.cues.map(\.text) } == [["fee"]])
        #expect(lessons.map { $0.unless.map(\.text) } == [["extend"]])
        let other = try await self.lessons("fees", leaning: "extend_loan", right: "pay_fine")
        #expect(other.map { $0.unless.map(\.text) } == [["extend", "loan"]])
    }

    /// Due: (7 + ½) / (1 + ½) = 5, fee: (2 + ½) / (0 + ½) = 5, late: (2 + ½) / (1 + ½) = 1⅔.
    @Test func ofEqualOddsTheWordWithMoreSupportWins() async throws {
        let late = try (10..<12).map {
            try Sample.attempt($0, "late", leaning: "reset_pin", right: "pay_fine")
        }
        let due = try (20..<27).map {
            try Sample.attempt($0, "due", leaning: "reset_pin", right: "pay_fine")
        }
        let others = [
            try Sample.attempt(30, "late", leaning: "extend_loan", right: "return_item"),
            try Sample.attempt(31, "due", leaning: "extend_loan", right: "extend_loan"),
            try Sample.attempt(32, "a fee", leaning: "reset_pin", right: "pay_fine"),
            try Sample.attempt(33, "a fee", leaning: "reset_pin", right: "pay_fine"),
        ]
        let lessons = try await lessons(
            "late fee due", leaning: "extend_loan", right: "pay_fine",
            experience: late + due + others)
        #expect(lessons.map { $0.cues.map(\.text) } == [["due"], ["fee"], ["late"]])
    }

    /// Fine stands in the right intent's name, which counts as one request more.
    @Test func aWordOfTheRightNameHasAHeadStart() async throws {
        let lessons = try await lessons("a book, a fine", leaning: "extend_loan", right: "pay_fine")
        #expect(lessons.map { $0.cues.map(\.text) } == [["fine"], ["book"]])
        #expect(lessons.first?.because.contains("2 spoke for `pay_fine` and 0") == true)
    }

    @Test(arguments: [
        ("extend the loans", "pay_fine", []), ("a title and an item", "pay_fine", []),
        ("a title and an item", "return_item", ["item", "title"]),
        ("extending my book", "reserve_title", ["book"]), ("x y z", "pay_fine", []),
        ("why don't you tell me about it", "pay_fine", []), ("20417 and 3", "pay_fine", []),
        ("b2b is late", "pay_fine", ["b2b", "late"]), ("", "pay_fine", []),
        ("books booked booking", "pay_fine", ["books"]),
    ])
    func wordsThatCannotTellAreLeftOut(task: String, right: String, cues: [String]) async throws {
        let lessons = try await lessons(task, leaning: "extend_loan", right: right)
        #expect(lessons.flatMap { $0.cues.map(\.text) } == cues)
    }

    @Test func namesAreComparedWhateverTheirCase() async throws {
        let coach = try coach(["Refund_not_there": "desk/money", "Pay_Fine": "desk/account"])
        let task = "no refund, only a FINE there"
        let trace = try Sample.trace(
            1, task, leaning: "refund_not_there", right: "Pay_Fine")
        let experience = [
            try Sample.attempt(1, task, leaning: "refund_not_there", right: "pay_fine")
        ]
        let lessons = try await coach.reflect(on: trace, experience: experience)?.lessons
        #expect(lessons?.flatMap { $0.cues.map(\.text) } == ["fine"])
        #expect(lessons?.first?.action.name == "pay_fine")
    }

    @Test func intentsThatItDoesNotKnowAreComparedByTheirRequestsAlone() async throws {
        let lessons = try await lessons("lost it at sea", leaning: "sink", right: "swim")
        #expect(lessons.flatMap { $0.cues.map(\.text) } == ["lost", "sea"])
    }

    @Test func aLessonSaysWhatToDoWhenAndWhy() async throws {
        let trace = try Sample.trace(
            1, Self.task, skill: "desk/account", leaning: "extend_loan", right: "pay_fine")
        let reflection = try #require(
            await coach().reflect(on: trace, experience: try experience()))
        let lesson = try #require(reflection.lessons.first)
        #expect(lesson.skill == trace.skill)
        #expect(lesson.title == "'fees' points to pay_fine, not to extend_loan")
        #expect(lesson.when == "the request says 'fees' and `extend_loan` looks likely")
        #expect(lesson.action.text == "answer `pay_fine`")
        #expect(lesson.insteadOf?.text == "answer `extend_loan`")
        #expect(
            reflection.cause
                == Reflection.Cause(
                    step: 1,
                    explanation:
                        "`extend_loan` was ranked above `pay_fine`, which the request was about"))
    }

    @Test func everyLessonFiresOnItsOwnFailure() async throws {
        let trace = try Sample.trace(1, Self.task, leaning: "extend_loan", right: "pay_fine")
        for lesson in try await lessons(Self.task, leaning: "extend_loan", right: "pay_fine") {
            #expect(lesson.fires(in: trace.situation))
            #expect(lesson.action.isTaken(by: "pay_fine"))
        }
    }

    @Test(arguments: [
        (nil, "pay_fine"), ("extend_loan", nil), (nil, nil), ("pay_fine", "pay_fine"),
        ("Pay_Fine", "pay_fine"),
    ])
    func nothingIsLearnedWhereTheCauseIsNotKnownOrLiesInAdvice(
        leaning: String?, right: String?
    ) async throws {
        let trace = try Sample.trace(
            1, Self.task, leaning: leaning, right: right, answer: "extend_loan")
        #expect(try await coach().reflect(on: trace, experience: experience()) == nil)
    }

    @Test func aRequestWithoutATellingWordTeachesNothing() async throws {
        let trace = try Sample.trace(1, "what is it?", leaning: "extend_loan", right: "pay_fine")
        let reflection = try await coach().reflect(on: trace, experience: [])
        #expect(reflection?.lessons == [])
        #expect(reflection?.cause.step == 1)
    }
}
