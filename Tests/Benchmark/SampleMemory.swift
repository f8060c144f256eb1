import EtudeDomain
import EtudeGit
import EtudeRuntime
import EtudeStore
import Foundation

/// Strategies in varied words, the same in every run.
enum SampleMemory {
    /// The words that the strategies are made of: those of the embedded desk's requests.
    static let words: [String] = Set(Desk.embedded.practice.flatMap { Terms.words(of: $0.text) })
        .filter { $0.count > 2 }.sorted()

    /// The skills, about two hundred strategies each.
    static func skills(for entries: Int) -> [SkillPath] {
        (0..<max(1, entries / 200)).compactMap { SkillPath("desk/skill-\($0)") }
    }

    /// A strategy of the sample.
    static func strategy(_ number: Int, using words: [String]) -> Strategy {
        var generator = SeededGenerator(seed: UInt64(number))
        func sentence(_ count: Int) -> String {
            (0..<count).map { _ in words[Int(generator.next() % UInt64(words.count))] }.joined(
                separator: " ")
        }
        guard let skill = SkillPath("desk/skill-\(number / 200)"),
            let action = Action("answer `\(sentence(1))`"),
            let rejected = Action("answer `\(sentence(1))`")
        else { preconditionFailure("the sample's words make valid actions") }
        let lesson = Lesson(
            skill: skill, title: sentence(7), when: "the request is about \(sentence(9))",
            cues: [sentence(1), sentence(2)].compactMap(Cue.init), action: action,
            insteadOf: rejected,
            because: sentence(12))
        return Strategy(
            id: EntryID(using: &generator), status: .active, lesson: lesson,
            origin: .init(agent: "sample", created: Date(timeIntervalSince1970: 1_700_000_000)))
    }

    /// The evidence of a strategy, as long as it usually is.
    static let body = """

        ## Evidence

        - Task: "why do you need to know where my fund is from"
        - Expected: `verify_my_identity` · Happened: the customer wanted `verify_source_of_funds`
        - Decision point: step 1, answered `verify_my_identity`

        ## Replay

        Fixed 4, broke 0 of 212 stored attempts at 1c9e0d2.

        """

    /// The file of a strategy.
    static func file(of strategy: Strategy) -> String {
        let transaction = try? Transaction.learning(
            strategy, body: body,
            by: .init(name: "sample", email: "sample@etude.invalid", seconds: 0))
        return String(decoding: transaction?.files.first?.bytes ?? [], as: UTF8.self)
    }
}
