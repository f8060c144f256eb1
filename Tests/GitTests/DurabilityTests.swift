import EtudeGit
import Testing

@Suite struct DurabilityTests {
    @Test func aRepositoryIsDurableUnlessItsOperatorSaysOtherwise() throws {
        let scratch = try Scratch()
        #expect(try scratch.create().durability == .durable)
        for (text, durability) in [
            ("durability: relaxed\n", Durability.relaxed), ("durability: durable\n", .durable),
            ("# durability: relaxed\n", .durable), ("colour: red\n", .durable), ("", .durable),
        ] {
            try scratch.write(text, to: ".git/etude/config")
            #expect(try Repository.open(at: scratch.top).durability == durability, "\(text)")
        }
    }

    @Test(arguments: ["durability: perhaps", "durability:", "durability: relaxed durable"])
    func aSettingThatNobodyKnowsIsRefused(line: String) throws {
        let scratch = try Scratch()
        _ = try scratch.create()
        try scratch.write("\(line)\n", to: ".git/etude/config")
        expectRefusal(.invalid) { _ = try Repository.open(at: scratch.top) }
    }
}
