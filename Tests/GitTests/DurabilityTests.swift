import EtudeGit
import Testing

@Suite struct DurabilityTests {
    @Test func aRepositoryIsDurableUnlessItsOperatorSaysOtherwise() throws {
        let scratch = try Scratch()
        #expect(try scratch.create().durability == .durable)
        for (text, durability) in [
            ("durability: relaxed\n", Durability.relaxed), ("durability: durable\n", .durable),
            ("# durability: relaxed\n", .durable), ("", .durable), ("\n \n", .durable),
            ("durability:relaxed\r\n", .relaxed), (" durability :  relaxed # bulk\n", .relaxed),
        ] {
            try scratch.write(text, to: ".git/etude/config")
            #expect(try Repository.open(at: scratch.top).durability == durability, "\(text)")
        }
    }

    @Test(arguments: [
        "durability: perhaps", "durability:", "durability", "durability: relaxed durable",
        "durabilty: relaxed", "colour: red",
    ]) func withASettingThatNobodyKnowsNothingIsWritten(line: String) throws {
        let scratch = try Scratch()
        let tip = try scratch.create().write("x\n", to: "a")
        try scratch.write("\(line)\n", to: ".git/etude/config")
        let repository = try Repository.open(at: scratch.top)
        #expect(repository.settingsFault?.message.contains("'\(line)'") == true)
        expectRefusal(.invalid) { _ = try repository.publish([.write(path("b"), [])]) }
        #expect(try repository.contents(of: path("a"), in: tip) == "x\n".bytes)
    }
}
