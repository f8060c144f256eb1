public import ArgumentParser
public import EtudeTorture

struct DamageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "damage", abstract: "Damage each file of a repository in many ways")

    @Option(help: "How many bits flip over all loose objects")
    var flips = 2_000

    @Option(help: "The most damages of each kind of file, evenly spread (default: all)")
    var limit: Int?

    @Option(help: "What is random is drawn from this (default: drawn anew)")
    var seed: UInt64?

    @Option(help: ArgumentHelp("Try this damage alone", valueName: "object.3:cut=20"))
    var only: Damage?

    func run() async throws {
        let plan = DamagePlan(
            flips: flips, limit: limit, seed: seed ?? UInt64.random(in: 0..<1_000_000))
        let sweep = DamageSweep(program: Torture.program, plan: plan)
        try Torture.conclude(try await sweep.run(only: only, Torture.tell))
    }
}

extension Damage: ExpressibleByArgument {
    /// Reads a damage such as `object.3:cut=20`.
    public init?(argument: String) { self.init(argument) }
}
