import EtudeDomain
import EtudePractice
import Testing

@Suite struct ConflictTests {
    private func strategy(
        _ number: Int, cues: [String], action: String, insteadOf: String? = "answer `a`",
        skill: String = "support/intent"
    ) throws -> Strategy {
        try Sample.strategy(
            number,
            try Sample.lesson(skill: skill, cues: cues, action: action, insteadOf: insteadOf))
    }

    private func attempts(_ tasks: [(String, String)]) throws -> [Attempt] {
        try tasks.enumerated().map { number, task in
            try Sample.attempt(100 + number, task: task.0, leaning: "a", right: task.1)
        }
    }

    @Test func strategiesThatFireTogetherAndDisagreeAreNamed() throws {
        let (right, wrong) = (
            try strategy(1, cues: ["fund"], action: "answer `b`"),
            try strategy(2, cues: ["money"], action: "answer `c`")
        )
        let stored = try attempts([
            ("where is the money of the fund from", "b"), ("the fund wants money", "b"),
            ("money please", "c"),
        ])
        let conflicts = Conflict.all(among: [right, wrong], over: stored)
        #expect(conflicts.map(\.winner) == [right.id])
        #expect(conflicts.map(\.loser) == [wrong.id])
        #expect(conflicts.map(\.shared) == [2])
        #expect(conflicts.map(\.cueOverlap) == [0])
    }

    @Test func cuesInCommonAreEnough() throws {
        let conflicts = Conflict.all(
            among: [
                try strategy(1, cues: ["fund", "money"], action: "answer `b`"),
                try strategy(2, cues: ["fund"], action: "answer `c`"),
            ], over: [])
        #expect(conflicts.map(\.cueOverlap) == [0.5])
        #expect(conflicts.map(\.shared) == [0])
    }

    @Test func othersAreNoRivals() throws {
        let stored = try attempts([("where is the money of the fund from", "b")])
        let one = try strategy(1, cues: ["fund"], action: "answer `b`")
        for other in [
            try strategy(2, cues: ["money"], action: "answer `b`"),
            try strategy(2, cues: ["fund"], action: "answer `c`", insteadOf: "answer `d`"),
            try strategy(2, cues: ["fund"], action: "answer `c`", skill: "billing"),
            try strategy(
                2, cues: ["nothing", "else", "fund"], action: "answer `c`", skill: "billing"),
        ] {
            #expect(Conflict.all(among: [one, other], over: stored).isEmpty)
        }
    }

    /// One of the ten attempts where each fires is too little; two are a fifth.
    @Test(arguments: [(1, 0), (2, 1)])
    func aFifthOfTheHitsIsTheLeast(together: Int, found: Int) throws {
        let both = Array(repeating: ("fund and money", "b"), count: together)
        let stored = try attempts(
            both + Array(repeating: ("fund", "b"), count: 10 - together)
                + Array(repeating: ("money", "c"), count: 10 - together))
        let conflicts = Conflict.all(
            among: [
                try strategy(1, cues: ["fund"], action: "answer `b`"),
                try strategy(2, cues: ["money"], action: "answer `c`"),
            ], over: stored)
        #expect(conflicts.count == found)
    }
}
