public import ArgumentParser
public import EtudeTorture

struct StormCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storm",
        abstract: "Let writers, a person, git gc and kills loose on one memory, and measure speed")

    @Option(help: "How many processes learn at a time; may be repeated (default: 4, then 8)")
    var writers: [Int] = []

    @Option(help: "How many acknowledged lessons end a storm")
    var writes = 1000

    @Option(help: "How many writes are measured for speed; 0 for none")
    var measured = 400

    @Option(help: "What is random is drawn from this (default: drawn anew)")
    var seed: UInt64?

    @Option(help: "relaxed or durable (default: storms durable, speed both)")
    var durability: Durability?

    @Flag(help: "Leave 'git prune' out")
    var noPrune = false

    func run() async throws {
        var violations: [Violation] = []
        let seed = seed ?? UInt64.random(in: 0..<1_000_000)
        for count in writers.isEmpty ? [4, 8] : writers {
            let plan = StormPlan(
                writers: count, writes: writes, seed: seed, durability: durability ?? .durable,
                commitsAll: count > 4, prunes: !noPrune)
            violations += try await Storm(program: Torture.program, plan: plan).run(Torture.tell)
        }
        for durability in durability.map({ [$0] }) ?? Durability.allCases where measured > 0 {
            try await Throughput(
                program: Torture.program, writes: measured, durability: durability
            ).run(Torture.tell)
        }
        try Torture.conclude(violations)
    }
}

extension Durability: ExpressibleByArgument {}
