public import ArgumentParser
public import EtudeTorture

struct Faults: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make each file-system call of 'etude learn' fail in turn")

    @Option(help: "The most faults to try, evenly spread (default: all)")
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            "Try this fault alone, in strace's words", valueName: "fsync:error=EIO:when=3+"))
    var only: Injection?

    @Flag(help: "Fill a small disk to the brim, and nothing else")
    var fullDisk = false

    func run() async throws {
        var violations: [Violation] = []
        if !fullDisk {
            let sweep = FaultSweep(program: Torture.program, limit: limit)
            violations += try await sweep.run(only: only, Torture.tell)
        }
        if only == nil {
            violations += try await FullDisk(program: Torture.program).run(Torture.tell)
        }
        try Torture.conclude(violations)
    }
}

extension Injection: ExpressibleByArgument {
    /// Reads an injection as strace has it.
    public init?(argument: String) { self.init(argument) }
}
