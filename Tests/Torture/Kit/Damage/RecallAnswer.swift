import Foundation

/// What `etude recall --json` answers.
struct RecallAnswer: Decodable {
    /// What an agent would act on.
    struct Advice: Decodable, Hashable {
        let id, path, skill, title, when: String
        let cues: [String]
        let action, instead, reason: String

        private enum CodingKeys: String, CodingKey {
            case id, path, skill, title, when, cues, action = "do", instead = "instead-of"
            case reason = "because"
        }
    }

    /// What is wrong with the answer.
    let notes: [String]
    let strategies: Set<Advice>

    /// What is wrong with it, given the answer of the sound memory.
    func facts(against sound: RecallAnswer) -> [String] {
        var facts = strategies.subtracting(sound.strategies).map {
            "recall tells what nobody wrote: \($0)"
        }
        if notes.isEmpty, !sound.strategies.isSubset(of: strategies) {
            facts.append("recall leaves a strategy out, and says nothing")
        }
        return facts
    }
}

extension Scene {
    /// Recalls what the two lessons of a sound memory taught.
    ///
    /// - Returns: The answer; what kept it from coming, in its place; and how long that took.
    func recallLessons() async throws -> (answer: RecallAnswer?, fact: String?, time: Duration) {
        let start = ContinuousClock.now
        let words = etudeWords(["recall", "please refund what stands in known and later", "--json"])
        let finished = try await Command(words: words, home: home, deadline: .seconds(10)).run()
        let time = ContinuousClock.now - start
        guard finished.succeeded else {
            return (nil, "recall: \(finished.words), \(finished.complaint)", time)
        }
        let answer = try? JSONDecoder().decode(RecallAnswer.self, from: Data(finished.output.utf8))
        return (answer, answer == nil ? "recall answers '\(finished.output)'" : nil, time)
    }
}
