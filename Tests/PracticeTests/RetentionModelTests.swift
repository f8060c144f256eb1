import EtudePractice
import Testing

@Suite struct RetentionModelTests {
    @Test func matchesTheReferenceVector() {
        var retention = RetentionModel(first: .failed)
        for elapsed in [0, 1, 3, 8, 21] { retention.review(.succeeded, elapsed: elapsed) }
        #expect(abs(retention.stability - 53.62691) < 1e-5)
        #expect(abs(retention.difficulty - 6.3574867) < 1e-6)
    }

    @Test(arguments: [
        (Grade.failed, 0.212, 6.4133), (.helped, 1.2931, 5.112170), (.succeeded, 2.3065, 2.118103),
        (.exceeded, 8.2956, 1),
    ])
    func startsFromTheFirstGrade(grade: Grade, stability: Double, difficulty: Double) {
        let retention = RetentionModel(first: grade)
        #expect(abs(retention.stability - stability) < 1e-6)
        #expect(abs(retention.difficulty - difficulty) < 1e-5)
    }

    @Test func chanceIsNineTenthsAtTheStability() {
        let retention = RetentionModel(stability: 12, difficulty: 5)
        #expect(abs(retention.chance(after: 12) - 0.9) < 1e-12)
        #expect(retention.chance(after: 0) == 1)
        #expect(retention.chance(after: -3) == 1)
        #expect(retention.chance(after: .max) > 0)
    }

    @Test func intervalIsTheStabilityAtNineTenths() {
        #expect(RetentionModel(stability: 12.4, difficulty: 5).interval(untilChance: 0.9) == 12)
        #expect(RetentionModel(stability: 0.01, difficulty: 5).interval(untilChance: 0.9) == 1)
        #expect(RetentionModel(stability: 1e9, difficulty: 5).interval(untilChance: 0.9) == 36_500)
    }

    @Test func betterGradesKeepLonger() {
        let stabilities = Grade.allCases.map { grade in
            var retention = RetentionModel(stability: 10, difficulty: 5)
            retention.review(grade, elapsed: 10)
            return retention.stability
        }
        #expect(stabilities == stabilities.sorted())
        #expect(Set(stabilities).count == 4)
    }

    @Test func lapseNeverRaisesTheStability() {
        for stability in [0.001, 0.1, 1, 10, 1_000] {
            var retention = RetentionModel(stability: stability, difficulty: 1)
            retention.review(.failed, elapsed: 10_000)
            #expect(retention.stability <= max(stability, 0.001))
        }
    }

    @Test(arguments: Grade.allCases)
    func longPracticeStaysInRange(grade: Grade) {
        var retention = RetentionModel(first: grade)
        for step in 0..<1_000 { retention.review(grade, elapsed: step % 50) }
        #expect(retention.stability.isFinite && retention.stability >= 0.001)
        #expect((1...10).contains(retention.difficulty))
    }

    @Test(arguments: [
        (false, true, 5.0, Grade.failed), (true, true, 5, .helped), (true, false, 0.9, .succeeded),
        (true, false, 1.0, .exceeded),
    ])
    func attemptsAreGraded(success: Bool, isNew: Bool, difficulty: Double, expected: Grade) {
        let grade = Grade(
            success: success, thanksToNewStrategy: isNew, difficulty: difficulty, ability: 0)
        #expect(grade == expected)
    }
}
