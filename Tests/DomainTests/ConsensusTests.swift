import EtudeDomain
import Testing

@Suite struct ConsensusTests {
    @Test(arguments: [
        ([], nil), (["a"], "a"), (["a", "b"], "a"), (["a", "b", "b"], "b"), (["b", "a", "b"], "b"),
        (["a", "b", "b", "a"], "a"), (["c", "a", "b"], "c"),
    ])
    func theMajorityDecidesAndAmongEqualsTheFirst(actions: [String], agreed: String?) throws {
        let lessons = try actions.map { action in
            try Sample.lesson(cues: ["x"], action: "answer `\(action)`", insteadOf: nil)
        }
        #expect(lessons.agreedAction?.name == agreed)
    }
}
