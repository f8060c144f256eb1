public import ArgumentParser
public import EtudeTorture

struct Kills: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Kill each command that writes at each of its calls in turn")

    @Option(help: "The most points for each command, evenly spread (default: all)")
    var limit: Int?

    @Option(help: "The command to kill (default: all)")
    var victim: Victim?

    @Option(
        help: ArgumentHelp(
            "Kill at this point alone, in strace's words", valueName: "fsync:signal=SIGKILL:when=3")
    )
    var only: Injection?

    func run() async throws {
        let sweep = KillSweep(program: Torture.program, limit: limit)
        let victims = victim.map { [$0] } ?? Victim.allCases
        try Torture.conclude(try await sweep.run(victims, only: only, Torture.tell))
    }
}

extension Victim: ExpressibleByArgument {}
