import EtudeAgents
import EtudeDomain
import Testing

@Suite struct SupportDeskTests {
    private struct Utterance {
        let text: String
        let intent: String
        let isHeldOut: Bool

        /// The words, letter case and punctuation aside.
        var words: [String] { Terms.words(of: text) }

        /// The stems that carry meaning.
        var content: Set<String> {
            Set(Terms(of: text).stems.filter { !StopWords.contains($0) })
        }
    }

    private static let utterances = SupportDesk.intents.flatMap { intent in
        lines(intent.practice).map { Utterance(text: $0, intent: intent.name, isHeldOut: false) }
            + lines(intent.heldOut).map {
                Utterance(text: $0, intent: intent.name, isHeldOut: true)
            }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func itHasFourSkillsWithSixIntentsEach() throws {
        let skills = Dictionary(grouping: SupportDesk.intents, by: \.skill)
        #expect(SupportDesk.intents.count == 24)
        #expect(skills.count == 4)
        #expect(skills.values.allSatisfy { $0.count == 6 })
        #expect(skills.keys.allSatisfy { SkillPath($0) != nil })
        #expect(Set(SupportDesk.intents.map(\.name)).count == 24)
    }

    @Test func everyIntentHasEnoughToPractiseOnAndToBeMeasuredOn() {
        for intent in SupportDesk.intents {
            let (practice, heldOut) = (Self.lines(intent.practice), Self.lines(intent.heldOut))
            #expect(practice.count + heldOut.count >= 60, "\(intent.name)")
            #expect(practice.count >= 40, "\(intent.name)")
            #expect(heldOut.count >= 20, "\(intent.name)")
        }
    }

    @Test func everyUtteranceIsPlainTextOfOneLine() {
        for utterance in Self.utterances {
            #expect(!utterance.words.isEmpty, "\(utterance)")
            #expect(utterance.text.utf8.count <= 160, "\(utterance)")
            #expect(utterance.text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(utterance)")
            #expect(utterance.text.first != " " && utterance.text.last != " ", "\(utterance)")
        }
    }

    @Test func noUtteranceComesTwice() {
        let groups = Dictionary(grouping: Self.utterances, by: \.words)
        #expect(groups.values.filter { $0.count > 1 }.map { $0.map(\.text) } == [])
    }

    @Test func noHeldOutUtteranceSharesAllItsContentWithOnePractised() {
        let practised = Self.utterances.filter { !$0.isHeldOut }.map { ($0.text, $0.content) }
        var holders: [String: Set<Int>] = [:]
        for (number, entry) in practised.enumerated() {
            for word in entry.1 { holders[word, default: []].insert(number) }
        }
        for utterance in Self.utterances where utterance.isHeldOut {
            let shared = utterance.content.map { holders[$0] ?? [] }
            let twins = shared.dropFirst().reduce(shared.first ?? []) { $0.intersection($1) }
            #expect(!shared.isEmpty, "\(utterance.text)")
            #expect(twins.map { practised[$0].0 } == [], "\(utterance.text)")
        }
    }

    @Test func theBaseIsRightOnSomeButNotOnMost() async throws {
        let apprentice = Apprentice(name: "apprentice", intents: SupportDesk.intents.map(\.name))
        var right = 0
        for utterance in Self.utterances {
            let answer = try await apprentice.answer(utterance.text, in: nil, with: [])
            right += answer.action == utterance.intent ? 1 : 0
        }
        let share = Double(right) / Double(Self.utterances.count)
        #expect((0.25...0.6).contains(share), "the base is right on \(share)")
    }
}
