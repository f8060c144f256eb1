import EtudeAgents
import EtudeDomain
import Testing

@Suite struct BaselineTests {
    private func seen(_ requests: [(String, String)]) -> [(terms: Terms, intent: String)] {
        requests.map { (Terms(of: $0), $1) }
    }

    @Test func theNearestRequestSpeaksFromItsThresholdOn() {
        let nearest = NearestInstance(
            seen([("my book is late", "extend_loan"), ("a fee on my card", "pay_fine")]))
        #expect(nearest.intent(of: Terms(of: "late book"), threshold: 0.4) == "extend_loan")
        #expect(nearest.intent(of: Terms(of: "a fee on my card"), threshold: 1) == "pay_fine")
        #expect(nearest.intent(of: Terms(of: "a fee on my bill"), threshold: 1) == nil)
        #expect(nearest.intent(of: Terms(of: "lantern"), threshold: 0) == nil)
    }

    @Test func ofRequestsEquallyAlikeTheFirstCounts() {
        let nearest = NearestInstance(seen([("late book", "a"), ("late book", "b")]))
        #expect(nearest.intent(of: Terms(of: "late book"), threshold: 0.5) == "a")
    }

    @Test func withoutRequestsNothingIsNear() {
        #expect(NearestInstance([]).intent(of: Terms(of: "late book"), threshold: 0) == nil)
    }

    @Test func trainingMovesTheBaseAndUntrainedItIsTheApprentice() async throws {
        let apprentice = Apprentice(
            name: "apprentice", intents: ["extend_loan", "pay_fine", "reset_pin"])
        let untrained = RetrainedCentroids(apprentice, on: [])
        for task in ["extend my loan", "what fine", "", "the pin of a loan"] {
            let answer = try await apprentice.answer(task, in: nil, with: [])
            #expect(untrained.intent(of: Terms(of: task)) == answer.action)
        }
        let trained = RetrainedCentroids(
            apprentice, on: seen([("my book is late", "pay_fine"), ("stranger", "no_such_intent")]))
        #expect(trained.intent(of: Terms(of: "a late book")) == "pay_fine")
        #expect(untrained.intent(of: Terms(of: "a late book")) == "extend_loan")
    }

    @Test func vagueLessonsHangOnTheCommonestWord() async throws {
        let experience = try [
            Sample.attempt(1, "my book", leaning: "extend_loan", right: "pay_fine"),
            Sample.attempt(2, "a book", leaning: "extend_loan", right: "reset_pin"),
            Sample.attempt(3, "fee", leaning: "extend_loan", right: "pay_fine"),
        ]
        let trace = try Sample.trace(
            4, "the fee for my book", leaning: "extend_loan", right: "pay_fine")
        let reflection = try #require(
            await VagueCoach().reflect(on: trace, experience: experience))
        let lesson = try #require(reflection.lessons.first)
        #expect(reflection.lessons.count == 1)
        #expect(lesson.cues.map(\.text) == ["book"])
        #expect(lesson.action.name == "pay_fine")
        #expect(lesson.insteadOf == nil)
    }

    @Test func vagueLessonsNeedAWordAndTheRightAnswer() async throws {
        let coach = VagueCoach()
        let silent = try Sample.trace(1, "for the 42", leaning: "extend_loan", right: "pay_fine")
        #expect(try await coach.reflect(on: silent, experience: []) == nil)
        let unknown = try Sample.trace(1, "my book", leaning: "extend_loan", right: nil)
        #expect(try await coach.reflect(on: unknown, experience: []) == nil)
    }
}
