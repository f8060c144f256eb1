import ArgumentParser
import EtudeDomain
import EtudeTestSupport
import Testing

@testable import etude

@Suite struct RecallRequestTests {
    /// Words that mean something to the parser, or nearly do.
    private let words = [
        "task", "-", "", "two words", "--json", "--memory", "--skill", "--agent", "--limit",
        "--max-characters", "--leaning", "--help", "--", "--limit=3", "-m", "-1", "3", "support",
        "support/refunds", "Not A Skill", "answer `a`", "--jsn", "--version",
    ]

    /// What is read without ArgumentParser means the same as with it.
    @Test(arguments: 0..<20) func plainArgumentsMeanWhatTheParserReads(_ seed: UInt64) throws {
        var numbers = SplitMix(seed: seed)
        var plain = 0
        for _ in 0..<400 {
            let count = Int.random(in: 1...6, using: &numbers)
            let arguments = (0..<count).compactMap { _ in words.randomElement(using: &numbers) }
            guard let request = RecallRequest(plain: arguments[...]) else { continue }
            plain += 1
            #expect(try Recall.parse(arguments).request == request, "\(arguments)")
        }
        #expect(plain > 5)
    }

    @Test func everyOptionIsRead() throws {
        let arguments = [
            "why?", "--memory", "m", "--agent", "desk-1", "--leaning", "answer `a`", "--skill",
            "support", "--limit", "2", "--max-characters", "900", "--json",
        ]
        let request = try #require(RecallRequest(plain: arguments[...]))
        #expect(
            request
                == RecallRequest(
                    task: "why?", skill: SkillPath("support"), leaning: "answer `a`", limit: 2,
                    maxCharacters: 900, folder: "m", agent: "desk-1", json: true))
    }

    @Test(arguments: [
        [], ["a", "b"], ["--json"], ["a", "--skill"], ["a", "--skill", "No Skill"],
        ["a", "--limit", "x"], ["a", "--limit", "-1"], ["a", "--agent", "No Agent"],
        ["a", "--limit", "1", "--limit", "2"], ["a", "--help"], ["a", "--memory", "--json"],
    ])
    func whatIsNotPlainIsLeftToTheParser(_ arguments: [String]) {
        #expect(RecallRequest(plain: arguments[...]) == nil)
    }
}
