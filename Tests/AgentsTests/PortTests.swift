import EtudeAgents
import EtudeDomain
import Foundation
import Testing

/// A run of practice against the record of an independent implementation of the same rules.
@Suite struct PortTests {
    /// One request of the record: `book 2:1` is a word, and how often it spoke for and against.
    private struct Row {
        let text: String
        let leaning: String
        let answer: String
        let right: String
        let contrasts: [String]
        let learned: [String]
    }

    private static let skills = [
        "extend_loan": "desk/loans", "return_item": "desk/loans", "reserve_title": "desk/loans",
        "report_lost_item": "desk/loans", "reset_pin": "desk/account", "pay_fine": "desk/account",
        "change_address": "desk/account", "Close_account": "desk/account",
    ]

    private func rows() throws -> [Row] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/library-desk.tsv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        return try lines.map { line in
            let cells = line.split(separator: "\t").map(String.init)
            try #require(cells.count == 6)
            func list(_ cell: String) -> [String] {
                cell == "-" ? [] : cell.components(separatedBy: ", ")
            }
            return Row(
                text: cells[0], leaning: cells[1], answer: cells[2], right: cells[3],
                contrasts: list(cells[4]), learned: list(cells[5]))
        }
    }

    @Test func everyStepIsAsInTheRecord() async throws {
        let skills = try Self.skills.mapValues(Sample.path)
        let apprentice = Apprentice(name: "apprentice", intents: skills.keys)
        let coach = ContrastCoach(intents: skills)
        var memory = PractisedMemory()
        let rows = try rows()
        #expect(rows.count == 48)
        for (number, row) in rows.enumerated() {
            let leaning = try await apprentice.answer(row.text, in: nil, with: []).action
            #expect(leaning == row.leaning, "\(row.text)")
            let situation = Situation(terms: Terms(of: row.text), leaning: leaning)
            let answer = try await apprentice.answer(
                row.text, in: nil, with: memory.advice(in: situation))
            #expect(
                answer.action == Action.normalized(row.answer[...]) || answer.action == row.answer)

            let trace = try Sample.trace(
                number, row.text, skill: try #require(Self.skills[row.right]), leaning: leaning,
                right: row.right, answer: answer.action)
            let attempt = try #require(Attempt(trace))
            memory.keep(attempt)
            guard Action.normalized(answer.action[...]) != attempt.right else { continue }
            let lessons =
                try await coach.reflect(on: trace, experience: memory.attempts)?.lessons ?? []
            #expect(lessons.map(\.contrast) == row.contrasts, "\(row.text)")
            let words = row.learned.map { $0.prefix { $0 != " " } }
            let learned = lessons.filter { words.contains($0.cues[0].text[...]) }
            #expect(try memory.learn(learned) == row.learned, "\(row.text)")
        }
    }
}

extension Lesson {
    /// The cue with the counts that the reason tells, such as `book 2:1`.
    fileprivate var contrast: String {
        let counts = because.matches(of: /(\d+) (?:spoke for|for others)/).map { $0.output.1 }
        return "\(cues.map(\.text).joined(separator: ",")) \(counts.joined(separator: ":"))"
    }
}

/// A memory reduced to what decides: the strategies with their records, and the attempts.
private struct PractisedMemory {
    private struct Known {
        let advice: Advice
        var record: AdviceRecord
        var isRetired = false
    }

    private(set) var attempts: [Attempt] = []
    private var known: [Known] = []

    /// The strategies that fire: the best record first, then the most helpful, then the oldest.
    func advice(in situation: Situation) -> [Advice] {
        let firing = known.filter { !$0.isRetired && $0.advice.lesson.fires(in: situation) }
        return firing.sorted { left, right in
            if left.record.useScore != right.record.useScore {
                return left.record.useScore > right.record.useScore
            }
            if left.record.helped != right.record.helped {
                return left.record.helped > right.record.helped
            }
            return left.advice.id < right.advice.id
        }.map(\.advice)
    }

    mutating func keep(_ attempt: Attempt) {
        attempts.append(attempt)
        for index in known.indices where !known[index].isRetired {
            known[index].record.count(attempt, for: known[index].advice.lesson)
            known[index].isRetired = known[index].record.isHarmful
        }
    }

    /// Takes lessons in; `book 2:1` tells each with its record so far.
    mutating func learn(_ lessons: [Lesson]) throws -> [String] {
        try lessons.map { lesson in
            let id = try Sample.id(1000 + known.count)
            let record = AdviceRecord.of(lesson, over: attempts)
            known.append(Known(advice: Advice(id: id, lesson: lesson), record: record))
            let (helped, harmed) = (record.helped.formatted(), record.harmed.formatted())
            return "\(lesson.cues.map(\.text).joined()) \(helped):\(harmed)"
        }
    }
}
