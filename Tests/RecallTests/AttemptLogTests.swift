import EtudeDomain
import EtudeRecall
import Foundation
import Testing

@Suite struct AttemptLogTests {
    private func trace(
        _ number: Int, _ task: String, agent: String = "ada", right: String? = "b",
        leaning: String? = "a"
    ) throws -> Trace {
        Trace(
            id: try #require(EntryID(number: UInt64(number))),
            skill: try #require(SkillPath("support")), agent: agent, task: task, outcome: .failure,
            started: Date(timeIntervalSince1970: 1), ended: Date(timeIntervalSince1970: 2),
            choice: Trace.Choice(leaning: leaning, right: right), evaluation: .pending)
    }

    private func account(
        _ number: Int, _ task: String, at commit: Int, agent: String = "ada",
        right: String? = "b", isAfterthought: Bool = false
    ) throws -> Account {
        Account(
            try trace(number, task, agent: agent, right: right), commit: hex(commit),
            isAfterthought: isAfterthought)
    }

    private func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 40 - digits.count) + digits
    }

    private func log(_ accounts: [Account], limit: Int = 100) throws -> AttemptLog {
        var log = AttemptLog(limit: limit)
        _ = log.takeIn(accounts)
        return log
    }

    private func lesson(_ cue: String) throws -> Lesson {
        Lesson(
            skill: try #require(SkillPath("support")), title: cue, when: cue,
            cues: [try #require(Cue(cue))], action: try #require(Action("answer `b`")),
            insteadOf: nil, because: cue)
    }

    @Test func accountsComeBackAsTheyWereTold() throws {
        let accounts = [
            try account(1, "a fund is läte", at: 1), try account(2, "", at: 2, right: nil),
            try account(3, "my card", at: 3, agent: "bob"),
        ]
        let log = try log(accounts)
        #expect(log.accounts == accounts)
        #expect(log.attempts == accounts.compactMap(\.attempt))
        #expect(log.attemptCount == 2)
        #expect(log.newest(of: "ada")?.trace == accounts[1].trace)
        #expect(log.newest(of: "eve") == nil)
        #expect(log.tip(of: "bob") == hex(3))
        #expect(log.knowsOnly(["ada", "bob", "eve"]))
        #expect(!log.knowsOnly(["ada"]))
        let read = AttemptLog(bytes: log.bytes, upTo: nil, limit: 9)
        #expect(read?.accounts == accounts)
    }

    @Test func whatIsToldTwiceIsThereOnce() throws {
        let first = try account(1, "a fund", at: 1)
        var log = try log([first])
        let change = log.takeIn([try account(1, "a fund", at: 2, isAfterthought: true)])
        #expect(change.removed.isEmpty && change.added.isEmpty)
        #expect(log.count == 1)
        #expect(log.tip(of: "ada") == hex(2))
    }

    @Test func theLastAccountOfATraceCounts() throws {
        let (first, second) = (try account(1, "a fund", at: 1), try account(1, "a card", at: 3))
        var log = try log([first, try account(2, "a bill", at: 2)])
        let change = log.takeIn([second])
        #expect(change.removed == [first])
        #expect(change.added == [second])
        #expect(log.hits(of: try lesson("fund")).isEmpty)
        #expect(log.hits(of: try lesson("card")).map(\.trace) == [second.trace])
        #expect(log.newest(of: "ada") == second)
    }

    @Test func ofEachAgentTheNewestCount() throws {
        var log = try log(
            [
                try account(1, "a fund", at: 1), try account(2, "a fund", at: 2),
                try account(3, "a fund", at: 3, agent: "bob"),
            ], limit: 2)
        // Told again, the first is newer than the second.
        _ = log.takeIn([try account(1, "a fund", at: 4)])
        let change = log.takeIn([try account(4, "a fund", at: 5)])
        #expect(change.removed.map(\.commit) == [hex(2)])
        #expect(log.accounts.map(\.commit).sorted() == [hex(3), hex(4), hex(5)])
        let late = log.takeIn([
            try account(2, "a fund", at: 6, isAfterthought: true)
        ])
        #expect(late.added.isEmpty)
        #expect(log.count == 3)
    }

    @Test func hitsAreThoseOfALookAtEveryAttempt() throws {
        let words = ["fund", "card", "late", "money", "bank", "transfer", "top", "up", "my"]
        var seed: UInt64 = 7
        func draw(_ count: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % count
        }
        let accounts = try (1...200).map { number in
            let task = (0..<(1 + draw(12))).map { _ in words[draw(words.count)] }
            return try account(number, task.joined(separator: " "), at: number)
        }
        let log = try log(accounts, limit: 1000)
        for first in words {
            for cue in [first] + words.map({ "\(first) \($0)" }) {
                let lesson = try lesson(cue)
                let expected = accounts.compactMap(\.attempt).filter {
                    lesson.fires(in: $0.situation)
                }
                #expect(log.hits(of: lesson) == expected)
                #expect(log.record(of: lesson) == .of(lesson, over: expected))
            }
        }
    }

    @Test func aMarkStandsForWhatWasCountedAndNothingElse() throws {
        let accounts = try (1...6).map { try account($0, "task \($0)", at: $0) }
        let short = try log(Array(accounts.prefix(3)))
        let long = try log(accounts)
        var read = try #require(AttemptLog(bytes: long.bytes, upTo: short.mark, limit: 100))
        #expect(read.accounts == short.accounts)
        #expect(read.mark == short.mark)
        let rest = read.advance()
        #expect(rest?.added == Array(accounts.dropFirst(3)))
        #expect(read.mark == long.mark)
        let other = try log(Array(accounts.reversed()))
        #expect(AttemptLog(bytes: other.bytes, upTo: short.mark, limit: 100) == nil)
        #expect(AttemptLog(bytes: short.bytes, upTo: long.mark, limit: 100) == nil)
    }

    @Test func aCompactedLogCountsTheSameInLess() throws {
        var log = AttemptLog(limit: 3)
        for number in 1...400 {
            let text = String(repeating: "word ", count: 40) + "\(number)"
            _ = log.takeIn([try account(number % 7, text, at: number)])
            _ = log.takeIn(
                [try account(number % 7, text, at: 1000 + number, isAfterthought: true)])
        }
        #expect(log.isWorthCompacting)
        let compact = log.compacted()
        #expect(compact.bytes.count < 2000)
        #expect(!compact.isWorthCompacting)
        #expect(compact.tip(of: "ada") == log.tip(of: "ada"))
        #expect(compact.accounts.map(\.trace).sorted() == log.accounts.map(\.trace).sorted())
        let read = try #require(AttemptLog(bytes: compact.bytes, upTo: log.mark, limit: 3))
        #expect(read.mark == compact.mark)
        #expect(read.attempts == compact.attempts)
    }

    @Test func aDamagedLogIsNoLog() throws {
        let bytes = try log(try (1...3).map { try account($0, "task \($0)", at: $0) }).bytes
        let ends = try (0...3).map { count in
            try log(try (1..<(1 + count)).map { try account($0, "task \($0)", at: $0) }).bytes.count
        }
        for length in 0..<bytes.count where !ends.contains(length) {
            #expect(AttemptLog(bytes: bytes.prefix(length), upTo: nil, limit: 9) == nil)
        }
        for bit in 0..<(8 * bytes.count) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(AttemptLog(bytes: flipped, upTo: nil, limit: 9) == nil, "bit \(bit)")
        }
    }
}
