@testable import EtudeRuntime
import EtudeAgents
import EtudeDomain
import EtudeStore
import EtudeTestSupport
import Foundation
import Testing

@Suite struct PracticeSessionTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func practiceImprovesOnRequestsNeverPractised() async throws {
        let report = try await scratch.practise()
        #expect(report.heldOut.items == 16)
        #expect(report.heldOut.with > report.heldOut.without)
        #expect(report.heldOut.fixed > report.heldOut.broken)
        #expect(report.base.unchanged)
        #expect(report.attempts == 24)
        #expect(report.strategies.accepted > 0)
        let gain = Double(report.heldOut.fixed - report.heldOut.broken) / 16
        #expect(abs(report.heldOut.with - report.heldOut.without - gain) < 1e-9)
    }

    @Test func filesAndCommitsAgreeOneCommitAStrategy() async throws {
        let report = try await scratch.practise()
        let files = try scratch.files(under: "strategies").map { name in
            String(name.dropLast(".md".count).suffix(EntryID.length))
        }
        let log = try scratch.git("log", "--format=%(trailers:key=Etude-Strategy,valueonly)")
        #expect(scratch.lines(of: log).sorted() == files.sorted())
        #expect(files.count == report.strategies.accepted)
        for name in try scratch.files(under: "strategies") {
            let commits = scratch.lines(of: try scratch.git("log", "--format=%H", "--", name))
            #expect(commits.count == 1)
        }
        #expect(try scratch.faults() == "")
    }

    @Test func aSkillsTrailerCanBeListedWithGit() async throws {
        try await scratch.practise(try skill("shop/money"))
        let log = try scratch.git(
            "log", "--grep=Etude-Strategy", "--format=%(trailers:key=Etude-Skill,valueonly)")
        #expect(Set(scratch.lines(of: log)) == ["shop/money"])
    }

    @Test func theSameSeedGivesTheSameCommits() async throws {
        let (first, second) = (try Scratch(), try Scratch())
        let (one, two) = (try await first.practise(seed: 3), try await second.practise(seed: 3))
        #expect(one.memory.to == two.memory.to)
        #expect(one.heldOut == two.heldOut)
        #expect(one.strategies == two.strategies)
        #expect(try first.head() == one.memory.to)
        let other = try await scratch.practise(seed: 4)
        #expect(other.memory.to != one.memory.to)
    }

    @Test func withoutMemoryTheAgentIsItsBase() async throws {
        let report = try await scratch.practise()
        let desk = try SmallDesk.make(in: scratch.folder + "/desk")
        let agent = Apprentice(name: "apprentice", intents: desk.skills.keys)
        let index = await (try scratch.memory()).index
        let rows = try await HeldOut(desk: desk, agent: agent, now: Surroundings.fixed().now())
            .rows(with: index)
        let fresh = Apprentice(name: "other", intents: desk.skills.keys)
        #expect(fresh.base == agent.base)
        for row in rows {
            let answer = try await fresh.answer(row.item.text, in: nil, with: [])
            #expect(answer.action == row.without)
        }
        let right = rows.count { $0.without == $0.item.intent }
        #expect(report.heldOut.without == Double(right) / Double(rows.count))
    }

    @Test func heldOutRequestsAreNeverPractised() async throws {
        try await scratch.practise()
        let desk = try SmallDesk.make(in: scratch.folder + "/desk")
        let practised = try await scratch.memory().traces().map(\.task)
        let heldOut = Set(desk.heldOut.map(\.text))
        #expect(practised.count == 24)
        #expect(Set(practised).count == 24)
        #expect(practised.allSatisfy { !heldOut.contains($0) })
        let everything = try scratch.everything()
        for text in heldOut { #expect(!everything.contains("> \(text.lowercased())\n")) }
    }

    @Test func practisingOneSkillLeavesTheOthersToBeCompared() async throws {
        let report = try await scratch.practise(try skill("shop/parcels"))
        #expect(report.skill == "shop/parcels")
        #expect(report.heldOut.items == 8)
        #expect(report.others.items == 8)
        let skills = try await scratch.memory().traces().map(\.skill.text)
        #expect(Set(skills) == ["shop/parcels"])
    }

    @Test func progressTellsEachRequestAndEachMeasurement() async throws {
        var (practised, measured, answered): ([Int], [Int], [Int]) = ([], [], [])
        let desk = try SmallDesk.make(in: scratch.folder + "/desk")
        let session = PracticeSession(
            desk: desk, skill: nil, attempts: 4, seed: 1,
            agent: Apprentice(name: "apprentice", intents: desk.skills.keys), checkpoints: [0, 2])
        _ = try await session.run(
            folder: scratch.top, surroundings: .fixed(agent: "apprentice")
        ) { progress in
            switch progress {
            case .practised(let number, of: let all, _, _):
                #expect(all == 4)
                practised.append(number)
            case .measuring(let number, of: let all):
                #expect(all == desk.heldOut.count)
                answered.append(number)
            case .measured(let count, _): measured.append(count)
            case .resumed: Issue.record("there was nothing to resume")
            case .ended: Issue.record("there were requests left")
            }
        }
        #expect(practised == [1, 2, 3, 4])
        #expect(measured == [0, 2, 4])
        #expect(answered == (0..<3).flatMap { _ in Array(1...desk.heldOut.count) })
    }

    @Test(arguments: [nil, "shop/money"])
    func practisingAgainTakesRequestsThatWereNotMetBefore(named: String?) async throws {
        let skill = try named.map { try EtudeRuntimeTests.skill($0) }
        var ended: [PracticeSession.Progress] = []
        for ids in UInt64(1)...4 {
            try await scratch.practise(skill, attempts: 5, ids: ids) { progress in
                if case .ended = progress { ended.append(progress) }
            }
        }
        let tasks = try await scratch.memory().traces().map(\.task)
        #expect(Set(tasks).count == tasks.count)
        #expect(tasks.count == (skill == nil ? 20 : 12))
        let money: [PracticeSession.Progress] = [
            .ended(2, of: 5, isNoneLeft: true), .ended(0, of: 5, isNoneLeft: true),
        ]
        #expect(ended == (skill == nil ? [] : money))
    }

    @Test func anotherAgentMeetsTheRequestsAnew() async throws {
        try await scratch.practise(attempts: 24)
        let desk = try SmallDesk.make(in: scratch.folder + "/desk")
        let report = try await PracticeSession(
            desk: desk, skill: nil, attempts: 24, seed: 7,
            agent: Apprentice(name: "second", intents: desk.skills.keys)
        ).run(folder: scratch.top, surroundings: .fixed(agent: "second", seed: 8)) { _ in }
        #expect(report.attempts > 0)
    }

    @Test func aSecondSessionGoesOnWithTheSameMemory() async throws {
        let first = try await scratch.practise(attempts: 8, seed: 1)
        let second = try await scratch.practise(attempts: 8, seed: 2)
        #expect(second.memory.from == first.memory.to)
        #expect(second.base.hash == first.base.hash)
        #expect(try await scratch.memory().traces().count == 16)
        #expect(try scratch.faults() == "")
    }

    @Test(arguments: [
        ("shop/parcel", "practice-unknown-skill.txt"), ("zoo", "practice-no-such-skill.txt"),
    ])
    func anUnknownSkillIsRefused(name: String, snapshot: String) async throws {
        let failure = try await failure { try await scratch.practise(try skill(name)) }
        try Snapshot.expect(failure.text + "\n", in: snapshot)
        #expect(!FileManager.default.fileExists(atPath: scratch.top))
    }

    @Test func aSkillOutsideTheCharterIsNotPractised() async throws {
        try await scratch.initialize("shop", "shop/money", "shop/parcels")
        let charter = try scratch.read("CHARTER.md")
        try scratch.write(
            charter.replacing("deny: []", with: "deny: [shop/money]"), to: "CHARTER.md")
        try scratch.commitByHand()
        let failure = try await failure { try await scratch.practise() }
        try Snapshot.expect(failure.text + "\n", in: "practice-outside-charter.txt")
        #expect(try await scratch.memory().traces().isEmpty)
    }

    @Test func aSkillThatIsNotActiveIsNotPractised() async throws {
        try await scratch.initialize("shop", "shop/money", "shop/parcels")
        let path = "skills/shop/money/skill.md"
        let text = try scratch.read(path)
        try scratch.write(text.replacing("status: active", with: "status: proposed"), to: path)
        try scratch.commitByHand()
        let failure = try await failure { try await scratch.practise() }
        try Snapshot.expect(failure.text + "\n", in: "practice-proposed-skill.txt")
    }

    @Test func aMemoryWithoutTheDesksSkillsIsRefused() async throws {
        try await scratch.initialize("shop", "shop/monney")
        let failure = try await failure { try await scratch.practise() }
        try Snapshot.expect(failure.text + "\n", in: "practice-skill-not-in-memory.txt")
    }
}
